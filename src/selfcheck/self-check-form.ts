import { chosenMarks } from '../../views/browser/chosen-marks.ts'
import { currentEdition, markName } from '../checklist/index.ts'
import { formValues, textOf } from '../platform/form.ts'
import type { SelfCheck } from './self-check.ts'

/** A part of the form: a category by its number, or the condition at its end. */
export type Part = number | 'condition'

/** Where the pressed button leads: to the result, to a part of the form, or nowhere in particular. */
export type Destination = 'result' | Part | null

/** What the address of a page of the self-check asks for. */
export type SelfCheckQuery =
  | { readonly kind: 'nothing' }
  /** The form as it was sent. Items in `unreadable` hold what none of our pages offers, and count as not answered. */
  | {
      readonly kind: 'answers'
      readonly sheet: SelfCheck
      readonly unreadable: readonly string[]
      readonly destination: Destination
    }
  | { readonly kind: 'link'; readonly code: string; readonly at: Part | null }

const partIn = (text: string): Part | null =>
  text === 'condition'
    ? text
    : (currentEdition.categories.find(({ number }) => String(number) === text)?.number ?? null)

/** Reads the query of a page of the self-check; names that are not ours are left alone. Never throws. */
export const readSelfCheckQuery = (query: unknown): SelfCheckQuery => {
  const values = formValues(query)
  const names = Object.keys(values)
  if (names.includes('go') || names.some((name) => name.startsWith('mark.'))) {
    const { marks, unreadable } = chosenMarks(currentEdition, (code) => {
      const name = markName(code)
      const value = Object.hasOwn(values, name) ? values[name] : ''
      return typeof value === 'string' ? value : null
    })
    const [go, complies] = [textOf(values, 'go'), textOf(values, 'complies') === 'yes']
    const sheet = { edition: currentEdition, marks, complies }
    return { kind: 'answers', sheet, unreadable, destination: go === 'result' ? go : partIn(go) }
  }
  if (!names.includes('c')) return { kind: 'nothing' }
  return { kind: 'link', code: textOf(values, 'c'), at: partIn(textOf(values, 'at')) }
}
