import type { Actor } from '../platform/audit.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { announceRenewal } from './announce-renewal.ts'
import { canBeNotified } from './due-list.ts'
import { findEndingPeriod, remindersOf } from './ending-store.ts'

/** What became of it, with the company's name; `absent` where there is no such period, or another took its place. */
export type NoticeResult =
  | { readonly ok: true; readonly companyName: string }
  | { readonly ok: false; readonly reason: 'absent' | 'closed' | 'changed' | 'nobody' }

/**
 * Sends a company the notice of its renewal at the secretariat's wish. `shown` is how many reminders the page had listed: a
 * second click, or a page that is out of date, finds another number and sends nothing.
 */
export const sendNotice = (
  context: Context,
  { periodId, shown, actor }: { readonly periodId: string; readonly shown: number; readonly actor: Actor }
): Promise<NoticeResult> =>
  context.db.transaction(async (tx): Promise<NoticeResult> => {
    const on = today(context.clock)
    const ending = await findEndingPeriod(tx, periodId)
    if (ending === null) return { ok: false, reason: 'absent' }
    if (!canBeNotified(ending, context.scheme, on)) return { ok: false, reason: 'closed' }
    if ((await remindersOf(tx, periodId)).length !== shown) return { ok: false, reason: 'changed' }
    const tone = on > ending.period.endsOn ? 'expired' : 'notice'
    const announced = await announceRenewal(tx, context, ending, { occasion: `again-${shown}`, tone, actor })
    if (announced === 'queued') return { ok: true, companyName: ending.companyName }
    return { ok: false, reason: announced === 'nobody' ? 'nobody' : 'changed' }
  })
