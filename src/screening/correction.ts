import { findItem } from '../checklist/index.ts'
import { addDays, type CalendarDate } from '../scheme/calendar.ts'
import type { CaseFile } from './case-file.ts'

/** A question to the company about one item. */
export type Question = { readonly itemCode: string; readonly shortText: string; readonly question: string }

/** The questions of the items that are queried now, in the order of the paper. */
export const queriedQuestions = ({ edition, openItems, decisions }: CaseFile): readonly Question[] =>
  openItems.queried.map((itemCode) => ({
    itemCode,
    shortText: findItem(edition, itemCode)?.shortText ?? '',
    question: decisions[itemCode]?.reason ?? ''
  }))

/** How far ahead a deadline may lie: more is a slip of the year. */
const furthestDays = 366

/** What is wrong with a deadline for correction, or null. It is the last day, so today leaves no time. */
export const deadlineProblem = (deadline: CalendarDate, today: CalendarDate): string | null => {
  if (deadline <= today) return '期限は明日以降の日付にしてください'
  const furthest = addDays(today, furthestDays)
  return deadline > furthest ? '期限は1年以内の日付にしてください' : null
}
