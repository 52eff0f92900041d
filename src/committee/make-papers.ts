import type { MadeDocument } from '../documents/document-pdf.ts'
import type { Context } from '../platform/context.ts'
import { isOpen } from './meeting.ts'
import type { MeetingSources } from './meeting-sources.ts'
import { findMeeting } from './meeting-store.ts'
import { papersPdf } from './papers-pdf.ts'
import { readPapers } from './read-papers.ts'

/**
 * Makes the papers of an open meeting as it stands; null when there is none. Outside of any transaction, because a big
 * agenda takes seconds: who stores them looks at the meeting again.
 */
export const makePapers = async (
  context: Context,
  meetingId: string,
  sources: MeetingSources
): Promise<MadeDocument | null> => {
  const meeting = await findMeeting(context.db, meetingId)
  return meeting === null || !isOpen(meeting) ? null : papersPdf(await readPapers(context, meeting, sources))
}
