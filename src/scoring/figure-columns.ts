import { type Item, type RawEvidence, type ReadField, readEvidence } from '../checklist/index.ts'

/** A figure with its unit, as it is shown. `year` is null where the sheet asks for one figure without naming a year. */
export type Figure = { readonly year: number | null; readonly value: string }

/** Figures of one thing, such as the hours of a month, year by year. */
export type FigureColumn = {
  /** Unique within its item. */
  readonly name: string
  readonly label: string
  /** Oldest first, in whatever order the rows stand. What is empty or cannot be read is left out. */
  readonly figures: readonly Figure[]
}

type Field<K extends ReadField['kind']> = Extract<ReadField, { readonly kind: K }>

type Given = { readonly year: number | null; readonly value: number | null }

const column = (name: string, label: string, unit: string, given: readonly Given[]): FigureColumn => ({
  name,
  label,
  figures: given
    .flatMap(({ year, value }) => (value === null ? [] : [{ year, value: `${value}${unit}` }]))
    .toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0) || (a.value < b.value ? -1 : 1))
})

const overtime = ({ evidence }: Field<'overtime'>): readonly FigureColumn[] => [
  column(
    'month',
    '月の時間',
    '時間',
    evidence.years.map(({ year, monthHours }) => ({ year, value: monthHours }))
  ),
  column(
    'year',
    '年間の時間',
    '時間',
    evidence.years.map(({ year, yearHours }) => ({ year, value: yearHours }))
  )
]

const takeUp = ({ field, evidence }: Field<'take_up'>): readonly FigureColumn[] => {
  const { everyoneTookFive, years } = evidence
  const answer = everyoneTookFive === null ? [] : [{ year: null, value: everyoneTookFive ? 'はい' : 'いいえ' }]
  return [
    { name: 'everyone', label: field.everyoneQuestion, figures: answer },
    column(
      'percent',
      field.label,
      '%',
      years.map(({ year, percent }) => ({ year, value: percent }))
    )
  ]
}

const usage = ({ field, evidence }: Field<'usage'>): readonly FigureColumn[] =>
  field.counts.map(({ name, label }) =>
    column(
      name,
      `利用実績 ${label}`,
      '人',
      evidence.rows.map((row) => ({ year: row.year, value: row[name] }))
    )
  )

const headCounts = ({ field, evidence }: Field<'head_counts'>): readonly FigureColumn[] => [
  column('men', `${field.label} ${field.menLabel}`, '人', [{ year: null, value: evidence.men }]),
  column('women', `${field.label} ${field.womenLabel}`, '人', [{ year: null, value: evidence.women }])
]

const yearly = ({ field, evidence }: Field<'yearly'>): readonly FigureColumn[] =>
  field.columns.map(({ name, label, unit }) =>
    column(
      name,
      `${field.label} ${label}`,
      unit,
      evidence.rows.map(({ year, values }) => ({ year, value: values[name] ?? null }))
    )
  )

const columnsOf = (read: ReadField): readonly FigureColumn[] => {
  switch (read.kind) {
    case 'overtime':
      return overtime(read)
    case 'take_up':
      return takeUp(read)
    case 'usage':
      return usage(read)
    case 'head_counts':
      return headCounts(read)
    case 'yearly':
      return yearly(read)
    default:
      return []
  }
}

/** The figures beside an item, column by column; also the columns in which nothing stands. */
export const figureColumns = (item: Item, raw: RawEvidence, evaluationYear: number): readonly FigureColumn[] =>
  readEvidence(item, raw, evaluationYear).fields.flatMap(columnsOf)
