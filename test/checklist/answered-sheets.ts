import fc from 'fast-check'
import {
  type AnsweredSheet,
  type Declared,
  type Edition,
  type FormField,
  fieldNames,
  type Item,
  itemsOf,
  type Mark,
  type RawEvidence
} from '../../src/checklist/index.ts'

const words = fc.constantFrom('朝礼で話している', '総務課', '週1日在宅', '3割', '声かけ\n貼り紙')

const typed = (field: FormField): fc.Arbitrary<string | readonly string[]> => {
  switch (field.kind) {
    case 'text':
      return words
    case 'number':
      return fc.nat(12).map(String)
    case 'choice':
      return fc.constantFrom(...field.options.map(({ value }) => value))
    case 'choices':
      return fc.subarray(
        field.options.map(({ value }) => value),
        { minLength: 1 }
      )
  }
}

const given = <T>(values: Readonly<Record<string, T | null>>): Record<string, T> =>
  Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (value === null ? [] : [[key, value] as const])))

const evidenceOf = (item: Item, year: number): fc.Arbitrary<RawEvidence> =>
  fc
    .record(
      Object.fromEntries(
        fieldNames(item, year).map((field) => [field.name, fc.option(typed(field), { nil: null, freq: 3 })])
      )
    )
    .map(given)

const markOf = ({ allowsNotApplicable }: Item): fc.Arbitrary<Mark | null> =>
  fc.constantFrom('checked', 'checked', 'unchecked', ...(allowsNotApplicable ? ['not_applicable' as const] : []), null)

const anyDeclared: fc.Arbitrary<Declared> = fc.record({ declared: fc.boolean(), detail: fc.constantFrom('', '第12号') })

const byCode = <T>(edition: Edition, arbitrary: (item: Item) => fc.Arbitrary<T>) =>
  fc.record(Object.fromEntries(itemsOf(edition).map((item) => [item.code, arbitrary(item)])))

/** Any sheet of an edition that a company could fill in; what is empty has no key. */
export const anySheet = (edition: Edition, evaluationYear: number): fc.Arbitrary<AnsweredSheet> =>
  fc
    .record({
      marks: byCode(edition, markOf),
      evidence: byCode(edition, (item) => evidenceOf(item, evaluationYear)),
      declarations: fc.record(
        Object.fromEntries(edition.declarations.map(({ id }) => [id, fc.option(anyDeclared, { nil: null })]))
      )
    })
    .map(({ marks, evidence, declarations }) => ({
      edition,
      evaluationYear,
      marks: given(marks),
      evidence: Object.fromEntries(Object.entries(evidence).filter(([, raw]) => Object.keys(raw).length > 0)),
      declarations: given(declarations)
    }))

/** A sheet on which nothing stands: a certification of the paper days. */
export const emptySheet = (edition: Edition, evaluationYear: number): AnsweredSheet => ({
  edition,
  evaluationYear,
  marks: {},
  evidence: {},
  declarations: {}
})
