import type { Database } from '../platform/database.ts'
import { meetingOf } from './agenda-store.ts'
import { endedAt, type Meeting } from './meeting.ts'
import { onPapersOf } from './meeting-case.ts'
import { memberIdsAt } from './member-store.ts'
import { latestOpinions, type Opinion, type OpinionSummary, summarise } from './opinion.ts'
import { opinionsOnItem } from './opinion-store.ts'

/** What the committee said of a case, as the decision weighs it. */
export type CommitteeOpinions = {
  readonly meeting: Meeting
  /** The opinion of each member that counts. */
  readonly opinions: readonly Opinion[]
  readonly summary: OpinionSummary
}

/**
 * The opinions on a case at the meeting that heard it or is going to; null while it stands on no agenda. What was said at
 * a meeting that held the case over is on that meeting's page.
 * @param now counts the members who have not spoken while the meeting is open; after its end the members of that time count
 */
export const opinionsOn = async (db: Database, applicationId: string, now: Date): Promise<CommitteeOpinions | null> => {
  const found = await meetingOf(db, applicationId)
  if (found === null) return null
  const { agendaItemId, addedAt, ...meeting } = found
  const opinions = onPapersOf(await opinionsOnItem(db, agendaItemId), { addedAt })
  const members = await memberIdsAt(db, endedAt(meeting) ?? now)
  return { meeting, opinions: latestOpinions(opinions), summary: summarise(opinions, members) }
}
