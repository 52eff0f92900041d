import type { FastifyReply, FastifyRequest } from 'fastify'
import { CasePage, type Returned } from '../../views/screening/case-page.tsx'
import type { RenewalShown } from '../../views/screening/renewal-section.tsx'
import { canMove, isOpen } from '../applications/application-status.ts'
import { lettersAbout } from '../letters/letter-store.ts'
import { paths } from '../paths.ts'
import { historyOf } from '../platform/audit.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { NotFoundError } from '../platform/errors.ts'
import { isUuid } from '../platform/ids.ts'
import { mailsOf } from '../platform/outbox.ts'
import { sendPage } from '../platform/page.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import type { CaseFile } from './case-file.ts'
import { caseMails } from './case-mails.ts'
import { viewsOf } from './case-view-store.ts'
import { isScreened } from './decide-items.ts'
import { readCase } from './read-case.ts'
import { readRenewal } from './read-renewal.ts'
import { findLatestCorrection } from './screening-store.ts'
import { showHolds } from './show-holds.ts'

/** Who looked into a case is for the rare question: the newest lines answer it, and there may be many. */
const viewsShown = 100

/** When the committee meets next: asked of a slice that this one does not know. */
export type NextMeeting = (db: Database, today: CalendarDate) => Promise<{ readonly heldOn: CalendarDate } | null>

/** The characters of a company's name that its certificate could not show: asked of a slice that this one does not know. */
export type UnprintableIn = (name: string) => readonly string[]

/** The period of certification that an application brought: asked of a slice that this one does not know. */
export type PeriodBrought = (
  db: Database,
  applicationId: string
) => Promise<{ readonly startsOn: CalendarDate; readonly endsOn: CalendarDate } | null>

export type ScreeningDeps = {
  readonly context: Context
  readonly nextMeeting: NextMeeting
  readonly unprintableIn: UnprintableIn
  readonly periodBrought: PeriodBrought
}

/** The case that a URL names. @throws NotFoundError when it names none */
export const caseIn = async ({ context }: Pick<ScreeningDeps, 'context'>, id: string): Promise<CaseFile> => {
  if (!isUuid(id)) throw new NotFoundError('case')
  return readCase(context.db, id)
}

/** The way back from the pages of a case. */
export const caseBreadcrumb = ({ application }: CaseFile) => [
  { href: paths.desk, label: '案件' },
  { href: paths.case(application.id), label: application.companyName }
]

const renewalShown = async (
  { context, periodBrought }: ScreeningDeps,
  file: CaseFile
): Promise<RenewalShown | null> => {
  const { renews } = file.application
  const review = await readRenewal(context.db, context.scheme, file)
  return review === null || renews === null ? null : { review, lastPeriod: await periodBrought(context.db, renews) }
}

/** Answers with the case page, or with what came back with an error. */
export const sendCasePage = async (
  request: FastifyRequest,
  reply: FastifyReply,
  deps: ScreeningDeps,
  file: CaseFile,
  returned: (Returned & { readonly status: 409 | 422 }) | null = null
): Promise<FastifyReply> => {
  const { context, nextMeeting, unprintableIn } = deps
  const { db, clock } = context
  const { id, status } = file.application
  const correction = status === 'returned' ? await findLatestCorrection(db, id) : null
  const meeting = await nextMeeting(db, today(clock))
  const history = await historyOf(db, id)
  const page = CasePage({
    frame: request.frame({
      title: file.submission.content.profile.name,
      breadcrumb: [{ href: paths.desk, label: '案件' }],
      showHeading: false,
      wide: true,
      hasErrors: returned !== null
    }),
    file: await showHolds(context, file),
    renewal: await renewalShown(deps, file),
    editable: isScreened(file.application),
    today: today(clock),
    nextMeetingOn: meeting?.heldOn ?? null,
    correctionDeadline: correction?.deadline ?? null,
    mails: caseMails(await mailsOf(db, id), history),
    letters: await lettersAbout(db, id),
    history,
    views: await viewsOf(db, id, viewsShown),
    unprintable: isOpen(status) ? unprintableIn(file.submission.content.profile.name) : [],
    canWithdraw: canMove(status, 'withdrawn', 'secretariat'),
    returned
  })
  return sendPage(reply, page, returned?.status ?? 200)
}

/** Answers with the case page and why a step was refused (409), together with what was typed and would be lost. */
export const refuseOnCase = (
  request: FastifyRequest,
  reply: FastifyReply,
  deps: ScreeningDeps,
  file: CaseFile,
  message: string,
  unsaved?: string
): Promise<FastifyReply> =>
  sendCasePage(request, reply, deps, file, {
    status: 409,
    title: '実行していません',
    errors: [{ message }, ...(unsaved === undefined ? [] : [{ message: unsaved }])],
    items: null,
    reading: null
  })
