import type { Profile } from '../companies/profile.ts'
import type { CalendarDate } from '../scheme/calendar.ts'

/** How an item is marked; 「-」 on paper is `not_applicable`. */
export type Mark = 'checked' | 'unchecked' | 'not_applicable'

/** Evidence as it was typed, field by field within an item, so that nothing typed is lost before it is valid. */
export type TypedEvidence = Readonly<Record<string, string | readonly string[]>>

/** One category as it is being filled in: what has no mark yet has no key. */
export type CategoryAnswers = {
  readonly marks: Readonly<Record<string, Mark>>
  readonly evidence: Readonly<Record<string, TypedEvidence>>
}

/** The declarations: keyed by their id, with the free text of the four informative ones. */
export type DeclarationAnswers = Readonly<Record<string, { readonly declared: boolean; readonly detail: string }>>

export type SectionData = CategoryAnswers | DeclarationAnswers

/** `declarations`, or `category-` and the category's number. */
export type SectionName = 'declarations' | `category-${number}`

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
}

/** Everything a company sent at one time, as it was sent. */
export type SubmissionContent = {
  readonly profile: Profile
  readonly declarations: DeclarationAnswers
  readonly marks: Readonly<Record<string, Mark>>
  readonly evidence: Readonly<Record<string, TypedEvidence>>
  readonly attachments: readonly (Omit<Attachment, 'addedAt'> & { readonly addedAt: string })[]
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
