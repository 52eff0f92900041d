import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type DirectoryQuery,
  directoryUrl,
  emptyQuery,
  readDirectoryQuery
} from '../../src/directory/directory-query.ts'
import { keyOf, orderOf, sortedReading } from '../../src/directory/entry-order.ts'
import { type ListedEntry, listingOf, pageSize } from '../../src/directory/listing.ts'
import { measures } from '../../src/directory/measures.ts'
import { readSearch } from '../../src/directory/search-words.ts'
import { sizeBands } from '../../src/directory/size-band.ts'

const noText = readSearch('')

const entry = (number: number, parts: Partial<ListedEntry> = {}): ListedEntry => ({
  certificationId: String(number),
  number,
  nameKana: `カブシキガイシャ${String.fromCodePoint(0x30a2 + (number % 80))}`,
  certifiedSince: `20${String(10 + (number % 15)).padStart(2, '0')}-01-16`,
  industry: 'E',
  size: null,
  passedCategories: [1, 5, 7],
  measures: ['telework'],
  words: new Set(),
  ...parts
})

const query = (parts: Partial<DirectoryQuery> = {}): DirectoryQuery => ({ ...emptyQuery, ...parts })

const anyEntries = fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { maxLength: 70 }).chain((numbers) =>
  fc.tuple(
    ...numbers.map((number) =>
      fc
        .record({
          industry: fc.constantFrom('E', 'G', 'P'),
          size: fc.constantFrom(null, '1-20', '21-50'),
          passedCategories: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
          measures: fc.subarray(['telework', 'side-jobs', 'care'])
        })
        .map((parts) => entry(number, parts))
    )
  )
)

const anyQuery = fc.record({
  q: fc.constant(''),
  industry: fc.constantFrom(null, 'E', 'G', 'P'),
  size: fc.constantFrom(null, '1-20', '21-50'),
  categories: fc.subarray([1, 2, 5]),
  measures: fc.subarray(['telework', 'side-jobs']),
  sort: fc.constantFrom('newest' as const, 'kana' as const),
  after: fc.constant('')
})

describe('the list', () => {
  it('shows everybody once over its pages, in their order, forwards and back', () => {
    fc.assert(
      fc.property(anyEntries, anyQuery, (entries, asked) => {
        const first = listingOf(entries, asked, noText)
        const pages = [first]
        for (let next = first.next; next !== null; ) {
          const page = listingOf(entries, { ...asked, after: next }, noText)
          pages.push(page)
          next = page.next
        }
        const shown = pages.flatMap(({ page }) => page)
        expect(new Set(shown).size).toBe(first.found)
        expect(shown).toEqual(shown.toSorted(orderOf(asked.sort)))
        for (const [index, { previous, from }] of pages.entries()) {
          expect(from).toBe(index * pageSize + 1)
          const before = previous === null ? null : listingOf(entries, { ...asked, after: previous }, noText)
          expect(before?.page ?? null).toEqual(pages[index - 1]?.page ?? null)
        }
      })
    )
  })

  it('goes on from where it was when the last one shown is gone meanwhile', () => {
    const entries = Array.from({ length: 60 }, (_one, index) => entry(index + 1))
    for (const sort of ['newest', 'kana'] as const) {
      const { page, next } = listingOf(entries, query({ sort }), noText)
      const last = page.at(-1)
      const rest = entries.filter((one) => one !== last)
      const expected = listingOf(entries, query({ sort, after: next ?? '' }), noText)
      expect(listingOf(rest, query({ sort, after: next ?? '' }), noText).page).toEqual(expected.page)
    }
  })

  it.each(['', '~', 'x~y', '2024-01-01~99999999999', '~1', 'ア~', '\u0000~1'])('takes the key %j for none', (after) => {
    expect(listingOf([entry(1)], query({ after }), noText).page).toHaveLength(1)
  })

  it('counts by each choice what would be listed with it', () => {
    fc.assert(
      fc.property(anyEntries, anyQuery, (entries, asked) => {
        const { counts } = listingOf(entries, asked, noText)
        const found = (parts: Partial<DirectoryQuery>) => listingOf(entries, { ...asked, ...parts }, noText).found
        expect(counts.industries.get('G') ?? 0).toBe(found({ industry: 'G' }))
        expect(counts.sizes.get('1-20') ?? 0).toBe(found({ size: '1-20' }))
        expect(counts.measures.get('care') ?? 0).toBe(found({ measures: [...asked.measures, 'care'] }))
        expect(counts.categories.get(7) ?? 0).toBe(found({ categories: [...asked.categories, 7] }))
      })
    )
  })

  it('says what to drop, and how many there are then', () => {
    fc.assert(
      fc.property(anyEntries, anyQuery, (entries, asked) => {
        const { droppable, found } = listingOf(entries, asked, noText)
        for (const { condition, found: then } of droppable) {
          expect(then).toBeGreaterThan(found)
          expect(then).toBe(listingOf(entries, condition.without, noText).found)
        }
      })
    )
  })

  it('drops one word of several', () => {
    const search = readSearch('残業 🍎')
    const { droppable, near, found } = listingOf([entry(1, { words: new Set([0]) })], query({ q: '残業 🍎' }), search)
    expect(found).toBe(0)
    expect(droppable.map(({ condition }) => condition.without.q)).toEqual(['残業'])
    expect(near.map(({ number }) => number)).toEqual([1])
  })
})

describe('the order by reading', () => {
  it('leaves the company form out, as telephone books do', () => {
    const readings = [
      'カブシキガイシャワカバ',
      'アオゾラシャカイホケンロウムシホウジン',
      'シャカイフクシホウジンハナミズキカイ',
      'カブシキガイシャ'
    ]
    expect(readings.map(sortedReading)).toEqual(['ワカバ', readings[1], 'ハナミズキカイ', 'カブシキガイシャ'])
    const inOrder = readings.map((nameKana, number) => entry(number + 1, { nameKana })).toSorted(orderOf('kana'))
    expect(inOrder.map(({ number }) => number)).toEqual([2, 4, 3, 1])
  })

  it('has a key for a name with any sign in it', () => {
    const odd = entry(7, { nameKana: 'ア~9\nイ' })
    expect(
      listingOf([odd, entry(8, { nameKana: 'ウ' })], query({ sort: 'kana', after: keyOf('kana', odd) }), noText).page
    ).toHaveLength(1)
  })
})

describe('the URL of a list', () => {
  const anyAsked = fc.record({
    q: fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.trim()),
    industry: fc.constantFrom(null, 'E'),
    size: fc.constantFrom(null, ...sizeBands.map(({ id }) => id)),
    categories: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
    measures: fc.subarray(measures.map(({ id }) => id)),
    sort: fc.constantFrom('newest' as const, 'kana' as const),
    after: fc.constantFrom('', 'ア~3', '2024-01-16~12')
  })

  it('leads back to the query', () => {
    fc.assert(
      fc.property(anyAsked, (asked) => {
        const values: Record<string, string[]> = {}
        for (const [name, value] of new URL(directoryUrl(asked), 'https://example.jp').searchParams)
          values[name] = [...(values[name] ?? []), value]
        const single = Object.fromEntries(
          Object.entries(values).map(([name, all]) => [name, all.length === 1 ? (all[0] ?? '') : all])
        )
        expect(readDirectoryQuery(single)).toEqual(asked)
      })
    )
  })

  it('leaves out what does not exist', () => {
    const odd = {
      industry: 'Z',
      size: '7',
      category: ['9', '2', '__proto__'],
      measure: ['constructor', 'telework'],
      sort: 'x'
    }
    expect(readDirectoryQuery(odd)).toEqual({ ...emptyQuery, categories: [2], measures: ['telework'] })
  })
})
