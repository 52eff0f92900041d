import { sendLetter } from '../letters/send-letter.ts'
import { type Actor, recordEvent } from '../platform/audit.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { NotFoundError } from '../platform/errors.ts'
import { queueMail } from '../platform/outbox.ts'
import { findRecipients } from '../screening/find-recipients.ts'
import { saveEnd } from './certification-record-store.ts'
import { revocationDraft } from './ending-letters.ts'
import { type HeldCertification, holdCertification, withdrawRenewal } from './hold-certification.ts'
import { dismissalMail } from './proceeding-mail.ts'
import { findProceeding, saveOutcome } from './proceeding-store.ts'
import { decisionProblem, type ProceedingOutcome } from './revocation.ts'

/** How the city ends a proceeding, and why. */
export type ProceedingDecision = {
  readonly certificationId: string
  readonly proceedingId: string
  readonly outcome: ProceedingOutcome
  readonly reason: string
  readonly actor: Actor & { readonly id: string }
}

export type DecisionResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'not-heard' | 'not-standing' }
  | { readonly ok: false; readonly reason: 'decided'; readonly outcome: ProceedingOutcome }

const renewalReason = '認定の取消しに伴う取下げ'

const revoke = async (
  tx: Database,
  context: Context,
  { renewal }: HeldCertification,
  { certificationId, reason, actor }: ProceedingDecision
): Promise<void> => {
  await withdrawRenewal(tx, context, renewal, { by: 'secretariat', actor, reason: renewalReason })
  await saveEnd(tx, certificationId, { on: today(context.clock), how: 'revoked', reason, by: actor.id })
}

const tell = async (tx: Database, context: Context, held: HeldCertification, decision: ProceedingDecision) => {
  const { outcome, reason, certificationId: subjectId } = decision
  const { companyId } = held.record
  const recipients = await findRecipients(tx, companyId)
  if (outcome === 'revoked') {
    const letter = revocationDraft(context.baseUrl, held, { on: today(context.clock), reason })
    await sendLetter(tx, context, { ...letter, companyId, subjectId, to: recipients })
    return
  }
  const mail = dismissalMail(context.scheme, context.baseUrl, held, reason)
  for (const to of recipients) await queueMail(tx, context, { kind: 'proceeding-dismissed', to, subjectId, ...mail })
}

/**
 * Ends the way to a revocation. Revoked, the certification no longer holds from today on, a renewal under way is withdrawn,
 * and the company is told; dismissed, all stays as it was.
 * @throws NotFoundError when there is no such proceeding about this certification
 */
export const decideProceeding = (context: Context, decision: ProceedingDecision): Promise<DecisionResult> =>
  context.db.transaction(async (tx): Promise<DecisionResult> => {
    const { certificationId, proceedingId, outcome, reason, actor } = decision
    const held = await holdCertification(tx, certificationId)
    const proceeding = await findProceeding(tx, certificationId, proceedingId)
    if (proceeding === null) throw new NotFoundError(`proceeding ${proceedingId}`)
    if (proceeding.decision !== null) return { ok: false, reason: 'decided', outcome: proceeding.decision.outcome }
    const problem = decisionProblem(proceeding, outcome, held.record, today(context.clock))
    if (problem !== null) return { ok: false, reason: problem }
    if (outcome === 'revoked') await revoke(tx, context, held, decision)
    await saveOutcome(tx, proceedingId, { outcome, reason, at: context.clock.now(), by: actor.id })
    const kind = outcome === 'revoked' ? 'certification-revoked' : 'proceeding-dismissed'
    await recordEvent(tx, context, { actor, subjectId: certificationId, kind, details: { reason } })
    await tell(tx, context, held, decision)
    return { ok: true }
  })
