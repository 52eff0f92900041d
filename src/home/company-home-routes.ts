import type { FastifyInstance } from 'fastify'
import { CompanyHomePage } from '../../views/companies/company-home-page.tsx'
import type { Tone } from '../../views/components/status-tag.tsx'
import { formatDate, formatDateWithWeekday, formatPeriod } from '../../views/format.ts'
import { viewerOf } from '../accounts/guard.ts'
import type { Application } from '../applications/application.ts'
import { type ApplicationStatus, statusLabels } from '../applications/application-status.ts'
import { applicationsOf } from '../applications/application-store.ts'
import { certificatesOf, type HeldPeriod } from '../certificates/certificate-store.ts'
import { openProceedingsOf } from '../certificates/proceeding-store.ts'
import { paths } from '../paths.ts'
import { dateOf, today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { sendPage } from '../platform/page.ts'
import { findPublicNumber } from '../publicity/publicity-store.ts'
import { lastPeriodOf } from '../renewals/renewal-store.ts'
import { renewalWindow } from '../renewals/renewal-window.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { nextStepOf, standingOf } from './next-step.ts'
import { nextStepWords } from './next-step-words.ts'

const statusTones: Readonly<Partial<Record<ApplicationStatus, Tone>>> = {
  returned: 'warning',
  certified: 'success',
  draft: 'neutral',
  refused: 'neutral',
  withdrawn: 'neutral'
}

const applicationLine = ({ id, number, kind, status, statusSince }: Application) => ({
  id,
  number: number ?? (kind === 'renewal' ? '更新の申請（未提出）' : '申請（未提出）'),
  statusLabel: statusLabels[status],
  statusTone: statusTones[status] ?? ('info' as const),
  href: status === 'draft' ? paths.application(id) : paths.applicationStatus(id),
  statusSince: formatDate(dateOf(statusSince))
})

const validities = {
  valid: { label: '有効', tone: 'success' },
  continued: { label: '有効（更新の審査中）', tone: 'success' },
  not_yet: { label: '開始前', tone: 'info' },
  renewed: { label: '更新済み', tone: 'neutral' },
  expired: { label: '期間満了', tone: 'neutral' },
  revoked: { label: '取消し', tone: 'error' },
  surrendered: { label: '辞退', tone: 'neutral' }
} as const

const certifying = new Set(['valid', 'continued'])

const certificateLine = (held: HeldPeriod, on: CalendarDate) => ({
  key: `${held.certificationId} ${held.renewalCount}`,
  number: `第${held.number}号`,
  about: paths.ownCertification(held.certificationId),
  period: formatPeriod(held.period),
  href: held.certificateId === null ? null : paths.certificate(held.certificateId),
  validity: validities[standingOf(held, on)],
  badges: certifying.has(standingOf(held, on)) ? paths.ownBadge(held.certificationId) : null
})

const revocationLine = (asked: Awaited<ReturnType<typeof openProceedingsOf>>[number], on: CalendarDate) => ({
  href: paths.ownCertification(asked.certificationId),
  number: `第${asked.number}号`,
  answerBy: asked.isAnswered || asked.answerBy < on ? null : formatDateWithWeekday(asked.answerBy)
})

const nothingYet = { applications: [], periods: [], asked: [], last: null, place: null } as const

/** Everything that lies here of a company. */
const readHome = async (db: Database, companyId: string, on: CalendarDate) => ({
  applications: await applicationsOf(db, companyId),
  periods: await certificatesOf(db, companyId),
  asked: await openProceedingsOf(db, companyId),
  last: await lastPeriodOf(db, companyId),
  place: await findPublicNumber(db, companyId, on)
})

/** Where a company begins. Stands in the last slice, because it asks companies, applications and certificates. */
export const companyHomeRoutes = async (app: FastifyInstance, { context }: { readonly context: Context }) => {
  const { db, clock, scheme } = context

  app.get(paths.company, async (request, reply) => {
    const { company } = viewerOf(request)
    const on = today(clock)
    const found = company === null ? nothingYet : await readHome(db, company.id, on)
    const { applications, periods, asked, last, place } = found
    const window = last === null ? null : renewalWindow(last, scheme, on)
    const step = nextStepOf({ hasProfile: company !== null, applications, periods, window, on })
    const page = CompanyHomePage({
      frame: request.frame({ title: '申請と認定' }),
      profile: { name: company?.name ?? '', missing: company === null },
      applications: applications.map(applicationLine),
      revocations: asked.map((one) => revocationLine(one, on)),
      certificates: periods.map((held) => certificateLine(held, on)),
      publicPage: place === null ? null : { href: place.isPublic ? paths.publicCompany(place.number) : null },
      next: nextStepWords(step)
    })
    return sendPage(reply, page)
  })
}
