import { and, arrayContains, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../platform/database.ts'
import { bigramsOf } from './folding.ts'
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

/** Which of the words each entry holds, by the words' places and the entry's certification; those that hold none are left out. */
export const wordsHeld = async (
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
