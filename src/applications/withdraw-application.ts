import { accountsWithRole } from '../accounts/account-store.ts'
import type { Actor } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { queueMail } from '../platform/outbox.ts'
import type { ApplicationStatus } from './application-status.ts'
import { lockApplicationAs } from './application-store.ts'
import { changeStatus } from './change-status.ts'
import { withdrawalMail } from './withdrawal-mail.ts'

export type Withdrawal =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'status'; readonly status: ApplicationStatus }

/**
 * Takes an application back (取下げ) before it is decided, and tells the secretariat unless it never saw it.
 * @param reason why, in the company's words; may be empty
 * @throws NotFoundError when the person's company has no such application
 */
export const withdrawApplication = (
  context: Context,
  {
    applicationId,
    actor,
    reason
  }: { readonly applicationId: string; readonly actor: Actor & { readonly id: string }; readonly reason: string }
): Promise<Withdrawal> =>
  context.db.transaction(async (tx): Promise<Withdrawal> => {
    await lockApplicationAs(tx, actor.id, applicationId)
    const details = reason === '' ? {} : { reason }
    const change = await changeStatus(tx, context, { applicationId, to: 'withdrawn', by: 'company', actor, details })
    if (!change.ok) return change
    const { application } = change
    if (application.number === null) return { ok: true }
    const mail = withdrawalMail(context.scheme, context.baseUrl, application, reason)
    for (const { email } of await accountsWithRole(tx, 'secretariat'))
      await queueMail(tx, context, { kind: 'withdrawal-notice', to: email, subjectId: applicationId, ...mail })
    return { ok: true }
  })
