import {
  type Category,
  type FieldProblem,
  type FormField,
  fieldName,
  fieldNames,
  type Item,
  isMark,
  markName,
  readAnswers,
  readEvidence
} from '../checklist/index.ts'
import { BadRequestError } from '../platform/errors.ts'
import { type FormValues, formValues } from '../platform/form.ts'
import type { CategoryAnswers } from './application.ts'
import { filesDestination } from './files-destination.ts'
import { type Destination, destinationOf, readVersion } from './section-form.ts'

/** A posted category. `problems` stand beside their fields; `storable` is false where one of them cannot be kept. */
export type CategoryForm = {
  readonly version: number
  readonly destination: Destination
  /** The item whose files the pressed button leads to, if it is that button. */
  readonly filesOf: string | null
  readonly answers: CategoryAnswers
  readonly problems: readonly FieldProblem[]
  readonly storable: boolean
}

type Known = { readonly item: Item; readonly field: FormField | null }

const knownNames = (category: Category, evaluationYear: number): ReadonlyMap<string, Known> =>
  new Map(
    category.items.flatMap((item): [string, Known][] => [
      [markName(item.code), { item, field: null }],
      ...fieldNames(item, evaluationYear).map((field): [string, Known] => [
        fieldName(item.code, field.name),
        { item, field }
      ])
    ])
  )

const checkMark = (item: Item, value: string | readonly string[]): void => {
  if (typeof value !== 'string' || !isMark(value)) throw new BadRequestError(`no mark: ${item.code}`)
  if (value === 'not_applicable' && !item.allowsNotApplicable)
    throw new BadRequestError(`「-」 does not exist at ${item.code}`)
}

const checkField = (name: string, field: FormField, value: string | readonly string[]): void => {
  if (field.kind !== 'choices' && typeof value !== 'string') throw new BadRequestError(`${name} was sent twice`)
  if (field.kind !== 'choice' && field.kind !== 'choices') return
  const options = new Set(field.options.map((option) => option.value))
  const chosen = [value].flat().filter((one) => one !== '')
  if (chosen.some((one) => !options.has(one))) throw new BadRequestError(`no option of ${name}`)
}

const filesOfIn = (category: Category, { destination }: FormValues): string | null =>
  category.items.find(({ code }) => destination === filesDestination(code))?.code ?? null

const ownNames: readonly string[] = ['version', 'destination']

/** Refuses what none of our pages can have sent. */
const checkNames = (known: ReadonlyMap<string, Known>, values: FormValues): void => {
  for (const [name, value] of Object.entries(values)) {
    if (ownNames.includes(name)) continue
    const found = known.get(name)
    if (found === undefined) throw new BadRequestError(`no field of this category: ${name.slice(0, 100)}`)
    if (found.field === null) checkMark(found.item, value)
    else checkField(name, found.field, value)
  }
}

// Tab and line feed are the control characters that people type; the database takes no NUL at all.
const controls = /[^\P{Cc}\t\n]/u

const isStorable = (field: FormField, typed: string | readonly string[] | undefined): boolean =>
  typeof typed !== 'string' ||
  field.kind === 'choice' ||
  field.kind === 'choices' ||
  (!controls.test(typed) && [...typed].length <= field.maxLength)

/** Wrong entries count where the mark calls for them; what cannot be stored counts everywhere. */
const problemsOf = (item: Item, { marks, evidence }: CategoryAnswers, evaluationYear: number) => {
  const raw = evidence[item.code] ?? {}
  const unstorable = fieldNames(item, evaluationYear).filter((field) => !isStorable(field, raw[field.name]))
  const wrong = readEvidence(item, raw, evaluationYear).problems
  const shown = wrong.filter(
    ({ field }) => marks[item.code] === 'checked' || unstorable.some(({ name }) => name === field)
  )
  const unnamed = unstorable.filter(({ name }) => !shown.some(({ field }) => field === name))
  return {
    storable: unstorable.length === 0,
    problems: [
      ...shown,
      ...unnamed.map(({ name }) => ({ field: name, message: '文字数が多すぎます。短く入力し直してください' }))
    ].map(({ field, message }) => ({ field: fieldName(item.code, field), message }))
  }
}

/** What is wrong with the stored or typed answers of a category, by the names of the form. */
export const categoryProblems = (
  category: Category,
  answers: CategoryAnswers,
  evaluationYear: number
): Pick<CategoryForm, 'problems' | 'storable'> => {
  const found = category.items.map((item) => problemsOf(item, answers, evaluationYear))
  return { problems: found.flatMap(({ problems }) => problems), storable: found.every(({ storable }) => storable) }
}

/**
 * Reads a posted category by the closed list of its fields. Entries with a wrong format are kept as typed.
 * @throws BadRequestError for items, fields, marks and options that the category does not have
 */
export const readCategoryForm = (category: Category, evaluationYear: number, body: unknown): CategoryForm => {
  const values = formValues(body)
  checkNames(knownNames(category, evaluationYear), values)
  const answers = readAnswers(category.items, evaluationYear, (name) =>
    Object.hasOwn(values, name) ? [values[name] ?? []].flat() : []
  )
  return {
    version: readVersion(values),
    destination: destinationOf(values),
    filesOf: filesOfIn(category, values),
    answers,
    ...categoryProblems(category, answers, evaluationYear)
  }
}
