import type { Context } from '../platform/context.ts'
import { findCase } from '../screening/read-case.ts'
import { agendaOf } from './agenda-store.ts'
import { attendanceAt } from './attendance-store.ts'
import { endedAt, type Meeting } from './meeting.ts'
import { onPapersOf } from './meeting-case.ts'
import type { MeetingSources } from './meeting-sources.ts'
import { membersAt } from './member-store.ts'
import type { Minutes, MinutesCase } from './minutes.ts'
import { latestOpinions, summarise } from './opinion.ts'
import { opinionsAt } from './opinion-store.ts'
import { readWholeReport } from './read-report.ts'

/** What happened at a closed meeting, as its minutes tell it. Members are those of its end. */
export const readMinutes = async (context: Context, meeting: Meeting, sources: MeetingSources): Promise<Minutes> => {
  const { db, clock, scheme } = context
  const members = await membersAt(db, endedAt(meeting) ?? clock.now())
  const present = new Set((await attendanceAt(db, meeting.id)).map(({ id }) => id))
  const all = await opinionsAt(db, meeting.id)
  const ids = members.map(({ id }) => id)
  const cases: MinutesCase[] = []
  for (const item of await agendaOf(db, meeting.id)) {
    const said = onPapersOf(
      all.filter(({ agendaItemId }) => agendaItemId === item.id),
      item
    )
    const opinions = latestOpinions(said)
    const spoke = new Set(opinions.map(({ memberId }) => memberId))
    cases.push({
      item,
      verdict: (await findCase(db, item.applicationId))?.verdict ?? null,
      summary: summarise(said, ids),
      silentPresent: ids.filter((id) => !spoke.has(id) && present.has(id)).length,
      opinions
    })
  }
  return {
    committee: scheme.committee,
    meeting,
    present: members.filter(({ id }) => present.has(id)).map(({ name }) => name),
    absent: members.filter(({ id }) => !present.has(id)).map(({ name }) => name),
    cases,
    report: await readWholeReport(context, meeting, sources)
  }
}
