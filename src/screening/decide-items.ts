import type { Application } from '../applications/application.ts'
import { lockApplication } from '../applications/application-store.ts'
import { changeStatus } from '../applications/change-status.ts'
import { type Actor, recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import type { CaseFile } from './case-file.ts'
import { acceptableItems, type NewDecision, newDecisions, type PostedDecision } from './new-decisions.ts'
import type { Official } from './official.ts'
import { readCaseOf } from './read-case.ts'
import { insertItemDecisions, itemDecisionsOf } from './screening-store.ts'

export type Decided =
  | { readonly ok: true; readonly saved: readonly NewDecision[] }
  /** The case is not being screened, or it was submitted anew since the page was opened. */
  | { readonly ok: false; readonly reason: 'status' | 'round' }
  /** A colleague decided differently on these items since the page was opened. Nothing was saved. */
  | { readonly ok: false; readonly reason: 'conflict'; readonly itemCodes: readonly string[] }

/** Whether decisions on items can be made in this state. */
export const isScreened = ({ status }: Pick<Application, 'status'>): boolean =>
  status === 'submitted' || status === 'screening'

const acceptedByFindings = (file: CaseFile, taken: readonly PostedDecision[]): readonly NewDecision[] =>
  acceptableItems(file)
    .filter((code) => !taken.some(({ itemCode }) => itemCode === code))
    .map((itemCode) => ({ itemCode, decision: 'accepted', reason: '' }))

/** Begins the screening where it has not begun, and writes decisions with their line of the history, if there are any. */
export const saveDecisions = async (
  tx: Database,
  context: Context,
  { application, submission }: CaseFile,
  decisions: readonly NewDecision[],
  by: Official
): Promise<void> => {
  const actor: Actor = { id: by.userId, name: by.name }
  const applicationId = application.id
  if (application.status === 'submitted')
    await changeStatus(tx, context, { applicationId, to: 'screening', by: 'secretariat', actor })
  if (decisions.length === 0) return
  await insertItemDecisions(
    tx,
    decisions.map((decision) => ({
      ...decision,
      id: context.ids(),
      applicationId,
      round: submission.round,
      decidedAt: context.clock.now(),
      decidedBy: by.userId
    }))
  )
  await recordEvent(tx, context, {
    actor,
    subjectId: applicationId,
    kind: 'items-decided',
    details: { round: submission.round, decisions }
  })
}

/**
 * Saves the decisions on items that a person changed, all or none, and accepts on demand every undecided item whose
 * evidence bears out its mark. The first decision begins the screening.
 * @throws NotFoundError when there is no such case
 */
export const decideItems = (
  context: Context,
  input: {
    readonly applicationId: string
    /** The round that the page showed. */
    readonly round: number
    readonly posted: readonly PostedDecision[]
    readonly acceptBorneOut: boolean
    readonly by: Official
  }
): Promise<Decided> =>
  context.db.transaction(async (tx) => {
    const application = await lockApplication(tx, input.applicationId)
    const file = await readCaseOf(tx, application)
    if (!isScreened(application)) return { ok: false, reason: 'status' }
    if (file.submission.round !== input.round) return { ok: false, reason: 'round' }
    const { decisions, conflicts } = newDecisions(file, await itemDecisionsOf(tx, application.id), input.posted)
    if (conflicts.length > 0) return { ok: false, reason: 'conflict', itemCodes: conflicts }
    const saved = [...decisions, ...(input.acceptBorneOut ? acceptedByFindings(file, input.posted) : [])]
    if (saved.length > 0) await saveDecisions(tx, context, file, saved, input.by)
    return { ok: true, saved }
  })
