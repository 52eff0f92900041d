import type { Submission } from '../applications/application.ts'
import { type ApplicationStatus, canMove } from '../applications/application-status.ts'
import { type Edition, findItem, itemsOf, type Mark, type Marks } from '../checklist/index.ts'
import type { NotApplicableReading } from '../scoring/index.ts'
import { changesBetween } from './changes.ts'

/** What the secretariat can decide about an item: 認める, 認めない, 照会. */
export const itemDecisionKinds = ['accepted', 'not_accepted', 'queried'] as const

export type ItemDecisionKind = (typeof itemDecisionKinds)[number]

/** What a person reads for each decision. */
export const decisionLabels: Readonly<Record<ItemDecisionKind, string>> = {
  accepted: '認める',
  not_accepted: '認めない',
  queried: '照会'
}

/** A decision on an item of one round. */
export type ItemDecision = {
  readonly id: string
  readonly round: number
  readonly itemCode: string
  readonly decision: ItemDecisionKind
  /** Why not accepted, or the question to the company; empty when accepted. */
  readonly reason: string
  readonly decidedAt: Date
  readonly decidedByName: string
}

/** How 「-」 counts in a case, chosen by a person. */
export type ReadingChoice = {
  readonly reading: NotApplicableReading
  readonly reason: string
  readonly chosenAt: Date
  readonly chosenByName: string
}

/** How an item stands in the present round. */
export type ItemState = {
  /** The decision that stands; null while the item is undecided. */
  readonly decision: ItemDecision | null
  /** A decision of a former round that stands no longer, because the answer changed or the item was queried. */
  readonly earlier: ItemDecision | null
  /** Whether the answer differs from the round before. */
  readonly changed: boolean
}

export type ItemStates = ReadonlyMap<string, ItemState>

const untouched: ItemState = { decision: null, earlier: null, changed: false }

/** Items compared with an industry average are answered anew when the company names another industry. */
const dependsOnIndustry = (edition: Edition, itemCode: string): boolean =>
  findItem(edition, itemCode)?.evidence.some(({ kind }) => kind === 'take_up' || kind === 'head_counts') ?? false

const changedItems = (edition: Edition, before: Submission, after: Submission): ReadonlySet<string> => {
  const changes = changesBetween(before.content, after.content)
  const industryChanged = changes.profile.some(({ field }) => field === 'industry')
  const dependent = itemsOf(edition).filter(({ code }) => industryChanged && dependsOnIndustry(edition, code))
  return new Set([...changes.items.map(({ itemCode }) => itemCode), ...dependent.map(({ code }) => code)])
}

const carriedOver = (state: ItemState, changed: boolean): ItemState => {
  const { decision } = state
  if (decision === null) return { ...untouched, earlier: state.earlier, changed }
  return changed || decision.decision === 'queried'
    ? { decision: null, earlier: decision, changed }
    : { decision, earlier: null, changed: false }
}

/**
 * How each item of the edition stands after the last of the submissions. Within a round the latest decision counts; into
 * the next one it is carried over, unless the answer changed or the item was queried.
 * @param submissions first round first
 * @param decisions oldest first
 */
export const itemStates = (
  edition: Edition,
  submissions: readonly Submission[],
  decisions: readonly ItemDecision[]
): ItemStates => {
  const codes = itemsOf(edition).map(({ code }) => code)
  let states = new Map<string, ItemState>(codes.map((code) => [code, untouched]))
  for (const [index, submission] of submissions.entries()) {
    const before = submissions[index - 1]
    const changed = before === undefined ? new Set<string>() : changedItems(edition, before, submission)
    const ofRound = new Map(
      decisions.filter(({ round }) => round === submission.round).map((decision) => [decision.itemCode, decision])
    )
    states = new Map(
      codes.map((code) => {
        const carried = before === undefined ? untouched : carriedOver(states.get(code) ?? untouched, changed.has(code))
        const decision = ofRound.get(code)
        return [code, decision === undefined ? carried : { ...carried, decision }]
      })
    )
  }
  return states
}

const confirmed = (mark: Mark, state: ItemState | undefined): Mark =>
  state?.decision?.decision === 'accepted' ? mark : 'unchecked'

/** The marks that the official verdict counts: what the secretariat accepted, and nothing else. */
export const confirmedMarks = (edition: Edition, marks: Marks, states: ItemStates): Marks =>
  Object.fromEntries(
    itemsOf(edition).map(({ code }) => [code, confirmed(marks[code] ?? 'unchecked', states.get(code))])
  )

/** Items that are not settled, in the order of the paper. */
export type OpenItems = { readonly undecided: readonly string[]; readonly queried: readonly string[] }

/** What is still open among the items that the company checked or marked 「-」; unchecked items need no decision. */
export const openItems = (edition: Edition, marks: Marks, states: ItemStates): OpenItems => {
  const claimed = itemsOf(edition)
    .map(({ code }) => code)
    .filter((code) => (marks[code] ?? 'unchecked') !== 'unchecked')
  const decisionOf = (code: string) => states.get(code)?.decision?.decision
  return {
    undecided: claimed.filter((code) => decisionOf(code) === undefined),
    queried: claimed.filter((code) => decisionOf(code) === 'queried')
  }
}

/** Whether a case was passed on, to the committee or to the decision, and can be taken back into screening. */
export const canPullBack = (status: ApplicationStatus): boolean =>
  status !== 'submitted' && canMove(status, 'screening', 'secretariat')
