import type { Route } from '../applications/application-status.ts'
import { lockApplication } from '../applications/application-store.ts'
import { recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { type CaseFile, obstaclesOf } from './case-file.ts'
import { isScreened, saveDecisions } from './decide-items.ts'
import type { NewDecision } from './new-decisions.ts'
import type { Official } from './official.ts'
import { readCaseOf } from './read-case.ts'
import { readRenewal } from './read-renewal.ts'
import type { RenewalReview } from './renewal.ts'
import { isSameGrounds } from './route.ts'
import { insertRouteChoice } from './route-store.ts'

export type RouteRefusal = 'status' | 'round' | 'not-renewal' | 'proposal-changed' | 'reason-missing'

export type RouteChosen =
  /** `accepted`: items accepted with the choice, because nothing in them is new; `isSettled`: none is left to decide. */
  | { readonly ok: true; readonly route: Route; readonly accepted: readonly string[]; readonly isSettled: boolean }
  | { readonly ok: false; readonly reason: RouteRefusal }

type RouteRequest = {
  readonly applicationId: string
  /** The round that the page showed. */
  readonly round: number
  /** The grounds that the page showed: who follows a proposal follows the one that was read. */
  readonly grounds: readonly string[]
  readonly route: Route
  /** Why the proposal is overruled. */
  readonly reason: string
  readonly by: Official
}

const refusalOf = (
  { route, round, grounds, reason }: RouteRequest,
  file: CaseFile,
  review: RenewalReview | null
): RouteRefusal | null => {
  if (review === null) return 'not-renewal'
  if (!isScreened(file.application)) return 'status'
  if (file.submission.round !== round) return 'round'
  if (!isSameGrounds(review.grounds, grounds)) return 'proposal-changed'
  return route !== review.proposed && reason === '' ? 'reason-missing' : null
}

const save = async (
  tx: Database,
  context: Context,
  { applicationId, round, route, by, ...request }: RouteRequest,
  { proposed, grounds }: RenewalReview
): Promise<void> => {
  const reason = route === proposed ? '' : request.reason
  const choice = { round, route, proposed, grounds, reason }
  await insertRouteChoice(tx, {
    ...choice,
    id: context.ids(),
    applicationId,
    chosenAt: context.clock.now(),
    chosenBy: by.userId
  })
  const actor = { id: by.userId, name: by.name }
  await recordEvent(tx, context, { actor, subjectId: applicationId, kind: 'route-chosen', details: choice })
}

/**
 * Chooses which way a renewal takes, as proposed or, with a reason, the other way. The simplified way accepts in the same
 * breath every undecided item in which nothing is new; what changed otherwise stays to be decided by hand. It can be
 * chosen again until the case is decided or goes to the committee.
 * @throws NotFoundError when there is no such case
 */
export const chooseRoute = (context: Context, request: RouteRequest): Promise<RouteChosen> =>
  context.db.transaction(async (tx) => {
    const application = await lockApplication(tx, request.applicationId)
    const file = await readCaseOf(tx, application)
    const review = await readRenewal(tx, context.scheme, file)
    const refusal = refusalOf(request, file, review)
    if (refusal !== null || review === null) return { ok: false, reason: refusal ?? 'not-renewal' }
    const { route, by } = request
    await save(tx, context, request, review)
    const accepted = route === 'simplified' ? review.unchangedItems : []
    const decisions = accepted.map((itemCode): NewDecision => ({ itemCode, decision: 'accepted', reason: '' }))
    await saveDecisions(tx, context, file, decisions, by)
    const isSettled = obstaclesOf(await readCaseOf(tx, application)).length === 0
    return { ok: true, route, accepted, isSettled }
  })
