import { accountsWithRole } from '../accounts/account-store.ts'
import { type Actor, recordEvent } from '../platform/audit.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { queueMail } from '../platform/outbox.ts'
import { findRecipients } from '../screening/find-recipients.ts'
import { holdCertification } from './hold-certification.ts'
import { answerConfirmation, answerNotice } from './proceeding-mail.ts'
import { findProceeding, saveAnswer } from './proceeding-store.ts'
import { type AnswerChannel, canAnswer, type ProceedingState, proceedingState } from './revocation.ts'

/** What a company says to a revocation, typed by itself (`portal`) or noted by the secretariat. */
export type Answer = {
  readonly certificationId: string
  readonly proceedingId: string
  readonly text: string
  readonly channel: AnswerChannel
  readonly actor: Actor & { readonly id: string }
}

export type AnswerResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'state'; readonly state: ProceedingState }

/**
 * Keeps the answer of a company and sends it to the other side: the secretariat learns of what was typed, the company
 * reads back what was noted.
 * @throws NotFoundError when there is no such proceeding about this certification
 */
export const recordAnswer = (context: Context, answer: Answer): Promise<AnswerResult> =>
  context.db.transaction(async (tx): Promise<AnswerResult> => {
    const { certificationId, proceedingId, text, channel, actor } = answer
    const { record } = await holdCertification(tx, certificationId)
    const proceeding = await findProceeding(tx, certificationId, proceedingId)
    if (proceeding === null) throw new NotFoundError(`proceeding ${proceedingId}`)
    const on = today(context.clock)
    const by = channel === 'portal' ? 'company' : 'secretariat'
    if (!canAnswer(proceeding, by, on)) return { ok: false, reason: 'state', state: proceedingState(proceeding, on) }
    await saveAnswer(tx, proceedingId, { text, channel, at: context.clock.now(), by: actor.id })
    await recordEvent(tx, context, {
      actor,
      subjectId: certificationId,
      kind: 'proceeding-answered',
      details: { channel, text }
    })
    const { scheme, baseUrl } = context
    const [kind, subjectId] = ['revocation-answer', certificationId]
    const confirmation = answerConfirmation(scheme, record, { text, channel })
    for (const to of await findRecipients(tx, record.companyId))
      await queueMail(tx, context, { kind, to, subjectId, ...confirmation })
    if (by === 'secretariat') return { ok: true }
    const notice = answerNotice(scheme, baseUrl, record, text)
    for (const { email } of await accountsWithRole(tx, 'secretariat'))
      await queueMail(tx, context, { kind: 'revocation-answer-notice', to: email, subjectId, ...notice })
    return { ok: true }
  })
