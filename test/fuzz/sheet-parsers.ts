import fc from 'fast-check'
import { expect } from 'vitest'
import { readCategoryForm } from '../../src/applications/category-form.ts'
import { readDeclarationsForm } from '../../src/applications/declarations-form.ts'
import { destinationOf, readVersion } from '../../src/applications/section-form.ts'
import {
  currentEdition,
  editions,
  fieldName,
  fieldNames,
  itemsOf,
  markName,
  missingEvidence,
  readEvidence
} from '../../src/checklist/index.ts'
import { BadRequestError } from '../../src/platform/errors.ts'
import { formValues } from '../../src/platform/form.ts'
import { readRenewalForm } from '../../src/renewals/renewal-form.ts'
import { readDecisionsForm, readRound } from '../../src/screening/decisions-form.ts'
import { readSelfCheckQuery } from '../../src/selfcheck/self-check-form.ts'
import { hostileText } from './hostile-text.ts'
import { type AnyParser, expectStorable, listed } from './parser.ts'

/** The readers of the checklist: forms with a field for every box of the paper. */

const year = 2025
const items = itemsOf(currentEdition)

const value = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'checked',
      'unchecked',
      'not_applicable',
      'yes',
      '1',
      '45',
      '12.5',
      '2025',
      'busiest',
      ''
    )
  },
  { weight: 3, arbitrary: hostileText },
  { weight: 1, arbitrary: fc.array(hostileText, { maxLength: 3 }) }
)

const namesOf = (codes: readonly string[]): readonly string[] =>
  items
    .filter(({ code }) => codes.includes(code))
    .flatMap((item) => [markName(item.code), ...fieldNames(item, year).map(({ name }) => fieldName(item.code, name))])

const bodyOf = (names: readonly string[]): fc.Arbitrary<Readonly<Record<string, string | readonly string[]>>> =>
  fc
    .tuple(
      fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 12 }),
      fc.dictionary(hostileText, hostileText, { maxKeys: 1 }),
      fc.oneof({ weight: 8, arbitrary: fc.constant('3') }, { weight: 1, arbitrary: hostileText }),
      fc.nat(9)
    )
    .map(([fields, strangers, version, stranger]) => ({ version, ...fields, ...(stranger === 0 ? strangers : {}) }))

const declarationNames = currentEdition.declarations.flatMap(({ id }) => [id, `${id}.detail`])

const categoryParsers = currentEdition.categories.map((category) =>
  listed({
    name: `category ${category.number}`,
    input: bodyOf([...namesOf(category.items.map(({ code }) => code)), 'destination']),
    parse: (body) => readCategoryForm(category, year, body),
    declares: [BadRequestError],
    holds: (form) => {
      if (form.storable) expectStorable(form.answers)
      for (const { message } of form.problems) expect(message).not.toBe('')
    },
    grown: (piece, times) => ({
      version: '1',
      [namesOf([category.items[0]?.code ?? ''])[1] ?? '']: piece.repeat(times)
    })
  })
)

const evidenceParsers = [editions['asaka-2020'], currentEdition].flatMap((edition) =>
  itemsOf(edition).map((item) =>
    listed({
      name: `evidence of ${edition.id} ${item.code}`,
      input: fc.dictionary(fc.constantFrom('', ...fieldNames(item, year).map(({ name }) => name)), value),
      parse: (raw) => ({
        ...readEvidence(item, raw, year),
        missing: missingEvidence(item, 'checked', raw, year)
      }),
      holds: ({ problems, missing }) => {
        const wrong = new Set(problems.map(({ field }) => field))
        expect(missing.filter(({ field }) => wrong.has(field))).toEqual([])
      }
    })
  )
)

const marks = Object.fromEntries(items.map(({ code }) => [code, 'checked' as const]))

const decisionNames = items.flatMap(({ code }) =>
  ['decision', 'reason', 'question', 'seen'].map((part) => `${part}-${code}`)
)

const whole: readonly AnyParser[] = [
  listed({
    name: 'declarations',
    input: bodyOf(declarationNames),
    parse: (body) => readDeclarationsForm(currentEdition.declarations, body),
    declares: [BadRequestError],
    holds: ({ answers, problems }) => {
      if (problems.length > 0) return
      expectStorable(answers)
      for (const { detail } of Object.values(answers)) expect([...detail].length).toBeLessThanOrEqual(200)
    },
    grown: (piece, times) => ({ version: '1', [`${currentEdition.declarations[1]?.id}.detail`]: piece.repeat(times) })
  }),
  listed({
    name: 'renewal',
    input: bodyOf([
      ...namesOf(items.map(({ code }) => code)),
      ...declarationNames,
      'organisationChanged',
      'organisationDetail'
    ]),
    parse: (body) => readRenewalForm(currentEdition, year, body),
    declares: [BadRequestError],
    holds: ({ storable, answers }) => {
      if (storable) expectStorable(answers)
    },
    grown: (piece, times) => ({ version: '1', organisationDetail: piece.repeat(times) })
  }),
  listed({
    name: 'decisions on items',
    input: fc
      .tuple(
        fc.dictionary(
          fc.constantFrom(...decisionNames),
          fc.oneof(fc.constantFrom('accepted', 'not_accepted', 'queried'), hostileText)
        ),
        hostileText,
        fc.boolean()
      )
      .map(([fields, round, sane]) => ({ ...fields, round: sane ? '2' : round })),
    parse: (body) => readDecisionsForm(currentEdition, marks, body),
    declares: [BadRequestError],
    holds: (form) => {
      if (!form.ok) return
      for (const { decision, reason } of form.value.decisions)
        expect((reason === '') === (decision === 'accepted')).toBe(true)
    }
  }),
  listed({
    name: 'round and version',
    input: hostileText,
    parse: (text) => [readVersion({ version: text }), readRound({ round: text })],
    declares: [BadRequestError],
    holds: (numbers) => {
      for (const number of numbers) expect(Number.isSafeInteger(number) && number >= 1).toBe(true)
    }
  }),
  listed({
    name: 'where a button leads',
    input: fc.anything().map((body) => formValues(body)),
    parse: destinationOf,
    holds: (destination) => expect(['next', 'list']).toContain(destination)
  }),
  listed({
    name: 'self-check',
    input: bodyOf([...items.map(({ code }) => markName(code)), 'go', 'complies', 'c', 'at']),
    parse: readSelfCheckQuery
  })
]

export const sheetParsers: readonly AnyParser[] = [...categoryParsers, ...evidenceParsers, ...whole]
