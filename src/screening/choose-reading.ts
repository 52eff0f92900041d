import { lockApplication } from '../applications/application-store.ts'
import { recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { NotApplicableReading } from '../scoring/index.ts'
import { isScreened } from './decide-items.ts'
import type { Official } from './official.ts'
import { readCaseOf } from './read-case.ts'
import { insertReadingChoice } from './screening-store.ts'

/**
 * Records how 「-」 counts in a case, with the reason: possible only while the case is screened and the two readings part.
 * @throws NotFoundError when there is no such case
 */
export const chooseReading = (
  context: Context,
  input: {
    readonly applicationId: string
    readonly reading: NotApplicableReading
    readonly reason: string
    readonly by: Official
  }
): Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: 'status' | 'same' }> =>
  context.db.transaction(async (tx) => {
    const application = await lockApplication(tx, input.applicationId)
    if (!isScreened(application)) return { ok: false, reason: 'status' }
    const file = await readCaseOf(tx, application)
    if (file.bothReadings?.differ !== true) return { ok: false, reason: 'same' }
    const { reading, reason, by } = input
    await insertReadingChoice(tx, {
      id: context.ids(),
      applicationId: application.id,
      reading,
      reason,
      chosenAt: context.clock.now(),
      chosenBy: by.userId
    })
    await recordEvent(tx, context, {
      actor: { id: by.userId, name: by.name },
      subjectId: application.id,
      kind: 'reading-chosen',
      details: { reading, reason }
    })
    return { ok: true }
  })
