import { type Evidence, findItem, readEvidence } from '../checklist/index.ts'
import type { AchievementSource } from '../reports/achievements.ts'
import { type Measure, type MeasureSource, measures } from './measures.ts'

/** A clause that says what is not done, or not yet. */
const denied = /(ません|ていない|しない|できない|未導入|未実施|検討|予定)/

/** Whether a text mentions something in a clause that does not deny it. */
const mentions = (text: string, what: RegExp): boolean =>
  text.split(/[、。\n]|が、/).some((clause) => what.test(clause) && !denied.test(clause))

const textsOf = (evidence: readonly Evidence[]): string =>
  evidence.map((one) => (one.kind === 'text' ? (one.value ?? '') : '')).join('\n')

const ticks = (evidence: readonly Evidence[], id: string): boolean =>
  evidence.some((one) => one.kind === 'measures' && one.ticked.includes(id))

const isClaimed = (source: AchievementSource, { item: code, ticked, mentions: what }: MeasureSource): boolean => {
  const item = findItem(source.edition, code)
  if (item === null || source.confirmedMarks[code] !== 'checked') return false
  const { evidence } = readEvidence(item, source.evidence[code] ?? {}, source.evaluationYear)
  if (ticked !== undefined) return ticks(evidence, ticked)
  return what === undefined || mentions(textsOf(evidence), what)
}

/**
 * The measures of the catalogue that a company was certified with: only items that were confirmed, and of what the company
 * wrote only whether it names the measure, so that nothing it wrote is given away.
 */
export const claimedMeasures = (source: AchievementSource): readonly Measure[] =>
  measures.filter(({ sources }) => sources[source.edition.id].some((one) => isClaimed(source, one)))
