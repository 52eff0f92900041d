import type { EditionId } from '../checklist/index.ts'
import { type Actor, recordEvent } from '../platform/audit.ts'
import { dateOf } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { raiseTo } from '../platform/counters.ts'
import type { Database } from '../platform/database.ts'
import { fiscalYearOf } from '../scheme/calendar.ts'
import type { SubmissionContent } from './application.ts'
import { insertApplication, insertSubmission } from './application-store.ts'
import { receiptCounter, receiptSerial } from './receipt-number.ts'

/** An application that was handled on paper from the first day to the decision. */
export type PaperApplication = {
  readonly companyId: string
  readonly edition: EditionId
  /** The last calendar year that its checklist asked about. */
  readonly evaluationYear: number
  /** The receipt number on the paper. */
  readonly receiptNumber: string
  readonly submittedAt: Date
  readonly certifiedAt: Date
  /** What the paper says, where it was entered; without it a renewal begins with an empty sheet. */
  readonly content?: SubmissionContent
  /** Who enters it: a person of the secretariat. */
  readonly actor: Actor & { readonly id: string }
}

/**
 * Enters an application that was certified on paper, as part of the caller's transaction. Where its sheet is entered too,
 * that is its only submission, and stands as confirmed: the examination was on paper. A receipt number of the portal's
 * own series raises its counter, so that the next application goes on from there.
 * @returns the application's id
 */
export const registerApplication = async (
  tx: Database,
  context: Pick<Context, 'clock' | 'ids'>,
  paper: PaperApplication
): Promise<string> => {
  const id = context.ids()
  const fiscalYear = fiscalYearOf(dateOf(paper.submittedAt))
  const serial = receiptSerial(fiscalYear, paper.receiptNumber)
  if (serial !== null) await raiseTo(tx, receiptCounter(fiscalYear), serial)
  await insertApplication(tx, {
    id,
    companyId: paper.companyId,
    kind: 'initial',
    edition: paper.edition,
    evaluationYear: paper.evaluationYear,
    status: 'certified',
    number: paper.receiptNumber,
    begunAt: paper.submittedAt,
    begunBy: paper.actor.id,
    submittedAt: paper.submittedAt,
    statusSince: paper.certifiedAt
  })
  if (paper.content !== undefined)
    await insertSubmission(tx, {
      id: context.ids(),
      applicationId: id,
      round: 1,
      content: paper.content,
      submittedAt: paper.submittedAt,
      submittedBy: paper.actor.id,
      submittedOn: dateOf(paper.submittedAt)
    })
  const details = { receiptNumber: paper.receiptNumber, edition: paper.edition }
  await recordEvent(tx, context, { actor: paper.actor, subjectId: id, kind: 'application-registered', details })
  return id
}
