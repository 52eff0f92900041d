import type { Item } from '../checklist/index.ts'

/** The printed measures of which any one is enough for an item; empty where the item prints none. */
export const examplesOf = ({ evidence }: Item): readonly string[] =>
  evidence.flatMap((field) => (field.kind === 'measures' ? field.options.map(({ text }) => text) : []))

/** What counts for an item, in one line: its measures where it prints some, else our own hint. */
export const whatCounts = (item: Item): string => {
  const examples = examplesOf(item)
  return examples.length === 0 ? item.hint : `例：${examples.join('、')}`
}
