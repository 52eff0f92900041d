import { lockApplication } from '../applications/application-store.ts'
import { changeStatus } from '../applications/change-status.ts'
import { sendLetter } from '../letters/send-letter.ts'
import type { Context } from '../platform/context.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { queriedQuestions } from './correction.ts'
import { correctionDraft } from './correction-letter.ts'
import { findRecipients } from './find-recipients.ts'
import type { Official } from './official.ts'
import { readCaseOf } from './read-case.ts'
import { insertCorrectionRequest } from './screening-store.ts'

/**
 * Returns an application to its company (補正) until a deadline: from now on it can be changed and sent again, and the
 * questions stand at their items. The contact and everybody of the company get the letter.
 * @throws NotFoundError when there is no such case
 */
export const returnForCorrection = (
  context: Context,
  input: {
    readonly applicationId: string
    /** The round that the page showed. */
    readonly round: number
    readonly message: string
    readonly deadline: CalendarDate
    readonly by: Official
  }
): Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: 'status' | 'round' }> =>
  context.db.transaction(async (tx) => {
    const application = await lockApplication(tx, input.applicationId)
    const file = await readCaseOf(tx, application)
    if (file.submission.round !== input.round) return { ok: false, reason: 'round' }
    const { message, deadline, by } = input
    const questions = queriedQuestions(file)
    const changed = await changeStatus(tx, context, {
      applicationId: application.id,
      to: 'returned',
      by: 'secretariat',
      actor: { id: by.userId, name: by.name },
      details: { round: input.round, deadline, message, itemCodes: questions.map(({ itemCode }) => itemCode) }
    })
    if (!changed.ok) return { ok: false, reason: 'status' }
    await insertCorrectionRequest(tx, {
      id: context.ids(),
      applicationId: application.id,
      round: input.round,
      message,
      deadline,
      requestedAt: context.clock.now(),
      requestedBy: by.userId
    })
    await sendLetter(tx, context, {
      ...correctionDraft(context.baseUrl, file, { message, deadline }),
      companyId: application.companyId,
      subjectId: application.id,
      to: await findRecipients(tx, application.companyId)
    })
    return { ok: true }
  })
