import { currentEdition } from '../checklist/index.ts'
import { paths } from '../paths.ts'
import { type FormValues, textOf } from '../platform/form.ts'
import { isIndustryCode } from '../scheme/industries.ts'
import { measures } from './measures.ts'
import { findSizeBand } from './size-band.ts'

/** The orders of the list. */
export const directorySorts = ['newest', 'kana'] as const

export type DirectorySort = (typeof directorySorts)[number]

/** What the list is asked for: all of it has to hold. */
export type DirectoryQuery = {
  /** As typed. */
  readonly q: string
  readonly industry: string | null
  /** The id of a band. */
  readonly size: string | null
  /** Categories that passed. */
  readonly categories: readonly number[]
  /** Ids of measures. */
  readonly measures: readonly string[]
  readonly sort: DirectorySort
  /** The key of the entry after which the page begins; empty for the first page. */
  readonly after: string
}

export const emptyQuery: DirectoryQuery = {
  q: '',
  industry: null,
  size: null,
  categories: [],
  measures: [],
  sort: 'newest',
  after: ''
}

/** The categories of the sheet that is in use now. */
export const directoryCategories = currentEdition.categories

const listOf = (values: FormValues, name: string): readonly string[] => {
  const value = Object.hasOwn(values, name) ? values[name] : undefined
  return typeof value === 'string' ? [value] : (value ?? [])
}

const known = (value: string, isKnown: (value: string) => boolean): string | null => (isKnown(value) ? value : null)

/** Reads the query of a URL. A condition that does not exist is left out: links grow old. */
export const readDirectoryQuery = (values: FormValues): DirectoryQuery => {
  const categories = listOf(values, 'category')
  const ids = listOf(values, 'measure')
  return {
    q: textOf(values, 'q'),
    industry: known(textOf(values, 'industry'), isIndustryCode),
    size: known(textOf(values, 'size'), (id) => findSizeBand(id) !== null),
    categories: directoryCategories.map(({ number }) => number).filter((number) => categories.includes(String(number))),
    measures: measures.map(({ id }) => id).filter((id) => ids.includes(id)),
    sort: directorySorts.find((sort) => sort === textOf(values, 'sort')) ?? 'newest',
    after: textOf(values, 'after').slice(0, 300)
  }
}

/** The URL of a list: always the same for the same query, and without what is usual. */
export const directoryUrl = (query: DirectoryQuery): string => {
  const search = new URLSearchParams()
  if (query.q.trim() !== '') search.set('q', query.q.trim().toWellFormed())
  if (query.industry !== null) search.set('industry', query.industry)
  if (query.size !== null) search.set('size', query.size)
  for (const number of query.categories) search.append('category', String(number))
  for (const id of query.measures) search.append('measure', id)
  if (query.sort !== 'newest') search.set('sort', query.sort)
  if (query.after !== '') search.set('after', query.after)
  const text = search.toString()
  return text === '' ? paths.companies : `${paths.companies}?${text}`
}
