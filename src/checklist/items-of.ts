import type { Edition, Item } from './edition.ts'

/** All items of an edition, in the order of the paper. */
export const itemsOf = (edition: Edition): readonly Item[] => edition.categories.flatMap<Item>(({ items }) => items)

/** The item with this code, or null where the edition has none. */
export const findItem = (edition: Edition, code: string): Item | null =>
  itemsOf(edition).find((item) => item.code === code) ?? null
