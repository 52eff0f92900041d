import { formatNumber } from '../../views/format.ts'
import type { Application } from '../applications/application.ts'
import type { ApplicationStatus } from '../applications/application-status.ts'
import { industryName } from '../scheme/industries.ts'
import type { AgendaOutcome } from './meeting.ts'

/** A case as agendas list it; company, industry and size as it said when it applied. */
export type ListedCase = {
  readonly applicationId: string
  readonly companyName: string
  readonly industry: string
  readonly employees: number
  /** Receipt number. */
  readonly number: string
  readonly kind: Application['kind']
  readonly status: ApplicationStatus
  readonly statusSince: Date
}

/** A case on the agenda of a meeting. */
export type AgendaItem = ListedCase & {
  readonly id: string
  readonly addedAt: Date
  /** Null until the meeting is closed. */
  readonly outcome: AgendaOutcome | null
}

/** How agendas name the kinds of cases before the committee: 新規, and the renewals that need an examination. */
export const examinedKindLabels: Readonly<Record<Application['kind'], string>> = {
  initial: '新規',
  renewal: '更新（要審査）'
}

/** 製造業・48人. */
export const industryAndSize = ({ industry, employees }: Pick<ListedCase, 'industry' | 'employees'>): string =>
  `${industryName(industry) ?? '業種不明'}・${formatNumber(employees)}人`
