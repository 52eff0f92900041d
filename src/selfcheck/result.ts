import { type ForecastWords, forecastWords } from '../../views/browser/forecast-words.ts'
import { type Item, itemsOf, type Mark } from '../checklist/index.ts'
import { bothReadings, score, shortestWay } from '../scoring/index.ts'
import { type EvidenceWords, evidenceWords } from './evidence-words.ts'
import type { SelfCheck } from './self-check.ts'

/** An item with the answer it was given; without a mark where nobody knew yet. */
export type ResultItem = { readonly item: Item; readonly mark: Mark | null }

/** A category as the result shows it. */
export type ResultCategory = {
  readonly number: number
  readonly title: string
  readonly passed: boolean
  /** Checked items of those needed, from 0 to 1. */
  readonly ratio: number
  readonly items: readonly ResultItem[]
}

/** A category on the shortest way: how many more of these items it takes. */
type WayStep = {
  readonly number: number
  readonly title: string
  readonly missing: number
  /** Those without an answer first: they may hold already. */
  readonly candidates: readonly { readonly item: Item; readonly undecided: boolean }[]
}

/** Everything that a self-check tells. */
export type Result = {
  readonly meetsStandard: boolean
  readonly headline: string
  readonly lead: string
  readonly forecast: ForecastWords
  readonly categories: readonly ResultCategory[]
  /** Empty where the standard is met. */
  readonly way: readonly WayStep[]
  /** Categories that are as near as the last one on the way, and would do in its place. */
  readonly alsoNear: readonly string[]
  /** What will be asked about the ticked items. */
  readonly evidence: readonly { readonly item: Item; readonly words: EvidenceWords }[]
  /** Papers to have at hand, each named once. */
  readonly papers: readonly string[]
  /** What the other way to count 「-」 would change; null where it makes no difference. */
  readonly reading: string | null
}

const readingWords = ({ edition, marks }: SelfCheck): string | null => {
  const { differ, differingCategories, standardDiffers } = bothReadings(edition, marks)
  if (!differ) return null
  const titles = edition.categories
    .filter(({ number }) => differingCategories.includes(number))
    .map(({ title }) => `「${title}」`)
    .join('、')
  const standard = standardDiffers ? '。認定基準にも届きません' : ''
  return `対象者がいない項目（「-」）は、数に入れずに判定しています。数に入れると、${titles}は合格になりません${standard}。どちらで数えるかは、申請のあとに事務局が確かめて決めます。`
}

const leadWords = (
  { passed, required }: Pick<ForecastWords, 'passed' | 'required'>,
  meets: boolean,
  undecided: number
): string => {
  const count = meets
    ? `合格の見込みの分野は${passed}つで、基準の${required}つに届いています。`
    : `合格の見込みの分野は${passed}つ、認定の基準は${required}つです。`
  return meets || undecided === 0
    ? count
    : `${count}まだ分からない項目が${undecided}項目あります。社内で確かめると、もう届いているかもしれません。`
}

const categoriesOf = ({ edition, marks }: SelfCheck): readonly ResultCategory[] => {
  const verdict = score(edition, { marks })
  return edition.categories.map(({ number, title, items }, index) => {
    const { passed = false, checked = 0, needed = 1 } = verdict.categories[index] ?? {}
    return {
      number,
      title,
      passed,
      ratio: Math.min(1, checked / needed),
      items: items.map((item) => ({ item, mark: marks[item.code] ?? null }))
    }
  })
}

const wayOf = ({ edition, marks }: SelfCheck): readonly WayStep[] => {
  const items = new Map(itemsOf(edition).map((item) => [item.code, item]))
  return shortestWay(edition, { marks }).steps.map(({ categoryNumber, title, missing, candidates }) => ({
    number: categoryNumber,
    title,
    missing,
    candidates: candidates
      .flatMap((code) => items.get(code) ?? [])
      .map((item) => ({ item, undecided: marks[item.code] === undefined }))
      .toSorted((one, other) => Number(other.undecided) - Number(one.undecided))
  }))
}

const nearBesides = ({ edition, marks }: SelfCheck, way: readonly WayStep[]): readonly string[] =>
  score(edition, { marks })
    .categories.filter(({ passed, missing }) => !passed && missing === way.at(-1)?.missing)
    .filter(({ number }) => !way.some((step) => step.number === number))
    .map(({ title }) => title)

/**
 * What the answers mean and what to do next. A forecast: the official result counts what the secretariat confirms.
 * @param evaluationYear the last calendar year that an application begun now would ask about
 */
export const resultOf = (sheet: SelfCheck, evaluationYear: number): Result => {
  const { edition, marks } = sheet
  const forecast = forecastWords(edition, marks)
  const way = wayOf(sheet)
  const meetsStandard = forecast.passed >= forecast.required
  const undecided = itemsOf(edition).filter(({ code }) => marks[code] === undefined).length
  const evidence = itemsOf(edition)
    .filter(({ code }) => marks[code] === 'checked')
    .map((item) => ({ item, words: evidenceWords(item, evaluationYear) }))
  return {
    meetsStandard,
    headline: meetsStandard
      ? '認定基準を満たす見込みです'
      : `あと${way.reduce((sum, { missing }) => sum + missing, 0)}項目で、認定基準に届きます`,
    lead: leadWords(forecast, meetsStandard, undecided),
    forecast,
    categories: categoriesOf(sheet),
    way,
    alsoNear: nearBesides(sheet, way),
    evidence,
    papers: [...new Set(evidence.flatMap(({ words }) => words.papers))],
    reading: readingWords(sheet)
  }
}
