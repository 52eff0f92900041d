import { systemActor } from '../platform/audit.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { addDays } from '../scheme/calendar.ts'
import { type AnnouncementTone, announceRenewal } from './announce-renewal.ts'
import { type EndingPeriod, factsOf, type SentNotice } from './ending.ts'
import { findEndingPeriod, periodsEnding, remindersEnding, remindersOf } from './ending-store.ts'
import { dueReminder, isFirstStage, occasionOf, type ReminderStage } from './reminder.ts'

const dueNow = (context: Context, ending: EndingPeriod, sent: readonly SentNotice[]): ReminderStage | null =>
  dueReminder(
    factsOf(ending),
    today(context.clock),
    sent.map(({ occasion }) => occasion),
    context.scheme
  )

const toneOf = (stage: ReminderStage, { scheme }: Context): AnnouncementTone => {
  if (stage > 0) return 'expired'
  return isFirstStage(stage, scheme) ? 'notice' : 'reminder'
}

/** What is due is asked again in the transaction: the company may have submitted since the list was read. */
const remindOne = (context: Context, periodId: string): Promise<boolean> =>
  context.db.transaction(async (tx) => {
    const ending = await findEndingPeriod(tx, periodId)
    if (ending === null) return false
    const stage = dueNow(context, ending, await remindersOf(tx, periodId))
    if (stage === null) return false
    const notice = { occasion: occasionOf(stage), tone: toneOf(stage, context), actor: systemActor }
    return (await announceRenewal(tx, context, ending, notice)) === 'queued'
  })

/**
 * Reminds every company whose reminder is due today, each in a transaction of its own: one that fails keeps nobody else
 * from being reminded. Running it again, or twice at the same time, sends nothing twice.
 * @param report told of every failure
 * @returns how many companies were reminded
 * @throws when a company could not be reminded, after all others were, so that the queue tries again
 */
export const remindCompanies = async (
  context: Context,
  report: (error: unknown) => void
): Promise<{ readonly reminded: number }> => {
  const { db, clock, scheme } = context
  const on = today(clock)
  const range = {
    from: addDays(on, -scheme.lateRenewalDays),
    until: addDays(on, Math.max(0, ...scheme.renewalReminderDays))
  }
  const sent = await remindersEnding(db, range)
  const due = (await periodsEnding(db, range)).filter(
    (ending) => dueNow(context, ending, sent.get(ending.periodId) ?? []) !== null
  )
  let [reminded, failed] = [0, 0]
  for (const { periodId } of due)
    try {
      if (await remindOne(context, periodId)) reminded++
    } catch (error) {
      failed++
      report(error)
    }
  if (failed > 0) throw new Error(`${failed} of ${due.length} companies could not be reminded of their renewal`)
  return { reminded }
}
