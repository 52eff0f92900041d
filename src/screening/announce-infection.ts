import { accountsWithRole } from '../accounts/account-store.ts'
import { findApplication } from '../applications/application-store.ts'
import { attachmentsWithContent } from '../applications/attachment-store.ts'
import { recordEvent, systemActor } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { queueMail } from '../platform/outbox.ts'
import type { Infection } from '../scanning/scan-file.ts'
import { findRecipients } from './find-recipients.ts'
import { infectionMail, infectionNoticeMail } from './infection-mail.ts'

/**
 * Tells of an infected file in the transaction that finds it: every company that attached it, with a line in the history
 * of its case, and the secretariat, whatever the file belongs to.
 */
export const announceInfection =
  (context: Context) =>
  async (tx: Database, { sha256, found }: Infection): Promise<void> => {
    const { scheme, baseUrl } = context
    const where: string[] = []
    for (const { applicationId, itemCode, fileName } of await attachmentsWithContent(tx, sha256)) {
      const application = await findApplication(tx, applicationId)
      if (application === null) continue
      const file = { itemCode, fileName, found }
      const details = { ...file, sha256 }
      await recordEvent(tx, context, {
        actor: systemActor,
        subjectId: applicationId,
        kind: 'attachment-infected',
        details
      })
      const mail = infectionMail(scheme, { application, file, baseUrl })
      for (const to of await findRecipients(tx, application.companyId))
        await queueMail(tx, context, { kind: 'attachment-infected', to, subjectId: applicationId, ...mail })
      where.push(`${application.companyName}（受付番号 ${application.number ?? '提出前'}）${itemCode}「${fileName}」`)
    }
    const notice = infectionNoticeMail(scheme, { where, found, sha256 })
    for (const { email } of await accountsWithRole(tx, 'secretariat'))
      await queueMail(tx, context, { kind: 'infection-notice', to: email, ...notice })
  }
