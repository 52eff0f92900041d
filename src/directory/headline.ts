import type { CategoryAchievements } from '../reports/achievements.ts'
import type { EntryCategory } from './entry.ts'
import { type Measure, measureGroups } from './measures.ts'

const shortest = 12
const longest = 60

/** A sentence of its own that fits on a card. */
const fits = (words: string): boolean => {
  const length = [...words].length
  return words.endsWith('。') && length >= shortest && length <= longest
}

const passedFirst = <T>(all: readonly T[], isPassed: (one: T) => boolean): readonly T[] => [
  ...all.filter(isPassed),
  ...all.filter((one) => !isPassed(one))
]

/** The first measure of each group: two of one group would say nearly the same. */
const ofDifferentGroups = (measures: readonly Measure[]): readonly Measure[] =>
  measureGroups.flatMap((group) => group.measures.find(({ id }) => measures.some((one) => one.id === id)) ?? [])

/** Of the categories of the sheet of 2023, what says most to somebody who looks for work; principles come last. */
const tellingOrder = [5, 3, 4, 2, 6, 7, 1]

const mostTellingFirst = (one: EntryCategory, other: EntryCategory): number =>
  tellingOrder.indexOf(one.number) - tellingOrder.indexOf(other.number)

/**
 * The one concrete thing that is told of a company on its card: its own words where it shows them; else one or two measures that people look for; else what was confirmed.
 * @param categories with own words where they are shown
 */
export const headlineOf = (
  categories: readonly EntryCategory[],
  told: readonly CategoryAchievements[],
  measures: readonly Measure[]
): string => {
  const own = passedFirst(categories.toSorted(mostTellingFirst), ({ passed }) => passed)
    .flatMap(({ ownWords }) => ownWords)
    .find(fits)
  if (own !== undefined) return own
  const phrases = ofDifferentGroups(measures).map(({ phrase }) => phrase)
  if (phrases.length > 0) return `${phrases.slice(0, 2).join('や、')}に取り組んでいます。`
  const [practice] = passedFirst(told, ({ strength }) => strength !== null).flatMap(({ practices }) => practices)
  if (practice !== undefined) return `${practice}に取り組んでいます。`
  return '働きやすい職場づくりの取組で、市の認定を受けています。'
}
