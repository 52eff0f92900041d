import type { Viewer } from '../accounts/viewer.ts'
import type { Database } from '../platform/database.ts'
import { findCase } from '../screening/read-case.ts'
import { agendaOf } from './agenda-store.ts'
import { endedAt, type Meeting } from './meeting.ts'
import { type MeetingCase, onPapersOf } from './meeting-case.ts'
import { memberIdsAt } from './member-store.ts'
import { givenIn, latestOpinions, summarise } from './opinion.ts'
import { opinionsAt } from './opinion-store.ts'

/** The cases of a meeting with verdict and opinions, as far as this reader may know them. */
export const readMeetingCases = async (
  db: Database,
  meeting: Meeting,
  reader: Pick<Viewer, 'userId' | 'role'>,
  now: Date
): Promise<readonly MeetingCase[]> => {
  const all = await opinionsAt(db, meeting.id)
  const members = await memberIdsAt(db, endedAt(meeting) ?? now)
  const mayKnowAll = reader.role === 'secretariat' || meeting.closedAt !== null
  const cases: MeetingCase[] = []
  for (const item of await agendaOf(db, meeting.id)) {
    const opinions = all.filter(({ agendaItemId }) => agendaItemId === item.id)
    const summary = summarise(onPapersOf(opinions, item), members)
    const verdict = (await findCase(db, item.applicationId))?.verdict ?? null
    cases.push({
      ...item,
      verdict,
      summary: mayKnowAll ? summary : null,
      given: givenIn(summary),
      wasSpokenOn: opinions.length > 0,
      own: latestOpinions(opinions).find(({ memberId }) => memberId === reader.userId) ?? null
    })
  }
  return cases
}
