import type { ApplicationStatus } from '../applications/application-status.ts'
import type { AgendaOutcome } from './meeting.ts'

/** A case as agendas list it; company, industry and size as it said when it applied. */
export type ListedCase = {
  readonly applicationId: string
  readonly companyName: string
  readonly industry: string
  readonly employees: number
  /** Receipt number. */
  readonly number: string
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
