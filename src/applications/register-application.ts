import type { EditionId } from '../checklist/index.ts'
import { type Actor, recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { insertApplication } from './application-store.ts'

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
  /** Who enters it: a person of the secretariat. */
  readonly actor: Actor & { readonly id: string }
}

/**
 * Enters an application that was certified on paper, as part of the caller's transaction. It has no submission: what the
 * paper said is not known here.
 * @returns the application's id
 */
export const registerApplication = async (
  tx: Database,
  context: Pick<Context, 'clock' | 'ids'>,
  paper: PaperApplication
): Promise<string> => {
  const id = context.ids()
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
  const details = { receiptNumber: paper.receiptNumber, edition: paper.edition }
  await recordEvent(tx, context, { actor: paper.actor, subjectId: id, kind: 'application-registered', details })
  return id
}
