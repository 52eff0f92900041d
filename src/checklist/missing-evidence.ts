import type { FieldProblem, Mark, RawEvidence } from './answers.ts'
import type { Item } from './edition.ts'
import type {
  MeasuresEvidence,
  OvertimeEvidence,
  SdgsEvidence,
  TakeUpEvidence,
  UsageEvidence,
  UsageRow
} from './evidence.ts'
import type { MeasuresField, SdgsField, UsageField, YearlyField } from './evidence-field.ts'
import { formFieldsOf } from './field-names.ts'
import type { FormField } from './form-field.ts'
import { type ReadField, readEvidence } from './read-evidence.ts'

type Missing = readonly FieldProblem[]

const nothing: Missing = []
const ask = (field: string, message: string): Missing => [{ field, message }]
const when = (condition: boolean, field: string, message: string): Missing =>
  condition ? ask(field, message) : nothing

const measures = (field: MeasuresField, { ticked, otherTicked, other }: MeasuresEvidence): Missing => {
  if (otherTicked && other === null) return ask('other', '具体的な取組内容を記入してください')
  if (!otherTicked && other !== null) return ask('measures', `「${field.other}」にもチェックを付けてください`)
  const count = ticked.length + (otherTicked ? 1 : 0)
  return when(count < field.needed, 'measures', `当てはまる取組を${field.needed}つ以上選んでください`)
}

const busiest = ({ years }: OvertimeEvidence): Missing =>
  years.flatMap(({ year, monthHours, yearHours }) => [
    ...when(monthHours === null, `${year}.month`, `${year}年の、月の時間を記入してください（なければ0）`),
    ...when(yearHours === null, `${year}.year`, `${year}年の、年間の時間を記入してください（なければ0）`)
  ])

/** The comparison needs one column, month or year, of the latest year and of one year before it. */
const average = ({ years }: OvertimeEvidence): Missing => {
  const latest = years.at(-1)
  if (latest === undefined) return nothing
  const before = years.slice(0, -1)
  const isComparable = (column: 'monthHours' | 'yearHours') =>
    latest[column] !== null && before.some((year) => year[column] !== null)
  if (isComparable('monthHours') || isComparable('yearHours')) return nothing
  if (latest.monthHours === null && latest.yearHours === null)
    return ask(`${latest.year}.month`, `${latest.year}年の平均時間外労働時間を記入してください`)
  const column = latest.monthHours === null ? 'year' : 'month'
  const names = before.map(({ year }) => `${year}年`).join('か')
  return ask(`${latest.year - 1}.${column}`, `比べるために、${names}の平均時間外労働時間も記入してください`)
}

const overtime = (evidence: OvertimeEvidence): Missing => {
  if (evidence.basis === null) return ask('basis', 'どちらの時間を記入するか選んでください')
  return evidence.basis === 'busiest' ? busiest(evidence) : average(evidence)
}

/** Two of three years decide the item, so a company in its second year is not held up by the first. */
const takeUp = ({ everyoneTookFive, years }: TakeUpEvidence): Missing => {
  const [emptyYear] = years.filter(({ percent }) => percent === null).toReversed()
  const given = years.filter(({ percent }) => percent !== null).length
  return [
    ...when(everyoneTookFive === null, 'everyone', '全員が5日以上取得したかを選んでください'),
    ...(emptyYear === undefined
      ? nothing
      : when(given < 2, `${emptyYear.year}.percent`, '取得率を2年分以上記入してください'))
  ]
}

const usageRow = (field: UsageField, { row, year, people }: UsageRow): Missing => {
  const [firstCount] = field.counts
  return [
    ...when(year === null && people !== null, `rows.${row}.year`, '利用のあった年を選んでください'),
    ...when(year !== null && people === null, `rows.${row}.${firstCount?.name}`, '利用した人数を記入してください')
  ]
}

const usage = (field: UsageField, { rows }: UsageEvidence): Missing => {
  const begun = rows.flatMap((row) => usageRow(field, row))
  if (begun.length > 0) return begun
  const used = rows.some(({ year, people }) => year !== null && people !== null && people > 0)
  return when(!used, 'rows.0.year', '利用のあった年と人数を、1年分以上記入してください')
}

const sdgs = (field: SdgsField, { goals, description, published }: SdgsEvidence): Missing => [
  ...when(goals.length === 0, 'goals', 'SDGsの番号を1つ以上選んでください'),
  ...when(description === null, 'description', `「${field.descriptionLabel}」を記入してください`),
  ...when(published === null, 'published', '公表している場所（アドレスや掲示場所など）を記入してください')
]

const yearly = (field: YearlyField, read: Extract<ReadField, { kind: 'yearly' }>['evidence']): Missing => {
  const needed = field.test.kind === 'stated' ? field.rows : field.test.inYears
  const isGiven = (values: Readonly<Record<string, number | null>>) =>
    Object.values(values).every((value) => value !== null)
  const lacking = read.rows.filter(({ values }) => !isGiven(values))
  const [first] = lacking
  const [column] = field.columns
  if (first === undefined || column === undefined || read.rows.length - lacking.length >= needed) return nothing
  return ask(`${first.year}.${column.name}`, `「${field.label}」を${needed}年分以上記入してください`)
}

const headCounts = (men: number | null, women: number | null): Missing => [
  ...when(men === null, 'men', '男性の管理職の人数を記入してください（いなければ0）'),
  ...when(women === null, 'women', '女性の管理職の人数を記入してください（いなければ0）')
]

const missingIn = (read: ReadField): Missing => {
  switch (read.kind) {
    case 'text':
      return when(read.evidence.value === null, read.field.name, `「${read.field.label}」を記入してください`)
    case 'measures':
      return measures(read.field, read.evidence)
    case 'overtime':
      return overtime(read.evidence)
    case 'take_up':
      return takeUp(read.evidence)
    case 'usage':
      return usage(read.field, read.evidence)
    case 'head_counts':
      return headCounts(read.evidence.men, read.evidence.women)
    case 'sdgs':
      return sdgs(read.field, read.evidence)
    case 'yearly':
      return yearly(read.field, read.evidence)
  }
}

/** The caption of a field's first box is the paper's name for the field; remarks in brackets are left out. */
const captionOf = (fields: readonly FormField[]): string => fields[0]?.group.replace(/（.*$/, '') ?? ''

const isBlank = (typed: string | readonly string[] | undefined): boolean =>
  typed === undefined || (typeof typed === 'string' ? typed : typed.join('')).trim() === ''

/** Where any one field is enough: nothing once one is whole, else what the begun ones lack, else which there are. */
const missingInAny = (fields: readonly ReadField[], raw: RawEvidence, evaluationYear: number): Missing => {
  const parts = fields.map((read) => ({ lacks: missingIn(read), form: formFieldsOf(read.field, evaluationYear) }))
  if (parts.some(({ lacks }) => lacks.length === 0)) return nothing
  const isBegun = (form: readonly FormField[]) => form.some(({ name }) => !isBlank(raw[name]))
  const begun = parts.filter(({ form }) => isBegun(form)).flatMap(({ lacks }) => lacks)
  const [first] = parts.flatMap(({ lacks }) => lacks)
  if (begun.length > 0 || first === undefined) return begun
  const captions = parts.map(({ form }) => `「${captionOf(form)}」`).join('か')
  return ask(first.field, `${captions}のどちらかを記入してください`)
}

/**
 * What a checked item still needs before it can be submitted; nothing for other marks. What is typed but wrong stands in
 * the problems of `readEvidence`, and is not named a second time.
 */
export const missingEvidence = (item: Item, mark: Mark, raw: RawEvidence, evaluationYear: number): Missing => {
  if (mark !== 'checked') return nothing
  const { fields, problems } = readEvidence(item, raw, evaluationYear)
  const wrong = new Set(problems.map(({ field }) => field))
  const missing = item.evidenceNeeded === 'any' ? missingInAny(fields, raw, evaluationYear) : fields.flatMap(missingIn)
  return missing.filter(({ field }) => !wrong.has(field))
}
