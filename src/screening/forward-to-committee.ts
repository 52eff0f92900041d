import { lockApplication } from '../applications/application-store.ts'
import { changeStatus } from '../applications/change-status.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { type CaseFile, type Obstacle, obstaclesOf } from './case-file.ts'
import type { Official } from './official.ts'
import { readCaseOf } from './read-case.ts'
import { findRouteChoice } from './route-store.ts'

export type Forwarded =
  | { readonly ok: true }
  /** `route`: nobody chose yet which way the renewal takes; `simplified`: it is decided without the committee. */
  | { readonly ok: false; readonly reason: 'status' | 'round' | 'route' | 'simplified' }
  | { readonly ok: false; readonly reason: 'open'; readonly obstacles: readonly Obstacle[] }

/** What else follows when a case is put before the committee, in the same transaction: told by a slice that knows meetings. */
export type PlaceOnAgenda = (
  tx: Database,
  context: Context,
  applicationId: string,
  actor: { readonly id: string; readonly name: string }
) => Promise<unknown>

const routeRefusal = async (tx: Database, file: CaseFile): Promise<'route' | 'simplified' | null> => {
  const { kind, id } = file.application
  if (kind === 'initial') return null
  const choice = await findRouteChoice(tx, id)
  if (choice === null || choice.round !== file.submission.round) return 'route'
  return choice.route === 'simplified' ? 'simplified' : null
}

/**
 * Puts a case before the committee (委員会に付す): only when every claimed item is decided, none is queried, and the reading
 * of 「-」 is chosen where it matters; a renewal only when it was chosen to be examined. The verdict of the day goes into the history.
 * @throws NotFoundError when there is no such case
 */
export const forwardToCommittee = (
  context: Context,
  input: { readonly applicationId: string; readonly round: number; readonly by: Official },
  placeOnAgenda: PlaceOnAgenda = async () => undefined
): Promise<Forwarded> =>
  context.db.transaction(async (tx) => {
    const application = await lockApplication(tx, input.applicationId)
    const file = await readCaseOf(tx, application)
    if (file.submission.round !== input.round) return { ok: false, reason: 'round' }
    const route = await routeRefusal(tx, file)
    if (route !== null) return { ok: false, reason: route }
    const obstacles = obstaclesOf(file)
    if (obstacles.length > 0) return { ok: false, reason: 'open', obstacles }
    const { verdict, reading } = file
    const changed = await changeStatus(tx, context, {
      applicationId: application.id,
      to: 'awaiting_committee',
      by: 'secretariat',
      actor: { id: input.by.userId, name: input.by.name },
      details: {
        round: input.round,
        meetsStandard: verdict.meetsStandard,
        passedCategories: verdict.passedCategoryNumbers,
        reading
      }
    })
    if (!changed.ok) return { ok: false, reason: 'status' }
    await placeOnAgenda(tx, context, application.id, { id: input.by.userId, name: input.by.name })
    return { ok: true }
  })
