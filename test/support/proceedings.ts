import { openProceeding } from '../../src/certificates/open-proceeding.ts'
import { today } from '../../src/platform/clock.ts'
import type { Context } from '../../src/platform/context.ts'
import { addDays } from '../../src/scheme/calendar.ts'

/** Opens the way to the revocation of a certification, to be answered within the shortest time. */
export const proceedingOn = async (
  context: Context,
  certificationId: string,
  actor: { readonly id: string; readonly name: string }
): Promise<string> => {
  const answerBy = addDays(today(context.clock), context.scheme.revocationAnswerDays)
  const opening = await openProceeding(context, {
    certificationId,
    grounds: '申請書の記載が事実と異なることが分かったため。',
    answerBy,
    actor
  })
  if (!opening.ok) throw new Error(`no proceeding was opened: ${opening.reason}`)
  return opening.proceedingId
}
