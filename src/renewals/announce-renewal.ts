import { sendLetter } from '../letters/send-letter.ts'
import { type Actor, recordEvent } from '../platform/audit.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { claimNotice } from '../platform/notices.ts'
import { queueMail } from '../platform/outbox.ts'
import { findRecipients } from '../screening/find-recipients.ts'
import { type EndingPeriod, reminderKind } from './ending.ts'
import { noticeDraft } from './notice-letter.ts'
import { type ReminderTone, reminderMail } from './reminder-mail.ts'

/** The notice is a letter of the city, in its own wording and archived; what follows reminds of it in a short mail. */
export type AnnouncementTone = 'notice' | ReminderTone

/** What became of a reminder: its mails wait to be sent, there is no address, or it was sent before. */
export type Announcement = 'queued' | 'nobody' | 'claimed'

/**
 * Queues a reminder to everybody at the company, as part of the caller's transaction, and notes it. Nothing is claimed where
 * there is nobody to write to, so that it is sent once there is an address.
 */
export const announceRenewal = async (
  tx: Database,
  context: Context,
  ending: EndingPeriod,
  { occasion, tone, actor }: { readonly occasion: string; readonly tone: AnnouncementTone; readonly actor: Actor }
): Promise<Announcement> => {
  const { applicationId, periodId, companyId } = ending
  const recipients = (await findRecipients(tx, companyId)).filter(Boolean)
  if (recipients.length === 0) return 'nobody'
  if (!(await claimNotice(tx, context, { kind: reminderKind, subjectId: periodId, occasion }))) return 'claimed'
  const details = { occasion, recipients: recipients.length }
  await recordEvent(tx, context, { actor, subjectId: applicationId, kind: 'renewal-reminded', details })
  if (tone === 'notice') {
    const letter = noticeDraft(context, ending)
    await sendLetter(tx, context, { ...letter, companyId, subjectId: applicationId, to: recipients })
    return 'queued'
  }
  const mail = reminderMail(context, ending, tone, today(context.clock))
  for (const to of recipients)
    await queueMail(tx, context, { kind: reminderKind, to, subjectId: applicationId, ...mail })
  return 'queued'
}
