import { type ShortestWay, shortestWay } from '../scoring/index.ts'
import type { CaseFile } from '../screening/case-file.ts'

type Judged = Pick<CaseFile, 'edition' | 'verdict' | 'confirmedMarks' | 'reading' | 'decisions' | 'submission'>

/** What a refused company would have to add; null where it lacks nothing, or the edition has no categories to count. */
export const wayToStandard = ({ edition, confirmedMarks, reading }: Judged): ShortestWay | null => {
  if (edition.rule !== 'categories') return null
  const way = shortestWay(edition, { marks: confirmedMarks, reading })
  return way.steps.length === 0 ? null : way
}

const notAccepted = ({ edition, decisions, submission }: Judged): readonly string[] =>
  edition.categories
    .flatMap(({ items }) => items.map(({ code }) => code))
    .flatMap((code) => {
      const decision = decisions[code]
      const claimed = submission.content.marks[code] === 'checked'
      return decision?.decision === 'not_accepted' && claimed ? [`・項目${code}：${decision.reason}`] : []
    })

/**
 * The reasons of a refusal as the case gives them, for the secretariat to write on: the count against the standard and
 * what was not accepted. Empty where the verdict gives no reason to refuse.
 */
export const refusalDraft = (file: Judged): string => {
  const { verdict } = file
  if (verdict.rule !== 'categories' || verdict.meetsStandard) return ''
  const passed = verdict.categories.filter((category) => category.passed).map(({ title }) => `「${title}」`)
  const named = passed.length === 0 ? '' : `（${passed.join('')}）`
  const rejected = notAccepted(file)
  return [
    `チェックシートの${verdict.categories.length}分野のうち、合格は${verdict.passedCategories}分野${named}でした。認定基準の${verdict.requiredCategories}分野に届きませんでした。`,
    ...(rejected.length === 0 ? [] : ['次の項目は、取組を確認できませんでした。', ...rejected])
  ].join('\n')
}
