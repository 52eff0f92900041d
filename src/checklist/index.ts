import type { CategoriesEdition, EditionId, PointsEdition } from './edition.ts'
import { asaka2020 } from './editions/asaka-2020.ts'
import { asaka2023 } from './editions/asaka-2023.ts'

export * from './answers.ts'
export { statesCompliance } from './carried-declarations.ts'
export {
  type AnsweredSheet,
  type CarriedItem,
  type CarriedOver,
  carryOver,
  type LastFigures
} from './carry-over.ts'
export { currentEdition } from './current-edition.ts'
export { hundredths, readCount } from './decimal.ts'
export type * from './edition.ts'
export type * from './evidence.ts'
export { womenShare } from './evidence.ts'
export type * from './evidence-field.ts'
export { fieldNames } from './field-names.ts'
export { type FormAnswers, fieldName, isMark, markName, readAnswers } from './form-answers.ts'
export type * from './form-field.ts'
export { evaluationYears, itemText, usageYears } from './item-text.ts'
export { findItem, itemsOf } from './items-of.ts'
export { type Forerunner, forerunnerOf } from './mapping.ts'
export { type DecodedSheet, decodeMarks, encodeMarks, type MarkedSheet } from './mark-code.ts'
export { missingEvidence } from './missing-evidence.ts'
export { type ReadEvidence, type ReadField, readEvidence } from './read-evidence.ts'
export { sdgGoals } from './sdg-goals.ts'
export { descriptiveFields, isYearly, yearlyEvidence, yearlyFields } from './yearly-fields.ts'

/** Every edition of the checklist that an application or a certification can refer to. */
export const editions: { readonly 'asaka-2023': CategoriesEdition; readonly 'asaka-2020': PointsEdition } = {
  'asaka-2023': asaka2023,
  'asaka-2020': asaka2020
}

/** The edition in which applications are made now. */
export const currentEditionId = 'asaka-2023' satisfies EditionId

/** Whether a stored or posted word names an edition. */
export const isEditionId = (value: string): value is EditionId => Object.hasOwn(editions, value)
