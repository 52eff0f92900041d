import { changeStatus } from '../applications/change-status.ts'
import type { Context } from '../platform/context.ts'
import { queueMail } from '../platform/outbox.ts'
import { caseWithdrawalMail } from './case-withdrawal-mail.ts'
import { findRecipients } from './find-recipients.ts'
import type { Official } from './official.ts'

/**
 * Withdraws an application (取下げ) for a company that said so by phone or on paper, and confirms it by mail, so that a
 * mistake is noticed.
 * @param input.reason how and why the company withdrew
 * @throws NotFoundError when there is no such application
 */
export const withdrawCase = (
  context: Context,
  input: { readonly applicationId: string; readonly reason: string; readonly by: Official }
): Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: 'status' }> =>
  context.db.transaction(async (tx) => {
    const changed = await changeStatus(tx, context, {
      applicationId: input.applicationId,
      to: 'withdrawn',
      by: 'secretariat',
      actor: { id: input.by.userId, name: input.by.name },
      details: { reason: input.reason, onBehalf: true }
    })
    if (!changed.ok) return { ok: false, reason: 'status' }
    const { application } = changed
    const mail = caseWithdrawalMail(context.scheme, application)
    for (const to of await findRecipients(tx, application.companyId))
      await queueMail(tx, context, { kind: 'withdrawal-confirmation', to, subjectId: application.id, ...mail })
    return { ok: true }
  })
