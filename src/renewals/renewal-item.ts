import type { Attachment } from '../applications/application.ts'
import { type EvidenceLine, evidenceLines } from '../applications/evidence-lines.ts'
import { type Answers, sayTheSame } from '../applications/sections.ts'
import {
  type CarriedItem,
  type CarriedOver,
  descriptiveFields,
  editions,
  fieldName,
  findItem,
  type Item,
  isYearly,
  type Mark,
  missingEvidence,
  type RawEvidence
} from '../checklist/index.ts'
import { dateOf } from '../platform/clock.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import type { Baseline } from '../screening/read-baseline.ts'

/**
 * How an item stands beside the last certification. `review`: it stands, but the sheet asks in other words now; `new`: the
 * last sheet did not ask; `blank`: nothing of the last sheet is known.
 */
export type ItemStanding = 'unchanged' | 'changed' | 'review' | 'new' | 'blank'

/** A file with the day on which it came; `isCarried` where it came with the last certification. */
export type DatedFile = Attachment & { readonly cameOn: CalendarDate; readonly isCarried: boolean }

/** One item of a renewal as its page shows it. */
export type RenewalItem = {
  readonly item: Item
  readonly evaluationYear: number
  readonly mark: Mark | undefined
  readonly raw: RawEvidence
  readonly standing: ItemStanding
  /** What describes, without the facts of certain years. */
  readonly described: RawEvidence
  /** What the last sheet said of certain years. */
  readonly lastFigures: readonly EvidenceLine[]
  /** Whether figures of years stand in the open, as blanks to fill in. */
  readonly asksFigures: boolean
  /** Whether the item is borne out without its figures, so that they may stay blank. */
  readonly figuresAreOptional: boolean
  /** It was claimed last time and not accepted: it begins unchecked. */
  readonly wasNotAccepted: boolean
  /** Whether the entries that stand must be opened, because something is to be done among them. */
  readonly isOpen: boolean
  readonly files: readonly DatedFile[]
}

/** What all items of a renewal are judged by. */
export type RenewalSheet = {
  readonly baseline: Baseline
  readonly carried: CarriedOver
  readonly answers: Answers
  readonly evaluationYear: number
  readonly files: readonly Attachment[]
  readonly begunAt: Date
  /** Names of fields with a problem. */
  readonly wrong: ReadonlySet<string>
  /** Codes of items that the secretariat asks about. */
  readonly asked: ReadonlySet<string>
}

const describing = (item: Item, raw: RawEvidence, evaluationYear: number): RawEvidence => {
  const names = new Set(descriptiveFields(item, evaluationYear).map(({ name }) => name))
  return Object.fromEntries(Object.entries(raw).filter(([name]) => names.has(name)))
}

const asksInOtherWords = ({ origin }: CarriedItem): boolean => origin === 'changed' || origin === 'merged'

const standingOf = (item: Item, described: RawEvidence, sheet: RenewalSheet): ItemStanding => {
  const { code } = item
  const { carried, baseline, answers, evaluationYear } = sheet
  const from = carried.items[code]
  if (baseline.content === null || from === undefined) return 'blank'
  const [before, now] = [carried.marks[code] ?? 'unchecked', answers.marks[code] ?? 'unchecked']
  const beforeDescribed = describing(item, carried.evidence[code] ?? {}, evaluationYear)
  const isSame =
    before === now &&
    sayTheSame({ marks: {}, evidence: { [code]: described } }, { marks: {}, evidence: { [code]: beforeDescribed } })
  if (!isSame) return 'changed'
  if (from.origin === 'new') return 'new'
  return asksInOtherWords(from) && before === 'checked' ? 'review' : 'unchanged'
}

const lastFigures = ({ code }: Item, { carried, baseline }: RenewalSheet): readonly EvidenceLine[] => {
  const { edition, evaluationYear } = baseline.application
  return (carried.items[code]?.lastFigures ?? []).flatMap((figures) => {
    const item = findItem(editions[edition], figures.code)
    return item === null ? [] : evidenceLines(item, figures.evidence, evaluationYear)
  })
}

const wasNotAccepted = ({ code }: Item, { baseline, carried }: RenewalSheet): boolean => {
  const { content, confirmedMarks } = baseline
  const isSameItem = carried.items[code]?.origin === 'same' && carried.items[code]?.from[0] === code
  return isSameItem && content?.marks[code] === 'checked' && confirmedMarks[code] === 'unchecked'
}

/** Whether what describes still lacks something that the mark calls for; figures have their blanks in the open. */
const lacksWords = (item: Item, mark: Mark | undefined, raw: RawEvidence, evaluationYear: number): boolean => {
  const words = new Set(descriptiveFields(item, evaluationYear).map(({ name }) => name))
  return missingEvidence(item, mark ?? 'unchecked', raw, evaluationYear).some(({ field }) => words.has(field))
}

const hasWrongWords = (item: Item, { wrong, evaluationYear }: RenewalSheet): boolean =>
  descriptiveFields(item, evaluationYear).some(({ name }) => wrong.has(fieldName(item.code, name)))

/** Puts together what the page shows of an item. */
export const renewalItem = (item: Item, sheet: RenewalSheet): RenewalItem => {
  const { answers, evaluationYear, files, asked, begunAt } = sheet
  const { code } = item
  const [mark, raw] = [answers.marks[code], answers.evidence[code] ?? {}]
  const described = describing(item, raw, evaluationYear)
  const standing = standingOf(item, described, sheet)
  return {
    item,
    evaluationYear,
    mark,
    raw,
    standing,
    described,
    lastFigures: lastFigures(item, sheet),
    asksFigures: mark === 'checked' && item.evidence.some(isYearly),
    figuresAreOptional: missingEvidence(item, 'checked', described, evaluationYear).length === 0,
    wasNotAccepted: wasNotAccepted(item, sheet),
    isOpen:
      standing === 'blank' ||
      asked.has(code) ||
      hasWrongWords(item, sheet) ||
      lacksWords(item, mark, raw, evaluationYear),
    files: files
      .filter(({ itemCode }) => itemCode === code)
      .map((file) => ({ ...file, cameOn: dateOf(file.addedAt), isCarried: file.addedAt < begunAt }))
  }
}
