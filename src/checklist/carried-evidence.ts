import type { RawEvidence } from './answers.ts'
import type { Item } from './edition.ts'
import type { EvidenceField, MeasuresField, OvertimeField } from './evidence-field.ts'
import { formFieldsOf } from './field-names.ts'
import { isYearly, typedIn } from './yearly-fields.ts'

/** An item of the last sheet with what was typed beside it. */
export type AnsweredItem = { readonly item: Item; readonly raw: RawEvidence; readonly evaluationYear: number }

type AnsweredField = { readonly field: EvidenceField; readonly raw: RawEvidence; readonly evaluationYear: number }

/**
 * A figure stands only where its name says its year and both sheets ask for that year: it is known already. A usage record
 * never stands, even of a year that still counts: its row names the latest use the company chose to tell, so one leave
 * would answer two renewals running without anybody saying whether there was another since.
 */
const saysItsYear = (name: string): boolean => /^\d{4}\./.test(name)

const byName = (from: AnsweredField, to: EvidenceField, evaluationYear: number): RawEvidence => {
  const asked = new Set(formFieldsOf(from.field, from.evaluationYear).map(({ name }) => name))
  const standing = formFieldsOf(to, evaluationYear).filter(
    ({ name }) => asked.has(name) && (!isYearly(to) || name === 'basis' || saysItsYear(name))
  )
  return typedIn(from.raw, standing)
}

/** A ticked measure that the new sheet does not print is written out under "other", which has a box for it. */
const measures = (from: MeasuresField, to: MeasuresField, raw: RawEvidence): RawEvidence => {
  const ticked = new Set([raw.measures ?? []].flat())
  const printed = new Set(to.options.map(({ id }) => id))
  const moved = from.options.filter(({ id }) => ticked.has(id) && !printed.has(id)).map(({ text }) => text)
  const otherTicked = ticked.has('other') || moved.length > 0
  const kept = to.options.map(({ id }) => id).filter((id) => ticked.has(id))
  const other = [moved.join('、'), ...[raw.other ?? []].flat()].filter((text) => text.trim() !== '').join('\n')
  return {
    ...(otherTicked || kept.length > 0 ? { measures: [...kept, ...(otherTicked ? ['other'] : [])] } : {}),
    ...(other === '' ? {} : { other })
  }
}

/** Hours typed where the sheet asked for one kind only were of that kind: where there is a choice, it is made. */
const basisOf = (from: OvertimeField, to: OvertimeField, carried: RawEvidence): RawEvidence => {
  const [only, ...others] = from.bases
  const isChosen = only === undefined || others.length > 0 || to.bases.length === 1
  return isChosen || Object.keys(carried).length === 0 ? carried : { basis: only.id, ...carried }
}

const carriedField = (from: AnsweredField, to: EvidenceField, evaluationYear: number): RawEvidence => {
  if (from.field.kind === 'measures' && to.kind === 'measures') return measures(from.field, to, from.raw)
  if (from.field.kind !== to.kind) return {}
  const carried = byName(from, to, evaluationYear)
  return from.field.kind === 'overtime' && to.kind === 'overtime' ? basisOf(from.field, to, carried) : carried
}

/**
 * What stands beside an item of the new sheet of what was typed beside its forerunners: boxes of one kind and name carry
 * over, boxes of different kinds do not. No two forerunners of an item have a box in common.
 */
export const carriedEvidence = (
  item: Item,
  evaluationYear: number,
  forerunners: readonly AnsweredItem[]
): RawEvidence => {
  const sources = forerunners.flatMap((from) =>
    from.item.evidence.map((field) => ({ field, raw: from.raw, evaluationYear: from.evaluationYear }))
  )
  return Object.fromEntries(
    item.evidence.flatMap((to) => sources.flatMap((from) => Object.entries(carriedField(from, to, evaluationYear))))
  )
}
