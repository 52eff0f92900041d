import { fieldNames, type Item, type RawEvidence, type ReadField, readEvidence, sdgGoals } from '../checklist/index.ts'

/** One line of a 記載欄 as a person reads it. */
export type EvidenceLine = { readonly label: string; readonly value: string }

type Field<K extends ReadField['kind']> = Extract<ReadField, { readonly kind: K }>

/** Remarks on how to fill in the box say nothing to those who read it. */
const caption = (label: string): string => label.replace(/（※.*$/, '')

const line = (label: string, value: string | null): readonly EvidenceLine[] =>
  value === null || value === '' ? [] : [{ label: caption(label), value }]

const figure = (value: number | null, unit: string): readonly string[] => (value === null ? [] : [`${value}${unit}`])

const years = (rows: readonly { readonly year: number; readonly figures: readonly string[] }[]): string =>
  rows
    .filter(({ figures }) => figures.length > 0)
    .map(({ year, figures }) => `${year}年 ${figures.join('・')}`)
    .join('、')

const measures = ({ field, evidence }: Field<'measures'>): readonly EvidenceLine[] => {
  const ticked = field.options.filter(({ id }) => evidence.ticked.includes(id)).map(({ text }) => text)
  return [
    ...line(field.label, ticked.join('、')),
    ...line('上記以外の取組', evidence.otherTicked ? evidence.other : null)
  ]
}

const overtime = ({ field, evidence }: Field<'overtime'>): readonly EvidenceLine[] => {
  const basis = field.bases.find(({ id }) => id === evidence.basis)
  const figures = evidence.years.map(({ year, monthHours, yearHours }) => ({
    year,
    figures: [...figure(monthHours, '時間／月'), ...figure(yearHours, '時間／年')]
  }))
  return line(basis?.label ?? '時間外労働', years(figures))
}

const takeUp = ({ field, evidence }: Field<'take_up'>): readonly EvidenceLine[] => {
  const { everyoneTookFive } = evidence
  const rates = evidence.years.map(({ year, percent }) => ({ year, figures: figure(percent, '%') }))
  return [
    ...line(field.everyoneQuestion, everyoneTookFive === null ? null : everyoneTookFive ? 'はい' : 'いいえ'),
    ...line(field.label, years(rates))
  ]
}

const usage = ({ field, evidence }: Field<'usage'>): readonly EvidenceLine[] => {
  const rows = evidence.rows.flatMap(({ year, ...counts }) => {
    const figures = field.counts.flatMap(({ name, label }) =>
      figure(counts[name], '人').map((value) => `${label} ${value}`)
    )
    return year === null && figures.length === 0
      ? []
      : [`${year === null ? '年の記入なし' : `${year}年`} ${figures.join('・')}`.trim()]
  })
  return line(field.label, rows.join('、'))
}

const headCounts = ({ field, evidence }: Field<'head_counts'>): readonly EvidenceLine[] => {
  const counts = [
    ...figure(evidence.men, '人').map((value) => `${field.menLabel} ${value}`),
    ...figure(evidence.women, '人').map((value) => `${field.womenLabel} ${value}`)
  ]
  const share = evidence.sharePercent === null ? null : `${evidence.sharePercent.toFixed(1)}%`
  return [...line(field.label, counts.join('・')), ...line(field.shareLabel, share)]
}

const sdgs = ({ field, evidence }: Field<'sdgs'>): readonly EvidenceLine[] => [
  ...line(field.goalsLabel, evidence.goals.map((goal) => `${goal} ${sdgGoals[goal - 1] ?? ''}`.trim()).join('、')),
  ...line(field.descriptionLabel, evidence.description),
  ...line(field.publishedLabel, evidence.published)
]

const yearly = ({ field, evidence }: Field<'yearly'>): readonly EvidenceLine[] =>
  line(
    field.label,
    years(
      evidence.rows.map(({ year, values }) => ({
        year,
        figures: field.columns.flatMap(({ name, label, unit }) =>
          figure(values[name] ?? null, unit).map((value) => `${label} ${value}`)
        )
      }))
    )
  )

const linesOf = (read: ReadField): readonly EvidenceLine[] => {
  switch (read.kind) {
    case 'text':
      return line(read.field.label, read.evidence.value)
    case 'measures':
      return measures(read)
    case 'overtime':
      return overtime(read)
    case 'take_up':
      return takeUp(read)
    case 'usage':
      return usage(read)
    case 'head_counts':
      return headCounts(read)
    case 'sdgs':
      return sdgs(read)
    case 'yearly':
      return yearly(read)
  }
}

/** What was typed but cannot be read is shown as typed: nothing that a company wrote may vanish from sight. */
const unreadable = (item: Item, raw: RawEvidence, evaluationYear: number): readonly EvidenceLine[] => {
  const wrong = new Set(readEvidence(item, raw, evaluationYear).problems.map(({ field }) => field))
  return fieldNames(item, evaluationYear)
    .filter(({ name }) => wrong.has(name))
    .flatMap(({ name, label }) => {
      const typed = raw[name] ?? ''
      return line(`${label}（確認が必要な記入）`, typeof typed === 'string' ? typed : typed.join('、'))
    })
}

/**
 * What stands beside an item in lines that a person reads: figures with their years and units, measures by name. What was
 * left empty has no line.
 */
export const evidenceLines = (item: Item, raw: RawEvidence, evaluationYear: number): readonly EvidenceLine[] => [
  ...readEvidence(item, raw, evaluationYear).fields.flatMap(linesOf),
  ...unreadable(item, raw, evaluationYear)
]
