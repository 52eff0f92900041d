import { type Category, type FormAnswers, missingEvidence, readEvidence } from '../checklist/index.ts'

/** How far a part of an application is filled in. */
export type Progress = 'not_started' | 'in_progress' | 'done'

/**
 * How far a category is filled in. It is done when every checked item says all that its mark calls for, and nothing is
 * left to answer that could matter: either every item has a mark, or the category passes already.
 */
export const progressOf = (
  category: Category,
  { marks, evidence }: FormAnswers,
  evaluationYear: number,
  passed: boolean
): Progress => {
  const marked = category.items.filter(({ code }) => marks[code] !== undefined)
  if (marked.length === 0) return 'not_started'
  const isWhole = marked
    .filter(({ code }) => marks[code] === 'checked')
    .every((item) => {
      const raw = evidence[item.code] ?? {}
      const { problems } = readEvidence(item, raw, evaluationYear)
      return problems.length === 0 && missingEvidence(item, 'checked', raw, evaluationYear).length === 0
    })
  return isWhole && (passed || marked.length === category.items.length) ? 'done' : 'in_progress'
}
