import { fieldNames, type Item, type RawEvidence, type ReadField, readEvidence, sdgGoals } from '../checklist/index.ts'
import type { FigureChange, MeasureChange, TextChange } from './comparison-result.ts'
import { type Figure, type FigureColumn, figureColumns } from './figure-columns.ts'

/** What stands beside one item, as a company typed it, and the evaluation year of its sheet. */
export type Entry = { readonly raw: RawEvidence; readonly evaluationYear: number }

export type EntryChanges = {
  readonly figures: readonly FigureChange[]
  readonly texts: readonly TextChange[]
  readonly measures: readonly MeasureChange[]
}

type Box = { readonly field: string; readonly value: string | null }
type List = { readonly label: string; readonly ticked: readonly string[] }

/** The descriptive boxes of one 記載欄. */
const boxesOf = (read: ReadField): readonly Box[] => {
  switch (read.kind) {
    case 'text':
      return [{ field: read.field.name, value: read.evidence.value }]
    case 'measures':
      return [{ field: 'other', value: read.evidence.other }]
    case 'overtime': {
      const { bases } = read.field
      const basis = bases.find(({ id }) => id === read.evidence.basis)
      return bases.length > 1 ? [{ field: 'basis', value: basis?.label ?? null }] : []
    }
    case 'sdgs':
      return [
        { field: 'description', value: read.evidence.description },
        { field: 'published', value: read.evidence.published }
      ]
    default:
      return []
  }
}

/** The lists of boxes to tick of one 記載欄, with what is ticked in words. */
const listsOf = (read: ReadField): readonly List[] => {
  switch (read.kind) {
    case 'measures': {
      const { label, options, other } = read.field
      const ticked = options.filter(({ id }) => read.evidence.ticked.includes(id)).map(({ text }) => text)
      return [{ label, ticked: read.evidence.otherTicked ? [...ticked, other] : ticked }]
    }
    case 'sdgs':
      return [
        {
          label: read.field.goalsLabel,
          ticked: read.evidence.goals.map((goal) => `${goal} ${sdgGoals[goal - 1] ?? ''}`.trim())
        }
      ]
    default:
      return []
  }
}

const isSameFigure = (one: Figure, other: Figure | undefined): boolean =>
  one.year === other?.year && one.value === other.value

const isSameColumn = ({ figures: one }: FigureColumn, other: readonly Figure[]): boolean =>
  one.length === other.length && one.every((figure, index) => isSameFigure(figure, other[index]))

const figureChanges = (item: Item, before: Entry, after: Entry): readonly FigureChange[] => {
  const former = new Map(
    figureColumns(item, before.raw, before.evaluationYear).map(({ name, figures }) => [name, figures])
  )
  return figureColumns(item, after.raw, after.evaluationYear)
    .filter((column) => !isSameColumn(column, former.get(column.name) ?? []))
    .map(({ name, label, figures }) => ({
      itemCode: item.code,
      name,
      label,
      before: former.get(name) ?? [],
      after: figures
    }))
}

const textChanges = (
  item: Item,
  before: readonly ReadField[],
  after: readonly ReadField[],
  evaluationYear: number
): readonly TextChange[] => {
  const former = new Map(before.flatMap(boxesOf).map(({ field, value }) => [field, value]))
  const labels = new Map(fieldNames(item, evaluationYear).map(({ name, label }) => [name, label]))
  return after
    .flatMap(boxesOf)
    .map(({ field, value }) => ({
      itemCode: item.code,
      field,
      label: labels.get(field) ?? field,
      before: former.get(field) ?? null,
      after: value
    }))
    .filter((change) => change.before !== change.after)
}

const measureChanges = (
  { code }: Item,
  before: readonly ReadField[],
  after: readonly ReadField[]
): readonly MeasureChange[] => {
  const former = new Map(before.flatMap(listsOf).map(({ label, ticked }) => [label, ticked]))
  return after
    .flatMap(listsOf)
    .map(({ label, ticked }) => {
      const tickedBefore = former.get(label) ?? []
      return {
        itemCode: code,
        label,
        added: ticked.filter((text) => !tickedBefore.includes(text)),
        removed: tickedBefore.filter((text) => !ticked.includes(text))
      }
    })
    .filter(({ added, removed }) => added.length + removed.length > 0)
}

/** What changed beside one item. What cannot be read cannot be submitted either, and counts as empty. */
export const entryChanges = (item: Item, before: Entry, after: Entry): EntryChanges => {
  const [former, present] = [before, after].map(({ raw, evaluationYear }) => readEvidence(item, raw, evaluationYear))
  return {
    figures: figureChanges(item, before, after),
    texts: textChanges(item, former?.fields ?? [], present?.fields ?? [], after.evaluationYear),
    measures: measureChanges(item, former?.fields ?? [], present?.fields ?? [])
  }
}
