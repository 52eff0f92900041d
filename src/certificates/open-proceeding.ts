import { sendLetter } from '../letters/send-letter.ts'
import { type Actor, recordEvent } from '../platform/audit.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { findRecipients } from '../screening/find-recipients.ts'
import { revocationNotice } from './ending-letters.ts'
import { holdCertification } from './hold-certification.ts'
import { insertProceeding } from './proceeding-store.ts'
import { answerDays, openingProblem } from './revocation.ts'
import { isWithin, type SurrenderDays } from './surrender.ts'

/** The secretariat means to revoke a certification: why, and by when the company may answer. */
export type NewProceeding = {
  readonly certificationId: string
  readonly grounds: string
  /** The last day for the answer. */
  readonly answerBy: CalendarDate
  readonly actor: Actor & { readonly id: string }
}

export type Opening =
  | { readonly ok: true; readonly proceedingId: string }
  | { readonly ok: false; readonly reason: 'not-standing' | 'under-way' }
  | { readonly ok: false; readonly reason: 'day'; readonly days: SurrenderDays }

/**
 * Opens the way to a revocation (取消し) and sends the company the notice with the grounds. The certification holds on
 * meanwhile, and its renewal goes on.
 * @throws NotFoundError when there is no such certification
 */
export const openProceeding = (context: Context, input: NewProceeding): Promise<Opening> =>
  context.db.transaction(async (tx): Promise<Opening> => {
    const { certificationId, grounds, answerBy, actor } = input
    const { record, proceeding } = await holdCertification(tx, certificationId)
    const on = today(context.clock)
    const problem = openingProblem(record, proceeding !== null, on)
    if (problem !== null) return { ok: false, reason: problem }
    const days = answerDays(context.scheme, on)
    if (!isWithin(days, answerBy)) return { ok: false, reason: 'day', days }
    const [proceedingId, openedAt] = [context.ids(), context.clock.now()]
    await insertProceeding(tx, { id: proceedingId, certificationId, grounds, answerBy, openedAt, openedBy: actor.id })
    const details = { grounds, answerBy }
    await recordEvent(tx, context, { actor, subjectId: certificationId, kind: 'proceeding-opened', details })
    const { companyId } = record
    const notice = revocationNotice(context.baseUrl, record, input)
    const to = await findRecipients(tx, companyId)
    await sendLetter(tx, context, { ...notice, companyId, subjectId: certificationId, to })
    return { ok: true, proceedingId }
  })
