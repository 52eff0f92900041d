import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { readCase } from '../screening/read-case.ts'
import { agendaOf } from './agenda-store.ts'
import type { Meeting } from './meeting.ts'
import type { MeetingSources } from './meeting-sources.ts'
import type { Papers } from './papers.ts'
import type { PaperCase } from './papers-case.ts'
import { readChanges } from './read-changes.ts'
import { readWholeReport } from './read-report.ts'

/** Everything that the papers of a meeting show, as it is now. Cases that no longer await the committee are left out. */
export const readPapers = async (context: Context, meeting: Meeting, sources: MeetingSources): Promise<Papers> => {
  const { db, scheme, clock } = context
  const cases: PaperCase[] = []
  for (const item of await agendaOf(db, meeting.id)) {
    if (item.status !== 'awaiting_committee') continue
    const file = await readCase(db, item.applicationId)
    cases.push({ item, file, changes: await readChanges(db, scheme, file) })
  }
  const on = today(clock)
  return {
    scheme,
    meeting,
    cases,
    report: await readWholeReport(context, meeting, sources),
    indicator: await sources.indicatorOn(db, on),
    madeAt: clock.now(),
    on
  }
}
