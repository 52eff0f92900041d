import type { Mark } from '../../src/checklist/index.ts'
import type { ModelCase } from './model.ts'

/** How the model judges a case, written anew from the papers: at least half of a category's items, three of seven. */

const itemsIn: Readonly<Record<string, number>> = { 1: 2, 2: 4, 3: 3, 4: 5, 5: 3, 6: 4, 7: 2 }

/** The items that the company checked or marked 「-」. */
export const claimedItems = ({ sent }: ModelCase): readonly string[] =>
  Object.keys(sent).filter((code) => sent[code]?.mark !== 'unchecked')

const confirmed = (one: ModelCase, category: string, mark: Mark): number =>
  claimedItems(one).filter(
    (code) =>
      code.startsWith(`${category}-`) && one.sent[code]?.mark === mark && one.standing[code]?.kind === 'accepted'
  ).length

const passes = (one: ModelCase, category: string, leavesDenominator: boolean): boolean => {
  const spared = leavesDenominator ? confirmed(one, category, 'not_applicable') : 0
  return confirmed(one, category, 'checked') >= Math.ceil(((itemsIn[category] ?? 0) - spared) / 2)
}

/** Whether the two readings of 「-」 come to different ends. */
export const readingsDiffer = (one: ModelCase): boolean =>
  Object.keys(itemsIn).some((category) => passes(one, category, true) !== passes(one, category, false))

/** Whether nothing stands between the case and the committee. */
export const isExamined = (one: ModelCase): boolean =>
  claimedItems(one).every((code) => ['accepted', 'not_accepted'].includes(one.standing[code]?.kind ?? '')) &&
  (one.reading !== null || !readingsDiffer(one))

export const meetsStandard = (one: ModelCase): boolean =>
  Object.keys(itemsIn).filter((category) => passes(one, category, one.reading !== 'counts_as_unchecked')).length >= 3
