import type { CaseFile } from './case-file.ts'
import type { ItemDecision, ItemDecisionKind } from './screening.ts'

/** A decision as a form sends it. */
export type PostedDecision = {
  readonly itemCode: string
  readonly decision: ItemDecisionKind
  /** Why not accepted, or the question; empty when accepted. */
  readonly reason: string
  /** The decision that the page showed at the item; null where it showed none. */
  readonly seenId: string | null
}

export type NewDecision = Pick<PostedDecision, 'itemCode' | 'decision' | 'reason'>

type Content = Pick<ItemDecision, 'decision' | 'reason'>

const isSame = (a: Content | null | undefined, b: Content): boolean =>
  a !== null && a !== undefined && a.decision === b.decision && a.reason === b.reason

/**
 * Which of the posted decisions are new. What a person left as the page showed it is not a decision of theirs, even when a
 * colleague decided otherwise since; what both changed, each in their own way, is a conflict.
 * @param all every decision ever made on the case
 */
export const newDecisions = (
  file: Pick<CaseFile, 'states'>,
  all: readonly ItemDecision[],
  posted: readonly PostedDecision[]
): { readonly decisions: readonly NewDecision[]; readonly conflicts: readonly string[] } => {
  const byId = new Map(all.map((decision) => [decision.id, decision]))
  const touched = posted.filter((one) => {
    const standing = file.states.get(one.itemCode)?.decision ?? null
    const seen = one.seenId === null ? null : byId.get(one.seenId)
    return !isSame(standing, one) && !(standing?.id !== one.seenId && isSame(seen, one))
  })
  const isConflict = ({ itemCode, seenId }: PostedDecision) =>
    (file.states.get(itemCode)?.decision?.id ?? null) !== seenId
  return {
    decisions: touched
      .filter((one) => !isConflict(one))
      .map(({ itemCode, decision, reason }) => ({ itemCode, decision, reason })),
    conflicts: touched.filter(isConflict).map(({ itemCode }) => itemCode)
  }
}

/** Undecided items whose evidence bears out the company's mark: what one click may accept. */
export const acceptableItems = ({
  openItems,
  findings,
  submission
}: Pick<CaseFile, 'openItems' | 'findings' | 'submission'>): readonly string[] => {
  const borneOut = new Set(findings.filter(({ verdict }) => verdict === 'borne_out').map(({ itemCode }) => itemCode))
  return openItems.undecided.filter((code) => submission.content.marks[code] === 'checked' && borneOut.has(code))
}
