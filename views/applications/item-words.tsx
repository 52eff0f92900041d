import type { VNode } from 'preact'
import type { Item, Mark } from '../../src/checklist/index.ts'
import type { ChoiceOption } from '../components/choice.tsx'

/** A mark in the words of the screen. */
export const markWords: Readonly<Record<Mark, string>> = {
  checked: '当てはまる',
  unchecked: '当てはまらない',
  not_applicable: '対象者がいない「-」'
}

/** The answers that an item takes: 「-」 only where the paper has it. */
export const markOptions = ({ allowsNotApplicable }: Item): readonly ChoiceOption[] =>
  (['checked', 'unchecked', ...(allowsNotApplicable ? (['not_applicable'] as const) : [])] as const).map((value) => ({
    value,
    label: markWords[value]
  }))

/** The paper's remarks on how to tick its boxes say nothing here; examples and definitions do. */
const noteOf = ({ note }: Item): string | null => (note === undefined || note.includes('✓') ? null : note)

/** What the paper and the portal say about what counts. */
export const ItemHint = ({ item }: { readonly item: Item }): VNode => {
  const note = noteOf(item)
  return (
    <>
      {note === null ? null : <p>{note}</p>}
      <p>{item.hint}</p>
    </>
  )
}
