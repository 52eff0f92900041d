import { type Edition, statesCompliance } from '../checklist/index.ts'
import type { Comparable } from './comparable.ts'
import type { CategoryFlip, ExaminationReason } from './comparison-result.ts'
import type { Verdict } from './verdict.ts'

const standard = ({ meetsStandard }: Verdict): readonly ExaminationReason[] => {
  if (meetsStandard === null) return [{ kind: 'standard-undetermined' }]
  return meetsStandard ? [] : [{ kind: 'standard-not-met' }]
}

const categories = (flips: readonly CategoryFlip[]): readonly ExaminationReason[] => {
  const numbers = flips.filter(({ kind }) => kind === 'lost').map(({ number }) => number)
  return numbers.length === 0 ? [] : [{ kind: 'category-lost', numbers }]
}

/** A sole proprietor has no number: one that became a corporation, or the other way round, is another body. */
const legalEntity = (before: Comparable, after: Comparable): readonly ExaminationReason[] => {
  const [former, present] = [before.body.legalEntityNumber, after.body.legalEntityNumber]
  return former === present ? [] : [{ kind: 'legal-entity-changed', before: former, after: present }]
}

/**
 * Why a renewal must be examined like an initial application. The standard, the statement that the law is kept and the
 * place are judged by how things stand now, whatever stood before: without them nothing can be certified.
 */
export const examinationReasons = (
  edition: Edition,
  before: Comparable,
  after: Comparable,
  judged: {
    readonly verdict: Verdict
    readonly flips: readonly CategoryFlip[]
    readonly organisationChanged: boolean
  }
): readonly ExaminationReason[] => [
  ...standard(judged.verdict),
  ...categories(judged.flips),
  ...(statesCompliance({ ...after, edition }) ? [] : [{ kind: 'legal-compliance-gone' } as const]),
  ...legalEntity(before, after),
  ...(judged.organisationChanged ? [{ kind: 'organisation-changed' } as const] : []),
  ...(after.body.inCity ? [] : [{ kind: 'left-city' } as const])
]
