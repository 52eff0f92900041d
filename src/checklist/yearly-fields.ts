import type { RawEvidence } from './answers.ts'
import type { Item } from './edition.ts'
import type { EvidenceField } from './evidence-field.ts'
import { fieldNames, formFieldsOf } from './field-names.ts'
import type { FormField } from './form-field.ts'

const yearlyKinds: ReadonlySet<EvidenceField['kind']> = new Set([
  'overtime',
  'take_up',
  'usage',
  'head_counts',
  'yearly'
])

/** Whether a 記載欄 asks what happened in certain years, so that time alone makes its answer old. */
export const isYearly = ({ kind }: EvidenceField): boolean => yearlyKinds.has(kind)

/** Whose hours a company writes down is its way of counting, which stands until it chooses another. */
const isChoiceOfBasis = ({ name }: FormField): boolean => name === 'basis'

/** The form fields of one 記載欄 that ask for facts of certain years; none where it asks for a description. */
const yearlyFieldsIn = (field: EvidenceField, evaluationYear: number): readonly FormField[] =>
  isYearly(field) ? formFieldsOf(field, evaluationYear).filter((formField) => !isChoiceOfBasis(formField)) : []

/**
 * The form fields of an item that ask for facts of certain years: hours, rates, head counts, usage records. They are the
 * blanks of a renewal. All other fields of `fieldNames` are descriptive and stand until they are changed.
 */
export const yearlyFields = (item: Item, evaluationYear: number): readonly FormField[] =>
  item.evidence.flatMap((field) => yearlyFieldsIn(field, evaluationYear))

/** The form fields of an item that describe: they stand at a renewal until they are changed. */
export const descriptiveFields = (item: Item, evaluationYear: number): readonly FormField[] => {
  const yearly = new Set(yearlyFields(item, evaluationYear).map(({ name }) => name))
  return fieldNames(item, evaluationYear).filter(({ name }) => !yearly.has(name))
}

const isTyped = (value: string | readonly string[] | undefined): value is string | readonly string[] =>
  value !== undefined && [value].flat().some((typed) => typed.trim() !== '')

/** What was typed into these fields, as typed; what is empty is left out. */
export const typedIn = (raw: RawEvidence, fields: readonly FormField[]): RawEvidence =>
  Object.fromEntries(
    fields.flatMap(({ name }) => {
      const value = Object.hasOwn(raw, name) ? raw[name] : undefined
      return isTyped(value) ? [[name, value]] : []
    })
  )

/** What an item said of certain years, as typed, with whose hours they were: what a renewal shows beside its blanks. */
export const yearlyEvidence = (item: Item, raw: RawEvidence, evaluationYear: number): RawEvidence => {
  const fields = item.evidence.filter(isYearly)
  const isGiven = fields.some((field) => Object.keys(typedIn(raw, yearlyFieldsIn(field, evaluationYear))).length > 0)
  return isGiven
    ? typedIn(
        raw,
        fields.flatMap((field) => formFieldsOf(field, evaluationYear))
      )
    : {}
}
