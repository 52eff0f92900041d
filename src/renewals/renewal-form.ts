import { z } from 'zod'
import { type CategoryForm, readCategoryForm } from '../applications/category-form.ts'
import { readDeclarationsForm } from '../applications/declarations-form.ts'
import { readVersion } from '../applications/section-form.ts'
import type { Category, Declaration, Edition, FieldProblem } from '../checklist/index.ts'
import { BadRequestError } from '../platform/errors.ts'
import { type FormValues, formValues, optionalText, parseForm } from '../platform/form.ts'
import type { RenewalAnswers } from './renewal-sections.ts'

/** Where to go once the renewal is saved: on to the confirmation, to the profile, or back to the page itself. */
export type RenewalDestination = 'next' | 'profile' | 'page'

/** The posted form of a renewal: everything that its one page holds. */
export type RenewalForm = {
  readonly version: number
  readonly destination: RenewalDestination
  /** The item whose files the pressed button leads to, if it is that button. */
  readonly filesOf: string | null
  readonly answers: RenewalAnswers
  /** What is wrong, by the names of the form. */
  readonly problems: readonly FieldProblem[]
  /** False where one of the entries cannot be kept. */
  readonly storable: boolean
}

const shared: readonly string[] = ['version', 'destination']

/** Most characters of what is told about a merger, a split or a transfer. */
const maxDetailLength = 1000

const organisationSchema = z.object({
  organisationDetail: optionalText('変更の内容と時期', maxDetailLength)
})

const isOfCategory =
  ({ items }: Category) =>
  (name: string): boolean =>
    items.some(({ code }) => name === `mark.${code}` || name.startsWith(`${code}.`))

const isDeclaration =
  (declarations: readonly Declaration[]) =>
  (name: string): boolean =>
    declarations.some(({ id }) => name === id || name === `${id}.detail`)

const isOrganisation = (name: string): boolean => ['organisationChanged', 'organisationDetail'].includes(name)

const picked = (values: FormValues, belongs: (name: string) => boolean): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => belongs(name) || shared.includes(name)))

const checkNames = (edition: Edition, values: FormValues): void => {
  const known = [isDeclaration(edition.declarations), isOrganisation, ...edition.categories.map(isOfCategory)]
  const unknown = Object.keys(values).find((name) => !shared.includes(name) && !known.some((belongs) => belongs(name)))
  if (unknown !== undefined) throw new BadRequestError(`no field of a renewal: ${unknown.slice(0, 100)}`)
}

const textIn = (values: FormValues, name: string): string => {
  const value = Object.hasOwn(values, name) ? values[name] : ''
  if (value !== undefined && typeof value !== 'string') throw new BadRequestError(`${name} was sent twice`)
  return value ?? ''
}

const readOrganisation = (values: FormValues) => {
  const form = parseForm(organisationSchema, values)
  const changed = textIn(values, 'organisationChanged') === 'yes'
  const typed = textIn(values, 'organisationDetail')
  return {
    problems: form.ok ? [] : form.problems,
    answers: { organisationChanged: changed, organisationDetail: form.ok ? form.value.organisationDetail : typed }
  }
}

const destinationIn = (values: FormValues): RenewalDestination => {
  const destination = textIn(values, 'destination')
  return destination === 'next' || destination === 'profile' ? destination : 'page'
}

const together = <T>(records: readonly Readonly<Record<string, T>>[]): Readonly<Record<string, T>> =>
  Object.assign({}, ...records)

/**
 * Reads the posted form of a renewal by the closed list of its fields, part by part as the pages of an initial application
 * do. Entries with a wrong format are kept as typed.
 * @throws BadRequestError for fields, marks and options that the sheet does not have
 */
export const readRenewalForm = (edition: Edition, evaluationYear: number, body: unknown): RenewalForm => {
  const values = formValues(body)
  checkNames(edition, values)
  const destination = destinationIn(values)
  const categories = edition.categories.map(
    (category): CategoryForm => readCategoryForm(category, evaluationYear, picked(values, isOfCategory(category)))
  )
  const declarations = readDeclarationsForm(edition.declarations, picked(values, isDeclaration(edition.declarations)))
  const organisation = readOrganisation(values)
  const besides = [...declarations.problems, ...organisation.problems]
  return {
    version: readVersion(values),
    destination,
    filesOf: categories.find(({ filesOf }) => filesOf !== null)?.filesOf ?? null,
    answers: {
      declarations: declarations.answers,
      marks: together(categories.map(({ answers }) => answers.marks)),
      evidence: together(categories.map(({ answers }) => answers.evidence)),
      renewal: organisation.answers
    },
    problems: [...besides, ...categories.flatMap(({ problems }) => problems)],
    storable: besides.length === 0 && categories.every(({ storable }) => storable)
  }
}
