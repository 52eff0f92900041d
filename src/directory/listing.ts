import type { DirectoryQuery } from './directory-query.ts'
import { keyOf, type Ordered, orderOf, readKey } from './entry-order.ts'
import type { SearchText } from './search-words.ts'

/** An entry as the list judges it. */
export type ListedEntry = Ordered & {
  readonly certificationId: string
  readonly industry: string
  readonly size: string | null
  readonly passedCategories: readonly number[]
  readonly measures: readonly string[]
  /** Which of the words of the search it holds, by their place. */
  readonly words: ReadonlySet<number>
}

/** One thing that is asked for, and the query without it. */
export type Condition = {
  readonly kind: 'word' | 'industry' | 'size' | 'category' | 'measure'
  /** The word, code, id or number. */
  readonly value: string
  readonly without: DirectoryQuery
}

type Judged = Condition & { readonly holds: (entry: ListedEntry) => boolean }

/** How many would be listed by each choice, the other conditions standing. */
export type ChoiceCounts = {
  readonly industries: ReadonlyMap<string, number>
  readonly sizes: ReadonlyMap<string, number>
  readonly categories: ReadonlyMap<number, number>
  readonly measures: ReadonlyMap<string, number>
}

/** A page of the list, and what helps to go on from it. */
export type Listing = {
  /** Everybody who is certified. */
  readonly all: number
  readonly found: number
  readonly page: readonly ListedEntry[]
  /** The place of the page's first entry, from 1. */
  readonly from: number
  /** Keys for the URLs of the neighbouring pages; `previous` is empty for the first page. Null where there is none. */
  readonly previous: string | null
  readonly next: string | null
  readonly conditions: readonly Condition[]
  readonly counts: ChoiceCounts
  /** What finds more when it is dropped, the most first. */
  readonly droppable: readonly { readonly condition: Condition; readonly found: number }[]
  /** Entries that miss one condition only. */
  readonly near: readonly ListedEntry[]
}

export const pageSize = 20

/** As many as are offered beside a list of hardly any. */
const mostNear = 3

const withoutWord = (search: SearchText, index: number): string =>
  search.words
    .filter((_word, place) => place !== index)
    .map(({ typed }) => typed)
    .join(' ')

const judged = (kind: Condition['kind'], value: string, without: DirectoryQuery, holds: Judged['holds']): Judged => ({
  kind,
  value,
  without,
  holds
})

const conditionsOf = (asked: DirectoryQuery, search: SearchText): readonly Judged[] => {
  const query = { ...asked, after: '' }
  const { industry, size, categories, measures } = query
  const all = [
    ...search.words.map(({ typed }, index) =>
      judged('word', typed, { ...query, q: withoutWord(search, index) }, ({ words }) => words.has(index))
    ),
    industry !== null &&
      judged('industry', industry, { ...query, industry: null }, (entry) => entry.industry === industry),
    size !== null && judged('size', size, { ...query, size: null }, (entry) => entry.size === size),
    ...categories.map((number) => {
      const without = { ...query, categories: categories.filter((other) => other !== number) }
      return judged('category', String(number), without, ({ passedCategories }) => passedCategories.includes(number))
    }),
    ...measures.map((id) => {
      const without = { ...query, measures: measures.filter((other) => other !== id) }
      return judged('measure', id, without, (entry) => entry.measures.includes(id))
    })
  ]
  return all.filter((condition) => condition !== false)
}

const missing = (entry: ListedEntry, conditions: readonly Judged[]): readonly Judged[] =>
  conditions.filter(({ holds }) => !holds(entry))

const tally = <T>(values: readonly T[]): ReadonlyMap<T, number> => {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

const countsOf = (entries: readonly ListedEntry[], conditions: readonly Judged[]): ChoiceCounts => {
  const besides = (kind: Condition['kind']): readonly ListedEntry[] => {
    const others = conditions.filter((condition) => condition.kind !== kind)
    return entries.filter((entry) => missing(entry, others).length === 0)
  }
  const found = entries.filter((entry) => missing(entry, conditions).length === 0)
  return {
    industries: tally(besides('industry').map(({ industry }) => industry)),
    sizes: tally(besides('size').flatMap(({ size }) => size ?? [])),
    categories: tally(found.flatMap(({ passedCategories }) => passedCategories)),
    measures: tally(found.flatMap((entry) => entry.measures))
  }
}

const pageOf = (found: readonly ListedEntry[], { sort, after }: DirectoryQuery) => {
  const order = orderOf(sort)
  const key = readKey(sort, after)
  const begin = key === null ? 0 : found.findIndex((entry) => order(entry, key) > 0)
  // After the last one there is nothing: whoever comes there by an old link is shown the beginning.
  const start = Math.max(0, begin)
  const page = found.slice(start, start + pageSize)
  const last = page.at(-1)
  const before = found[start - pageSize - 1]
  return {
    page,
    from: start + 1,
    previous: start === 0 ? null : before === undefined ? '' : keyOf(sort, before),
    next: last === undefined || start + pageSize >= found.length ? null : keyOf(sort, last)
  }
}

/** The page of the list that a query asks for. */
export const listingOf = (entries: readonly ListedEntry[], query: DirectoryQuery, search: SearchText): Listing => {
  const conditions = conditionsOf(query, search)
  const inOrder = entries.toSorted(orderOf(query.sort))
  const all = inOrder.map((entry) => ({ entry, misses: missing(entry, conditions) }))
  const found = all.flatMap(({ entry, misses }) => (misses.length === 0 ? [entry] : []))
  const nearly = all.filter(({ misses }) => misses.length === 1)
  const droppable = conditions
    .map((condition) => ({
      condition,
      found: found.length + nearly.filter(({ misses }) => misses[0] === condition).length
    }))
    .filter((one) => one.found > found.length)
    .toSorted((one, other) => other.found - one.found)
  return {
    all: entries.length,
    found: found.length,
    ...pageOf(found, query),
    conditions,
    counts: countsOf(inOrder, conditions),
    droppable,
    near: found.length >= mostNear ? [] : nearly.slice(0, mostNear).map(({ entry }) => entry)
  }
}
