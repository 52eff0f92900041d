import { accountsWithRole } from '../accounts/account-store.ts'
import { sendLetter } from '../letters/send-letter.ts'
import { type Actor, recordEvent } from '../platform/audit.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { queueMail } from '../platform/outbox.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { findRecipients } from '../screening/find-recipients.ts'
import { saveEnd } from './certification-record-store.ts'
import { surrenderDraft } from './ending-letters.ts'
import { type HeldCertification, holdCertification, withdrawRenewal } from './hold-certification.ts'
import { saveOutcome } from './proceeding-store.ts'
import { isWithin, type SurrenderDays, surrenderDays } from './surrender.ts'
import { surrenderNotice } from './surrender-mail.ts'

/** A company gives its certification back (辞退): from which day on, why, and who of it says so. */
export type Surrender = {
  readonly certificationId: string
  readonly on: CalendarDate
  readonly reason: string
  readonly actor: Actor & { readonly id: string }
}

export type SurrenderResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'not-standing' }
  | { readonly ok: false; readonly reason: 'day'; readonly days: SurrenderDays }

const renewalReason = '認定の辞退に伴う取下げ'
const proceedingReason = '事業者が認定を辞退したため'

const closeProceeding = async (
  tx: Database,
  context: Context,
  { proceeding }: HeldCertification,
  { certificationId, actor }: Surrender
): Promise<void> => {
  if (proceeding === null) return
  const at = context.clock.now()
  const closed = { outcome: 'dismissed', reason: proceedingReason, at, by: actor.id } as const
  await saveOutcome(tx, proceeding.id, closed)
  const details = { reason: proceedingReason }
  await recordEvent(tx, context, { actor, subjectId: certificationId, kind: 'proceeding-dismissed', details })
}

const tell = async (tx: Database, context: Context, held: HeldCertification, surrender: Surrender): Promise<void> => {
  const { scheme, baseUrl } = context
  const subjectId = surrender.certificationId
  const { companyId } = held.record
  const to = await findRecipients(tx, companyId)
  await sendLetter(tx, context, { ...surrenderDraft(baseUrl, held, surrender.on), companyId, subjectId, to })
  const notice = surrenderNotice(scheme, baseUrl, held, surrender)
  for (const { email } of await accountsWithRole(tx, 'secretariat'))
    await queueMail(tx, context, { kind: 'surrender-notice', to: email, subjectId, ...notice })
}

/**
 * Ends a certification because its company gives it back. Nobody has to agree, so it is done at once: a renewal under way
 * is withdrawn wherever it is, also before the committee, and a revocation under way is dismissed.
 * @throws NotFoundError when there is no such certification
 */
export const recordSurrender = (context: Context, surrender: Surrender): Promise<SurrenderResult> =>
  context.db.transaction(async (tx): Promise<SurrenderResult> => {
    const { certificationId, on, reason, actor } = surrender
    const held = await holdCertification(tx, certificationId)
    const days = surrenderDays(held.record, held.proceeding !== null, today(context.clock))
    if (days === null) return { ok: false, reason: 'not-standing' }
    if (!isWithin(days, on)) return { ok: false, reason: 'day', days }
    await withdrawRenewal(tx, context, held.renewal, { by: 'company', actor, reason: renewalReason })
    await closeProceeding(tx, context, held, surrender)
    await saveEnd(tx, certificationId, { on, how: 'surrendered', reason, by: actor.id })
    const details = { on, reason }
    await recordEvent(tx, context, { actor, subjectId: certificationId, kind: 'certification-surrendered', details })
    await tell(tx, context, held, surrender)
    return { ok: true }
  })
