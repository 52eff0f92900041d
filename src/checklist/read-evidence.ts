import type { FieldProblem, RawEvidence } from './answers.ts'
import type { Item } from './edition.ts'
import {
  type Evidence,
  type OvertimeEvidence,
  type UsageEvidence,
  womenShare,
  type YearlyEvidence
} from './evidence.ts'
import type { EvidenceField, OvertimeField, YearlyField } from './evidence-field.ts'
import { fieldNames, usageRows } from './field-names.ts'
import { type FieldValues, readFields } from './field-values.ts'
import { evaluationYears } from './item-text.ts'

type Kind = EvidenceField['kind']

type OneOf<Union extends { readonly kind: Kind }, K extends Kind> = Extract<Union, { readonly kind: K }>

/** A 記載欄 together with what it says. */
export type ReadField = {
  readonly [K in Kind]: {
    readonly kind: K
    readonly field: OneOf<EvidenceField, K>
    readonly evidence: OneOf<Evidence, K>
  }
}[Kind]

/** What was read beside one item. `problems` holds what is wrong; what is merely empty is no problem here. */
export type ReadEvidence = {
  /** In the order of the item's fields. */
  readonly evidence: readonly Evidence[]
  readonly fields: readonly ReadField[]
  readonly problems: readonly FieldProblem[]
}

const overtime = (field: OvertimeField, values: FieldValues, evaluationYear: number): OvertimeEvidence => {
  const chosen = values.chosen('basis')
  const [onlyBasis, ...otherBases] = field.bases
  const basis = otherBases.length === 0 ? onlyBasis : field.bases.find(({ id }) => chosen.includes(id))
  return {
    kind: 'overtime',
    basis: basis?.id ?? null,
    years: evaluationYears(evaluationYear).map((year) => ({
      year,
      monthHours: values.number(`${year}.month`),
      yearHours: values.number(`${year}.year`)
    }))
  }
}

const everyone = (values: FieldValues): boolean | null => {
  const [answer] = values.chosen('everyone')
  return answer === undefined ? null : answer === 'yes'
}

const usage = (values: FieldValues): UsageEvidence => ({
  kind: 'usage',
  rows: usageRows.map((row) => {
    const [year] = values.chosen(`rows.${row}.year`)
    const men = values.number(`rows.${row}.men`)
    const women = values.number(`rows.${row}.women`)
    const bySex = men === null && women === null ? null : (men ?? 0) + (women ?? 0)
    const people = values.number(`rows.${row}.people`) ?? bySex
    return { row, year: year === undefined ? null : Number(year), men, women, people }
  })
})

const yearly = (field: YearlyField, values: FieldValues, evaluationYear: number): YearlyEvidence => ({
  kind: 'yearly',
  rows: evaluationYears(evaluationYear, field.rows).map((year) => ({
    year,
    values: Object.fromEntries(field.columns.map(({ name }) => [name, values.number(`${year}.${name}`)]))
  }))
})

const headCounts = (values: FieldValues): Extract<Evidence, { kind: 'head_counts' }> => {
  const men = values.number('men')
  const women = values.number('women')
  return { kind: 'head_counts', men, women, sharePercent: womenShare(men, women) }
}

const measures = (values: FieldValues): Extract<Evidence, { kind: 'measures' }> => {
  const ticked = values.chosen('measures')
  return {
    kind: 'measures',
    ticked: ticked.filter((id) => id !== 'other'),
    otherTicked: ticked.includes('other'),
    other: values.text('other')
  }
}

const readField = (field: EvidenceField, values: FieldValues, evaluationYear: number): ReadField => {
  switch (field.kind) {
    case 'text':
      return { kind: 'text', field, evidence: { kind: 'text', name: field.name, value: values.text(field.name) } }
    case 'measures':
      return { kind: 'measures', field, evidence: measures(values) }
    case 'overtime':
      return { kind: 'overtime', field, evidence: overtime(field, values, evaluationYear) }
    case 'take_up': {
      const years = evaluationYears(evaluationYear).map((year) => ({ year, percent: values.number(`${year}.percent`) }))
      return { kind: 'take_up', field, evidence: { kind: 'take_up', everyoneTookFive: everyone(values), years } }
    }
    case 'usage':
      return { kind: 'usage', field, evidence: usage(values) }
    case 'head_counts':
      return { kind: 'head_counts', field, evidence: headCounts(values) }
    case 'sdgs': {
      const goals = values.chosen('goals').map(Number)
      const [description, published] = [values.text('description'), values.text('published')]
      return { kind: 'sdgs', field, evidence: { kind: 'sdgs', goals, description, published } }
    }
    case 'yearly':
      return { kind: 'yearly', field, evidence: yearly(field, values, evaluationYear) }
  }
}

/** A year holds its busiest month, and twelve average ones: fewer hours in the year mean that the two were swapped. */
const swappedHours = ({ kind, evidence }: ReadField): readonly FieldProblem[] =>
  kind !== 'overtime'
    ? []
    : evidence.years
        .filter(({ monthHours, yearHours }) => monthHours !== null && yearHours !== null && yearHours < monthHours)
        .map(({ year }) => ({
          field: `${year}.year`,
          message: '年間の時間が月の時間より少なくなっています。入れ違いがないか確かめてください'
        }))

/** Reads what was typed beside an item, for a given evaluation year. */
export const readEvidence = (item: Item, raw: RawEvidence, evaluationYear: number): ReadEvidence => {
  const { values, problems } = readFields(fieldNames(item, evaluationYear), raw)
  const fields = item.evidence.map((field) => readField(field, values, evaluationYear))
  return {
    evidence: fields.map(({ evidence }) => evidence),
    fields,
    problems: [...problems, ...fields.flatMap(swappedHours)]
  }
}
