import { lockApplication } from '../applications/application-store.ts'
import { recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { mailsOf, resendMail } from '../platform/outbox.ts'
import type { Official } from './official.ts'

/**
 * Sends a mail of a case once more, if it was sent or failed; one that still waits is on its way.
 * @throws NotFoundError when there is no such application
 */
export const resendCaseMail = (
  context: Context,
  input: { readonly applicationId: string; readonly mailId: string; readonly by: Official }
): Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: 'missing' | 'waiting' }> =>
  context.db.transaction(async (tx) => {
    const { id } = await lockApplication(tx, input.applicationId)
    const mail = (await mailsOf(tx, id)).find((one) => one.id === input.mailId)
    if (mail === undefined) return { ok: false, reason: 'missing' }
    if (mail.state === 'waiting') return { ok: false, reason: 'waiting' }
    await resendMail({ db: tx, jobs: context.jobs }, mail.id, id)
    await recordEvent(tx, context, {
      actor: { id: input.by.userId, name: input.by.name },
      subjectId: id,
      kind: 'mail-resent',
      details: { mailId: mail.id, subject: mail.subject, recipient: mail.recipient }
    })
    return { ok: true }
  })
