import type { Mark, RawEvidence } from './answers.ts'
import type { Item } from './edition.ts'
import { fieldNames } from './field-names.ts'
import type { FormField } from './form-field.ts'

/** The answers to some items as a form holds them. An item without a mark has no key in `marks`. */
export type FormAnswers = {
  readonly marks: Readonly<Record<string, Mark>>
  readonly evidence: Readonly<Record<string, RawEvidence>>
}

const marks: readonly string[] = ['checked', 'unchecked', 'not_applicable'] satisfies Mark[]

/** Whether a posted word is a mark. */
export const isMark = (value: string): value is Mark => marks.includes(value)

/** The name that an item's mark has in a form: `mark.2-1`. */
export const markName = (itemCode: string): string => `mark.${itemCode}`

/** The name that a field of an item has in a form: `2-1.2025.month`. */
export const fieldName = (itemCode: string, field: string): string => `${itemCode}.${field}`

const typedValue = (field: FormField, typed: readonly string[]): string | readonly string[] => {
  if (field.kind === 'choices') return typed.filter((value) => value !== '')
  return (typed[0] ?? '').replaceAll(/\r\n?/g, '\n').trim()
}

const evidenceOf = (item: Item, evaluationYear: number, valuesOf: (name: string) => readonly string[]): RawEvidence =>
  Object.fromEntries(
    fieldNames(item, evaluationYear)
      .map((field) => [field.name, typedValue(field, valuesOf(fieldName(item.code, field.name)))] as const)
      .filter(([, value]) => value.length > 0)
  )

/**
 * Reads the answers to these items from a form, on the server as in the browser. `valuesOf` gives what a name of the
 * form holds. What is empty is left out; text is kept as typed, without the white space around it.
 */
export const readAnswers = (
  items: readonly Item[],
  evaluationYear: number,
  valuesOf: (name: string) => readonly string[]
): FormAnswers => ({
  marks: Object.fromEntries(
    items.flatMap(({ code }) => {
      const [mark] = valuesOf(markName(code))
      return mark !== undefined && isMark(mark) ? [[code, mark]] : []
    })
  ),
  evidence: Object.fromEntries(
    items
      .map((item) => [item.code, evidenceOf(item, evaluationYear, valuesOf)] as const)
      .filter(([, evidence]) => Object.keys(evidence).length > 0)
  )
})
