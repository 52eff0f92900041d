import { today } from '../platform/clock.ts'
import type { DirectoryQuery } from './directory-query.ts'
import type { EntryContent } from './entry.ts'
import { contentsOf } from './entry-store.ts'
import type { Freshness } from './freshness-store.ts'
import { type ListedEntry, type Listing, listingOf } from './listing.ts'
import { wordsHeld } from './listing-store.ts'
import type { Reading } from './read-entries.ts'
import { refreshCertified } from './refresh-entries.ts'
import { readSearch, type SearchText } from './search-words.ts'

/** A page of the directory with what is told on it. */
export type DirectoryPage = {
  readonly query: DirectoryQuery
  readonly search: SearchText
  readonly listing: Listing
  readonly entries: readonly EntryContent[]
  /** Of those that miss one condition. */
  readonly near: readonly EntryContent[]
}

const listed = (entry: Freshness, held: Awaited<ReturnType<typeof wordsHeld>>): ListedEntry => ({
  ...entry,
  passedCategories: entry.passedCategories ?? [],
  measures: entry.measures ?? [],
  words: held.get(entry.certificationId) ?? new Set()
})

/** The page of the directory that a query asks for, of the companies certified today. */
export const readListing = async (context: Reading, query: DirectoryQuery): Promise<DirectoryPage> => {
  const { db, clock } = context
  const search = readSearch(query.q)
  const certified = await refreshCertified(context, today(clock))
  const held = await wordsHeld(db, search.words)
  const listing = listingOf(
    certified.map((entry) => listed(entry, held)),
    query,
    search
  )
  const shown = [...listing.page, ...listing.near]
  const contents = await contentsOf(
    db,
    shown.map(({ certificationId }) => certificationId)
  )
  const byNumber = new Map(contents.map((content) => [content.number, content]))
  const tell = (entries: readonly ListedEntry[]) => entries.flatMap(({ number }) => byNumber.get(number) ?? [])
  return { query, search, listing, entries: tell(listing.page), near: tell(listing.near) }
}
