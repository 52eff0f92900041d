import type { MadeDocument } from '../documents/document-pdf.ts'
import { recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { storeFile } from '../platform/files.ts'
import { endOf, type Meeting, type MeetingEnd } from './meeting.ts'
import { lockMeeting } from './meeting-store.ts'
import type { Official } from './official.ts'
import { insertPapers } from './papers-store.ts'

/** Stores papers as part of the caller's transaction, in which the meeting is locked and open. Earlier ones stay. */
export const keepPapers = async (
  tx: Database,
  context: Pick<Context, 'clock' | 'ids'>,
  meeting: Meeting,
  { papers: { pdf, pages }, actor }: { readonly papers: MadeDocument; readonly actor: Official }
): Promise<void> => {
  const sha256 = await storeFile(tx, context, pdf)
  const made = { madeAt: context.clock.now(), madeBy: actor.id }
  await insertPapers(tx, { id: context.ids(), meetingId: meeting.id, sha256, pages, size: pdf.length, ...made })
  await recordEvent(tx, context, { actor, subjectId: meeting.id, kind: 'papers-made', details: { pages } })
}

export type PapersSaved = { readonly ok: true } | { readonly ok: false; readonly reason: 'absent' | MeetingEnd }

/** Stores a new version of the papers of an open meeting, which members read from now on. */
export const savePapers = (
  context: Context,
  input: { readonly meetingId: string; readonly papers: MadeDocument; readonly actor: Official }
): Promise<PapersSaved> =>
  context.db.transaction(async (tx): Promise<PapersSaved> => {
    const meeting = await lockMeeting(tx, input.meetingId)
    if (meeting === null) return { ok: false, reason: 'absent' }
    const end = endOf(meeting)
    if (end !== null) return { ok: false, reason: end }
    await keepPapers(tx, context, meeting, input)
    return { ok: true }
  })
