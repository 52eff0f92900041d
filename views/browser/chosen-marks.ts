import type { Edition, Mark, Marks } from '../../src/checklist/index.ts'
import { itemsOf } from '../../src/checklist/items-of.ts'

/** The mark that a choice of the self-check stands for; null for まだ分からない, undefined for what is no choice there. */
const markOf = (value: string, allowsNotApplicable: boolean): Mark | null | undefined => {
  if (value === '') return null
  if (value === 'checked' || value === 'unchecked') return value
  return value === 'not_applicable' && allowsNotApplicable ? value : undefined
}

/**
 * The marks chosen in the form of the self-check: on the server from the query, in the browser from the form itself.
 * @param chosen what the form holds for an item's code; empty for まだ分からない, null for anything but one text
 * @returns besides the marks, the items whose choice none of our pages offers; they count as not answered
 */
export const chosenMarks = (
  edition: Edition,
  chosen: (code: string) => string | null
): { readonly marks: Marks; readonly unreadable: readonly string[] } => {
  const read = itemsOf(edition).map(({ code, allowsNotApplicable }) => {
    const value = chosen(code)
    return { code, mark: value === null ? undefined : markOf(value, allowsNotApplicable) }
  })
  return {
    marks: Object.fromEntries(read.flatMap(({ code, mark }) => (mark ? [[code, mark] as const] : []))),
    unreadable: read.filter(({ mark }) => mark === undefined).map(({ code }) => code)
  }
}
