import type { FastifyInstance } from 'fastify'
import { daysBetween } from '../../views/format.ts'
import { DeskPage } from '../../views/screening/desk-page.tsx'
import { signingState } from '../documents/signing-state.ts'
import { paths } from '../paths.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { asDownload } from '../platform/downloads.ts'
import { type FormValues, formValues, textOf } from '../platform/form.ts'
import { isUuid } from '../platform/ids.ts'
import { sendPage } from '../platform/page.ts'
import { addDays, type CalendarDate } from '../scheme/calendar.ts'
import type { NextMeeting } from './case-screen.ts'
import {
  type DeskCase,
  type DeskTab,
  daysUnderWay,
  deskTabs,
  endingWithinDays,
  nextDeadline,
  tabStatuses
} from './desk.ts'
import { deskCsv, type EndingCertification, endingCsv, type ListedCase } from './desk-csv.ts'
import { countCases, type DeskPlace, type DeskQuestion, deskCases, deskPage } from './desk-store.ts'

export type DeskDeps = {
  readonly context: Context
  readonly nextMeeting: NextMeeting
  /** Certifications that stand on a day and end by another: asked of a slice that this one does not know. */
  readonly certificationsEnding: (
    db: Database,
    days: { readonly on: CalendarDate; readonly by: CalendarDate }
  ) => Promise<readonly EndingCertification[]>
  /** How many companies wait for a word on what they want shown of themselves. */
  readonly statementsWaiting: (db: Database) => Promise<number>
}

const pageSize = 50
const longestSearch = 100

const tabIn = (values: FormValues): DeskTab => deskTabs.find((tab) => tab === textOf(values, 'tab')) ?? 'todo'

/** Longer than any name, or with what no name holds, is nothing that could be found. */
const searchIn = (values: FormValues): string =>
  [...textOf(values, 'q').replaceAll('\u0000', '')].slice(0, longestSearch).join('')

const placeIn = (values: FormValues): DeskPlace | null => {
  for (const side of ['after', 'before'] as const) {
    const id = textOf(values, side)
    if (isUuid(id)) return { side, id }
  }
  return null
}

const questionOf = (tab: Exclude<DeskTab, 'ending'>, search: string): DeskQuestion => ({
  statuses: tabStatuses[tab],
  search,
  newestFirst: tab === 'all'
})

/** The secretariat's desk: what waits for whom. */
export const deskRoutes = async (app: FastifyInstance, deps: DeskDeps): Promise<void> => {
  const { context } = deps
  const { db, scheme, clock } = context

  const listed = async (cases: readonly DeskCase[]): Promise<readonly ListedCase[]> => {
    const on = today(clock)
    const meeting = await deps.nextMeeting(db, on)
    return cases.map((one) => ({
      one,
      days: daysUnderWay(one, on),
      deadline: nextDeadline(one, scheme, on, meeting?.heldOn ?? null)
    }))
  }

  const ending = () => {
    const on = today(clock)
    return deps.certificationsEnding(db, { on, by: addDays(on, endingWithinDays) })
  }

  app.get(paths.desk, async (request, reply) => {
    const query = formValues(request.query)
    const [tab, search] = [tabIn(query), searchIn(query)]
    const page =
      tab === 'ending'
        ? { cases: [], hasPrevious: false, hasNext: false }
        : await deskPage(db, questionOf(tab, search), placeIn(query), pageSize)
    const returned = await deskCases(db, questionOf('returned', ''))
    return sendPage(
      reply,
      DeskPage({
        frame: request.frame({ title: '案件', wide: true }),
        tab,
        search,
        today: today(clock),
        counts: await countCases(db),
        ending: await ending(),
        cases: await listed(page.cases),
        overdueCorrections: (await listed(returned)).filter(({ deadline }) => deadline?.isOverdue === true).length,
        statementsWaiting: await deps.statementsWaiting(db),
        signing: signingState(context.signer, clock.now()),
        hasPrevious: page.hasPrevious,
        hasNext: page.hasNext
      })
    )
  })

  app.get(paths.deskExport, async (request, reply) => {
    const query = formValues(request.query)
    const tab = tabIn(query)
    const on = today(clock)
    const csv =
      tab === 'ending'
        ? endingCsv(await ending(), (endsOn) => daysBetween(on, endsOn))
        : deskCsv(await listed(await deskCases(db, questionOf(tab, searchIn(query)))))
    return asDownload(reply, `cases-${tab}-${on}.csv`).type('text/csv; charset=utf-8').send(csv)
  })
}
