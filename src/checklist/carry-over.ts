import type { Declared, Mark, RawEvidence } from './answers.ts'
import { carriedDeclarations } from './carried-declarations.ts'
import { type AnsweredItem, carriedEvidence } from './carried-evidence.ts'
import type { Edition, Item } from './edition.ts'
import type { FormAnswers } from './form-answers.ts'
import { itemsOf } from './items-of.ts'
import { type Forerunner, forerunnerOf } from './mapping.ts'
import { yearlyEvidence } from './yearly-fields.ts'

/** A checklist as it was filled in: of the last certification, or of none, with everything empty. */
export type AnsweredSheet = FormAnswers & {
  readonly edition: Edition
  readonly evaluationYear: number
  readonly declarations: Readonly<Record<string, Declared>>
}

/** What an item of the last sheet said of certain years, by its code there: read it with that item and evaluation year. */
export type LastFigures = { readonly code: string; readonly evidence: RawEvidence }

/** Where an entry comes from. */
export type CarriedItem = {
  /** `new`: the last sheet does not ask for it (新規項目). `changed` and `merged`: it must be looked at again. */
  readonly origin: Forerunner['kind'] | 'new'
  /** Codes in the last sheet. */
  readonly from: readonly string[]
  /** In the order of `from`, without those that said nothing. */
  readonly lastFigures: readonly LastFigures[]
}

/** What a renewal form begins with. */
export type CarriedOver = FormAnswers & {
  readonly declarations: Readonly<Record<string, Declared>>
  /** By code in the new sheet: every item of it. */
  readonly items: Readonly<Record<string, CarriedItem>>
}

/** The papers print one way only, from the 2020 sheet to the 2023 sheet. */
const forerunnerIn = (item: Item, last: Edition, edition: Edition): Forerunner | null => {
  if (last.id === edition.id) return { kind: 'same', from: [item.code] }
  return last.id === 'asaka-2020' ? forerunnerOf(item) : null
}

type Forerunning = AnsweredItem & { readonly mark: Mark | undefined }

const forerunnersIn = ({ edition, marks, evidence, evaluationYear }: AnsweredSheet, codes: readonly string[]) =>
  itemsOf(edition)
    .filter(({ code }) => codes.includes(code))
    .map((item): Forerunning => ({ item, raw: evidence[item.code] ?? {}, evaluationYear, mark: marks[item.code] }))

/** Checked when any forerunner was; without a mark where none had one. */
const carriedMark = (marks: readonly (Mark | undefined)[], item: Item): Mark | null => {
  const given = marks.filter((mark) => mark !== undefined)
  if (given.includes('checked')) return 'checked'
  if (given.includes('not_applicable')) return item.allowsNotApplicable ? 'not_applicable' : null
  return given.length === 0 ? null : 'unchecked'
}

type Carried = CarriedItem & { readonly code: string; readonly mark: Mark | null; readonly evidence: RawEvidence }

const carriedItem = (item: Item, last: AnsweredSheet, edition: Edition, evaluationYear: number): Carried => {
  const { kind, from } = forerunnerIn(item, last.edition, edition) ?? { kind: 'new', from: [] }
  const forerunners = forerunnersIn(last, from)
  const mark = carriedMark(
    forerunners.map(({ mark }) => mark),
    item
  )
  // A text beside an unchecked forerunner must not bear out a mark that comes from another one.
  const bearing = kind === 'merged' ? forerunners.filter((one) => mark !== 'checked' || one.mark === mark) : forerunners
  const lastFigures = forerunners
    .map((one) => ({ code: one.item.code, evidence: yearlyEvidence(one.item, one.raw, last.evaluationYear) }))
    .filter(({ evidence }) => Object.keys(evidence).length > 0)
  return {
    code: item.code,
    origin: kind,
    from,
    lastFigures,
    mark,
    evidence: carriedEvidence(item, evaluationYear, bearing)
  }
}

/**
 * What a renewal form begins with: marks and descriptive entries as they stand in the last sheet, facts of years blank
 * except those of years that both sheets ask for. From the 2020 sheet to the 2023 sheet items come by the mapping of the
 * annotated sheet; where the boxes beside them ask for different things nothing is carried, and nothing is made up.
 */
export const carryOver = (last: AnsweredSheet, edition: Edition, evaluationYear: number): CarriedOver => {
  const carried = itemsOf(edition).map((item) => carriedItem(item, last, edition, evaluationYear))
  return {
    marks: Object.fromEntries(carried.flatMap(({ code, mark }) => (mark === null ? [] : [[code, mark]]))),
    evidence: Object.fromEntries(
      carried.filter(({ evidence }) => Object.keys(evidence).length > 0).map(({ code, evidence }) => [code, evidence])
    ),
    declarations: carriedDeclarations(last, edition),
    items: Object.fromEntries(
      carried.map(({ code, origin, from, lastFigures }) => [code, { origin, from, lastFigures }])
    )
  }
}
