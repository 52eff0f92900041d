import type { ApplicationStatus } from '../applications/application-status.ts'
import type { CertificationPeriod } from '../certificates/period.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import type { RenewalFacts } from './renewal-window.ts'

/** The kind under which the reminders of a certification period are claimed. */
export const reminderKind = 'renewal-reminder'

/** A company's latest certification period, with the application that is under way at the company. */
export type EndingPeriod = {
  readonly periodId: string
  readonly certificationId: string
  /** By which the period was certified: where its mails and history belong. */
  readonly applicationId: string
  /** Whether that application can be read here, and does not only lie on paper. */
  readonly hasCase: boolean
  /** 第N号. */
  readonly number: number
  readonly companyId: string
  readonly companyName: string
  readonly period: CertificationPeriod
  readonly endedOn: CalendarDate | null
  readonly endedHow: 'surrendered' | 'revoked' | null
  readonly open: {
    readonly id: string
    readonly kind: 'initial' | 'renewal'
    readonly status: ApplicationStatus
    /** Null while nothing was submitted. */
    readonly number: string | null
  } | null
}

/** A reminder that was sent: which, and when. */
export type SentNotice = { readonly occasion: string; readonly sentAt: Date }

/** What the window follows from. A draft counts as nothing: the company has not come to the city yet. */
export const factsOf = ({ period, endedOn, endedHow, open }: EndingPeriod): RenewalFacts => ({
  period,
  endedOn,
  endedHow,
  renewal: open === null || open.status === 'draft' ? 'none' : 'open'
})
