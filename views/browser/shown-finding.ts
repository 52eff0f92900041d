import type { EvidenceField, Item, RawEvidence } from '../../src/checklist/index.ts'
import { readEvidence } from '../../src/checklist/index.ts'
import type { Finding, FindingVerdict } from '../../src/scoring/index.ts'

/** What the company reads beside an item. */
export type ShownFinding = {
  readonly tone: 'warning' | 'success' | 'calm'
  readonly title: string
  readonly detail: string
  /** The page offers to change to the average: it may bear out what the busiest employee does not. */
  readonly offersAverage: boolean
}

const tones: Readonly<Record<FindingVerdict, ShownFinding['tone']>> = {
  not_borne_out: 'warning',
  borne_out: 'success',
  needs_check: 'calm',
  incomplete: 'calm'
}

/** Kinds of evidence from which something is computed; that a text is filled in, everybody sees. */
const computed: ReadonlySet<EvidenceField['kind']> = new Set(['overtime', 'take_up', 'usage', 'head_counts', 'yearly'])

/**
 * The finding as it stands beside the item, or null where it would only say what is seen anyway: nothing was typed yet, a
 * message stands beside the field already, or a text is simply there.
 */
export const shownFinding = (
  item: Item,
  finding: Finding | undefined,
  raw: RawEvidence,
  evaluationYear: number
): ShownFinding | null => {
  if (finding === undefined) return null
  const { verdict, title, detail } = finding
  if (verdict === 'borne_out' && !item.evidence.some(({ kind }) => computed.has(kind))) return null
  if (verdict === 'incomplete' && Object.keys(raw).length === 0) return null
  if (verdict === 'incomplete' && readEvidence(item, raw, evaluationYear).problems.length > 0) return null
  const offersAverage = verdict === 'not_borne_out' && raw.basis === 'busiest'
  return { tone: tones[verdict], title, detail, offersAverage }
}
