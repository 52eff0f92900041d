import { maxTextLength } from './answers.ts'
import type { Item } from './edition.ts'
import type {
  EvidenceField,
  HeadCountsField,
  MeasuresField,
  OvertimeField,
  SdgsField,
  TakeUpField,
  UsageField,
  YearlyColumn,
  YearlyField
} from './evidence-field.ts'
import type { ChoiceFormField, ChoicesFormField, FormField, NumberFormField, TextFormField } from './form-field.ts'
import { evaluationYears, usageYears } from './item-text.ts'
import { sdgGoals } from './sdg-goals.ts'

/** Room for full-width digits, separators and a slip; what it means is checked when it is read. */
const maxNumberLength = 20
const hoursOfLongestMonth = 744
const hoursOfLeapYear = 8784
const mostPeople = 9_999_999
const wrongOption = '表示されている中から選んでください'

/** Rows of a usage record: 「2年分まで記入」 (items 4-3, 4-4, 5-3). */
export const usageRows: readonly number[] = [0, 1]

const text = (name: string, label: string, group = label): TextFormField => ({
  kind: 'text',
  name,
  label,
  group,
  maxLength: maxTextLength
})

type Scale = Pick<NumberFormField, 'unit' | 'max' | 'decimals'>

const number = (name: string, label: string, group: string, scale: Scale): NumberFormField => ({
  kind: 'number',
  name,
  label,
  group,
  ...scale,
  maxLength: maxNumberLength
})

const people: Scale = { unit: '人', max: mostPeople, decimals: 0 }
const hoursAMonth: Scale = { unit: '時間／月', max: hoursOfLongestMonth, decimals: 2 }
const hoursAYear: Scale = { unit: '時間／年', max: hoursOfLeapYear, decimals: 2 }
const percent: Scale = { unit: '%', max: 100, decimals: 2 }
const scaleOfUnit: Readonly<Record<YearlyColumn['unit'], Scale>> = {
  人: people,
  件: { unit: '件', max: mostPeople, decimals: 0 },
  日: { unit: '日', max: 366, decimals: 2 }
}

const choice = (name: string, label: string, group: string, options: ChoiceFormField['options']): ChoiceFormField => ({
  kind: 'choice',
  name,
  label,
  group,
  options,
  wrongChoice: wrongOption
})

const choices = (name: string, group: string, options: ChoicesFormField['options']): ChoicesFormField => ({
  kind: 'choices',
  name,
  label: group,
  group,
  options,
  wrongChoice: wrongOption
})

const measures = ({ label, options, other }: MeasuresField): readonly FormField[] => [
  choices('measures', label, [
    ...options.map((option) => ({ value: option.id, text: option.text })),
    { value: 'other', text: other }
  ]),
  text('other', other, label)
]

const overtime = ({ bases }: OvertimeField, evaluationYear: number): readonly FormField[] => {
  const group = bases.map(({ label }) => label).join(' 又は')
  const options = bases.map(({ id, label }) => ({ value: id, text: label }))
  const figures = evaluationYears(evaluationYear).flatMap((year) => [
    number(`${year}.month`, `${year}年 月の時間`, group, hoursAMonth),
    number(`${year}.year`, `${year}年 年間の時間`, group, hoursAYear)
  ])
  return bases.length > 1 ? [choice('basis', 'どちらの時間を記入しますか', group, options), ...figures] : figures
}

const takeUp = ({ label, everyoneQuestion }: TakeUpField, evaluationYear: number): readonly FormField[] => [
  choice('everyone', everyoneQuestion, everyoneQuestion, [
    { value: 'yes', text: 'はい' },
    { value: 'no', text: 'いいえ' }
  ]),
  ...evaluationYears(evaluationYear).map((year) => number(`${year}.percent`, `${year}年`, label, percent))
]

const usage = ({ label, counts }: UsageField, evaluationYear: number): readonly FormField[] => {
  const years = usageYears(evaluationYear)
  const options = years.map((year) => ({ value: String(year), text: `${year}年` }))
  return usageRows.flatMap((row) => [
    {
      ...choice(`rows.${row}.year`, `${row + 1}件目の年`, label, options),
      wrongChoice: `${years.at(0)}年から${years.at(-1)}年までの年を選んでください`
    },
    ...counts.map((count) => number(`rows.${row}.${count.name}`, `${row + 1}件目 ${count.label}`, label, people))
  ])
}

const headCounts = ({ label, menLabel, womenLabel }: HeadCountsField): readonly FormField[] => [
  number('men', menLabel, label, people),
  number('women', womenLabel, label, people)
]

const sdgs = ({ goalsLabel, descriptionLabel, publishedLabel }: SdgsField): readonly FormField[] => [
  choices(
    'goals',
    goalsLabel,
    sdgGoals.map((name, index) => ({ value: String(index + 1), text: `${index + 1} ${name}` }))
  ),
  text('description', descriptionLabel),
  text('published', publishedLabel)
]

const yearly = ({ label, columns, rows }: YearlyField, evaluationYear: number): readonly FormField[] =>
  evaluationYears(evaluationYear, rows).flatMap((year) =>
    columns.map((column) =>
      number(`${year}.${column.name}`, `${year}年 ${column.label}`, label, scaleOfUnit[column.unit])
    )
  )

/** The form fields of one 記載欄. */
export const formFieldsOf = (field: EvidenceField, evaluationYear: number): readonly FormField[] => {
  switch (field.kind) {
    case 'text':
      return [text(field.name, field.label)]
    case 'measures':
      return measures(field)
    case 'overtime':
      return overtime(field, evaluationYear)
    case 'take_up':
      return takeUp(field, evaluationYear)
    case 'usage':
      return usage(field, evaluationYear)
    case 'head_counts':
      return headCounts(field)
    case 'sdgs':
      return sdgs(field)
    case 'yearly':
      return yearly(field, evaluationYear)
  }
}

/** Every form field of an item, in the order of the page: the closed list by which forms are rendered and read. */
export const fieldNames = (item: Item, evaluationYear: number): readonly FormField[] =>
  item.evidence.flatMap((field) => formFieldsOf(field, evaluationYear))
