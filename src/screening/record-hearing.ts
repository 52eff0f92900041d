import { canMove } from '../applications/application-status.ts'
import { lockApplication } from '../applications/application-store.ts'
import { recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { HearingNote } from './hearing.ts'
import type { Official } from './official.ts'
import { insertHearingNote } from './screening-store.ts'

/**
 * Writes down what was said at a hearing, as long as the case is not closed. It stays: a slip is corrected by another note.
 * @throws NotFoundError when there is no such application
 */
export const recordHearing = (
  context: Context,
  input: Pick<HearingNote, 'heldOn' | 'channel' | 'participants' | 'note'> & {
    readonly applicationId: string
    readonly by: Official
  }
): Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: 'status' }> =>
  context.db.transaction(async (tx) => {
    const { id, status } = await lockApplication(tx, input.applicationId)
    if (!canMove(status, 'withdrawn', 'secretariat')) return { ok: false, reason: 'status' }
    const { heldOn, channel, participants, note, by } = input
    await insertHearingNote(tx, {
      id: context.ids(),
      applicationId: id,
      heldOn,
      channel,
      participants,
      note,
      recordedAt: context.clock.now(),
      recordedBy: by.userId
    })
    await recordEvent(tx, context, {
      actor: { id: by.userId, name: by.name },
      subjectId: id,
      kind: 'hearing-recorded',
      details: { heldOn, channel }
    })
    return { ok: true }
  })
