import { sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { counters } from './table.ts'

/**
 * The next number of a gapless sequence, beginning with 1. The row stays locked until the transaction ends, so numbers
 * have no gap and no twin: a transaction that fails gives its number back.
 */
export const nextNumber = async (tx: Database, name: string): Promise<number> => {
  const [row] = await tx
    .insert(counters)
    .values({ name, value: 1 })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + 1` } })
    .returning({ value: counters.value })
  if (row === undefined) throw new Error(`the counter ${name} gave no number`)
  return row.value
}

/** Raises a counter to at least a value, for numbers that were given on paper. */
export const raiseTo = async (tx: Database, name: string, value: number): Promise<void> => {
  await tx
    .insert(counters)
    .values({ name, value })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`greatest(${counters.value}, ${value})` } })
}
