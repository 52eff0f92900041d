import type { EditionId } from '../checklist/index.ts'
import { type Actor, recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import type { SectionData, SectionName } from './application.ts'
import { insertApplication } from './application-store.ts'
import { copyAttachments } from './attachment-store.ts'
import { insertSections } from './section-store.ts'

/** A renewal as it begins: filled in from the application by which the company was certified last. */
export type NewRenewal = {
  readonly companyId: string
  /** The application by which the company was certified last. */
  readonly renews: string
  readonly edition: EditionId
  /** The last calendar year that its checklist asks about. */
  readonly evaluationYear: number
  readonly sections: readonly { readonly name: SectionName; readonly data: SectionData }[]
  /** Files of the application that is renewed, with the items that they stand beside now. */
  readonly files: readonly { readonly id: string; readonly itemCode: string }[]
  readonly actor: Actor & { readonly id: string }
}

/**
 * Writes the draft of a renewal, as part of the caller's transaction, which holds the company and knows that it may be
 * renewed.
 * @returns the application's id
 */
export const openRenewal = async (
  tx: Database,
  context: Pick<Context, 'clock' | 'ids'>,
  { companyId, renews, edition, evaluationYear, sections, files, actor }: NewRenewal
): Promise<string> => {
  const [applicationId, at] = [context.ids(), context.clock.now()]
  await insertApplication(tx, {
    id: applicationId,
    companyId,
    kind: 'renewal',
    renews,
    edition,
    evaluationYear,
    status: 'draft',
    begunAt: at,
    begunBy: actor.id,
    statusSince: at
  })
  await insertSections(tx, applicationId, sections, { at, by: actor.id })
  const copies = files.map((file) => ({ ...file, copyId: context.ids() }))
  await copyAttachments(tx, copies, { from: renews, to: applicationId })
  await recordEvent(tx, context, {
    actor,
    subjectId: applicationId,
    kind: 'status-draft',
    details: { renews, edition }
  })
  return applicationId
}
