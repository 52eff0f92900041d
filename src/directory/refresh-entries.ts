import type { Context } from '../platform/context.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { contentOf } from './entry-content.ts'
import { type Entry, saveEntries } from './entry-store.ts'
import { certifiedFreshness, type Freshness } from './freshness-store.ts'
import { searchTextOf } from './search-text.ts'
import { sizeBandOf } from './size-band.ts'
import { sourcesOf, type VersionedSource } from './source-store.ts'

/** At most so many at a time, so that the first request after a new release does not hold everything in memory twice. */
const batch = 100

const made = (source: VersionedSource, at: Date): Entry => {
  const { content, measures } = contentOf(source)
  return {
    certificationId: source.certificationId,
    companyId: source.companyId,
    madeFrom: source.madeFrom,
    nameKana: content.nameKana,
    industry: content.industry,
    size: content.size === null ? null : sizeBandOf(source.company.employees).id,
    passedCategories: content.categories.filter(({ passed }) => passed).map(({ number }) => number),
    measures: measures.map(({ id }) => id),
    ...mutable(searchTextOf(content)),
    content,
    madeAt: at
  }
}

const mutable = ({ searchText, bigrams }: ReturnType<typeof searchTextOf>) => ({ searchText, bigrams: [...bigrams] })

/**
 * Makes the entries anew whose sources have changed since, and says whether there were any. Whoever asks for entries calls
 * it first, so none is told that is older than what a company or the city has said; nobody else has to remember to.
 * Several may do so at the same time: each reads sources and their versions at one moment, and keeps what it read.
 */
export const refreshEntries = async (
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  asked: readonly Freshness[]
): Promise<boolean> => {
  const stale = asked.filter(({ madeFrom, entryMadeFrom }) => madeFrom !== entryMadeFrom)
  for (let from = 0; from < stale.length; from += batch) {
    const ids = stale.slice(from, from + batch).map(({ certificationId }) => certificationId)
    const sources = await sourcesOf(db, ids)
    await saveEntries(
      db,
      sources.map((source) => made(source, clock.now()))
    )
  }
  return stale.length > 0
}

/** Everybody who is certified on a day, after what was stale of their entries was made anew. */
export const refreshCertified = async (
  context: Pick<Context, 'db' | 'clock'>,
  on: CalendarDate
): Promise<readonly Freshness[]> => {
  const asked = await certifiedFreshness(context.db, on)
  return (await refreshEntries(context, asked)) ? certifiedFreshness(context.db, on) : asked
}
