import { and, arrayContains, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../platform/database.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { bigramsOf } from './folding.ts'
import type { ListedEntry } from './listing.ts'
import type { SearchWord } from './search-words.ts'
import { directoryEntries } from './table.ts'

/**
 * Whether an entry holds a folded text anywhere: by the index of its pairs, which the text has to hold all of, and then by
 * the text itself, which has to hold them in their order. A single character has no pairs, and is looked for at once.
 */
const holds = (folded: string): SQL | undefined => {
  const pairs = bigramsOf(folded)
  const inText = sql`strpos(${directoryEntries.searchText}, ${folded}) > 0`
  return pairs.length === 0 ? inText : and(arrayContains(directoryEntries.bigrams, [...pairs]), inText)
}

/** Which of the words every entry holds, by the words' places; entries that hold none are left out. */
const wordsHeld = async (
  db: Database,
  words: readonly SearchWord[]
): Promise<ReadonlyMap<string, ReadonlySet<number>>> => {
  const held = new Map<string, Set<number>>()
  for (const [index, word] of words.entries()) {
    const rows = await db
      .select({ id: directoryEntries.certificationId })
      .from(directoryEntries)
      .where(or(...word.alternatives.map((one) => holds(one))))
    for (const { id } of rows) held.set(id, (held.get(id) ?? new Set()).add(index))
  }
  return held
}

/** The entries of some certifications as the list judges them, in no order, with the words of the search that each holds. */
export const listedEntries = async (
  db: Database,
  certificationIds: readonly string[],
  words: readonly SearchWord[]
): Promise<readonly ListedEntry[]> => {
  if (certificationIds.length === 0) return []
  const rows = await db
    .select({
      certificationId: directoryEntries.certificationId,
      number: sql`${directoryEntries.content}->>'number'`.mapWith(Number),
      nameKana: directoryEntries.nameKana,
      certifiedSince: sql<CalendarDate>`${directoryEntries.content}->>'certifiedSince'`,
      industry: directoryEntries.industry,
      size: directoryEntries.size,
      passedCategories: directoryEntries.passedCategories,
      measures: directoryEntries.measures
    })
    .from(directoryEntries)
    .where(inArray(directoryEntries.certificationId, [...certificationIds]))
  const held = await wordsHeld(db, words)
  return rows.map((row) => ({ ...row, words: held.get(row.certificationId) ?? new Set<number>() }))
}
