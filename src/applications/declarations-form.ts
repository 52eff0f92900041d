import { z } from 'zod'
import type { Declaration, FieldProblem } from '../checklist/index.ts'
import { BadRequestError } from '../platform/errors.ts'
import { type FormValues, formValues, optionalText, parseForm } from '../platform/form.ts'
import type { DeclarationAnswers } from './application.ts'
import { type Destination, destinationOf, readVersion } from './section-form.ts'

/** The posted declarations; nothing is stored while there are problems. */
export type DeclarationsForm = {
  readonly version: number
  readonly destination: Destination
  readonly answers: DeclarationAnswers
  readonly problems: readonly FieldProblem[]
}

/** Most characters beside a declaration: a class of certification or a number. */
const maxDetailLength = 200

const detailName = (id: string): string => `${id}.detail`

const checkNames = (declarations: readonly Declaration[], values: FormValues): void => {
  const known = new Set([
    'version',
    'destination',
    ...declarations.flatMap(({ id, detailLabel }) => (detailLabel === null ? [id] : [id, detailName(id)]))
  ])
  for (const [name, value] of Object.entries(values))
    if (!known.has(name) || typeof value !== 'string')
      throw new BadRequestError(`no field of the declarations: ${name}`)
}

const textOf = (values: FormValues, name: string): string => {
  const value = values[name]
  return typeof value === 'string' ? value.trim() : ''
}

/**
 * Reads the posted declarations. Only a ticked one keeps its detail on the page in sight, but what was typed beside the
 * others is not thrown away.
 * @throws BadRequestError for fields that the declarations do not have
 */
export const readDeclarationsForm = (declarations: readonly Declaration[], body: unknown): DeclarationsForm => {
  const values = formValues(body)
  checkNames(declarations, values)
  const details = declarations.filter(({ detailLabel }) => detailLabel !== null)
  const schema = z.object(
    Object.fromEntries(
      details.map(({ id, detailLabel }) => [detailName(id), optionalText(detailLabel ?? '', maxDetailLength)])
    )
  )
  const form = parseForm(schema, body)
  return {
    version: readVersion(values),
    destination: destinationOf(values),
    answers: Object.fromEntries(
      declarations.map(({ id }) => [id, { declared: values[id] === 'yes', detail: textOf(values, detailName(id)) }])
    ),
    problems: form.ok ? [] : form.problems
  }
}
