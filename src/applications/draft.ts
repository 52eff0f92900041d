import type { Profile } from '../companies/profile.ts'
import type { Application, Attachment, SubmissionContent } from './application.ts'
import type { Answers } from './sections.ts'

/** An application as it would be sent now. */
export type Draft = {
  readonly application: Application
  readonly profile: Profile
  readonly answers: Answers
  readonly attachments: readonly Attachment[]
  /** Those of them in which a scanner found something: they have to go before the application can be sent. */
  readonly infected: readonly Attachment[]
  /** Grows with every change of any part: a confirmation that was made from another one is out of date. */
  readonly version: number
  /** 1 for the first submission, then one more for every correction. */
  readonly round: number
}

const ofMarkedItems = ({ marks, evidence }: Answers): Answers['evidence'] =>
  Object.fromEntries(Object.entries(evidence).filter(([code]) => (marks[code] ?? 'unchecked') !== 'unchecked'))

/**
 * What is kept of a draft when it is sent. Evidence typed beside an item that is not checked stays in the draft: the
 * company did not put it forward.
 */
export const snapshotOf = (draft: Draft, attestedBy: string): SubmissionContent => ({
  profile: draft.profile,
  ...(draft.answers.renewal === undefined ? {} : { renewal: draft.answers.renewal }),
  declarations: draft.answers.declarations,
  marks: draft.answers.marks,
  evidence: ofMarkedItems(draft.answers),
  attachments: draft.attachments.map((file) => ({ ...file, addedAt: file.addedAt.toISOString() })),
  attestedBy
})
