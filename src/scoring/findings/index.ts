import { type Edition, type Item, itemsOf, type Mark, type Marks, type RawEvidence } from '../../checklist/index.ts'
import { completeMarks } from '../complete-marks.ts'
import type { FieldFinding, Finding, FindingContext } from './finding.ts'
import { checkedFinding, notApplicableFinding } from './item.ts'

/** Answers to be looked at, and what they are compared with. Evidence is as typed, by item code. */
export type FindingsInput = FindingContext & {
  readonly marks: Marks
  readonly evidence: Readonly<Record<string, RawEvidence>>
}

const noEvidence: RawEvidence = {}

const findingFor = (item: Item, mark: Mark, input: FindingsInput): FieldFinding | null => {
  const raw = input.evidence[item.code] ?? noEvidence
  if (mark === 'unchecked') return null
  return mark === 'checked' ? checkedFinding(item, raw, input) : notApplicableFinding(item, raw, input.evaluationYear)
}

/**
 * Whether the evidence bears out the marks, item by item in the order of the paper. Unchecked items have no finding, nor
 * has 「-」 unless a usage record contradicts it. A finding refuses nothing: a person decides.
 * @throws UnknownItemError, NotApplicableNotAllowedError as `score` does
 */
export const findings = (edition: Edition, input: FindingsInput): readonly Finding[] => {
  const marks = completeMarks(edition, input.marks)
  return itemsOf(edition).flatMap((item) => {
    const finding = findingFor(item, marks.get(item.code) ?? 'unchecked', input)
    return finding === null ? [] : [{ itemCode: item.code, ...finding }]
  })
}
