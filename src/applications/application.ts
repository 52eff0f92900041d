import type { EditionId, Mark, RawEvidence } from '../checklist/index.ts'
import type { Profile } from '../companies/profile.ts'
import type { Hold } from '../scanning/file-scan.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import type { ApplicationStatus } from './application-status.ts'

/** One application for certification, without its answers. */
export type Application = {
  readonly id: string
  readonly companyId: string
  readonly companyName: string
  readonly kind: 'initial' | 'renewal'
  /** Of a renewal, the application by which the company was certified last; null for an initial one. */
  readonly renews: string | null
  readonly edition: EditionId
  /** The last calendar year the checklist asks about. */
  readonly evaluationYear: number
  readonly status: ApplicationStatus
  /** Receipt number such as R8-012; null before the first submission. */
  readonly number: string | null
  readonly begunAt: Date
  /** The first submission. */
  readonly submittedAt: Date | null
  readonly statusSince: Date
}

/** What an application is called on its pages. */
export const applicationTitle = ({ kind }: Pick<Application, 'kind'>): string =>
  kind === 'initial' ? '認定の申請' : '更新の申請'

/** One category as it is being filled in: what has no mark yet has no key. */
export type CategoryAnswers = {
  readonly marks: Readonly<Record<string, Mark>>
  readonly evidence: Readonly<Record<string, RawEvidence>>
}

/** The declarations: keyed by their id, with the free text of the four informative ones. */
export type DeclarationAnswers = Readonly<Record<string, { readonly declared: boolean; readonly detail: string }>>

/** What only a renewal says: whether the company became another body by merger, split or transfer, and how. */
export type RenewalStatement = { readonly organisationChanged: boolean; readonly organisationDetail: string }

export type SectionData = CategoryAnswers | DeclarationAnswers | RenewalStatement

/** `declarations`, `category-` and the category's number, or, of a renewal only, `renewal`. */
export type SectionName = 'declarations' | 'renewal' | `category-${number}`

/** An attached file as it is listed; its bytes are stored under `sha256`. */
export type Attachment = {
  readonly id: string
  readonly itemCode: string
  readonly fileName: string
  readonly mediaType: string
  /** Bytes. */
  readonly size: number
  readonly sha256: string
  readonly addedAt: Date
  /** Why it is not given out, where a page asked; never stored. */
  readonly hold?: Hold | null
}

/** Everything a company sent at one time, as it was sent. */
export type SubmissionContent = {
  readonly profile: Profile
  readonly declarations: DeclarationAnswers
  readonly marks: Readonly<Record<string, Mark>>
  readonly evidence: Readonly<Record<string, RawEvidence>>
  readonly attachments: readonly (Omit<Attachment, 'addedAt'> & { readonly addedAt: string })[]
  /** Of a renewal only. */
  readonly renewal?: RenewalStatement
  /** The representative stands for the truth of the entries: the name typed at the confirmation. */
  readonly attestedBy: string
}

export type Submission = {
  readonly id: string
  readonly round: number
  readonly content: SubmissionContent
  readonly submittedAt: Date
  readonly submittedOn: CalendarDate
}
