import type { FieldProblem, Item, RawEvidence, ReadField } from '../../checklist/index.ts'
import { readEvidence } from '../../checklist/index.ts'
import type { FieldFinding, FindingContext, FindingVerdict } from './finding.ts'
import { headCountsFinding } from './head-counts.ts'
import { measuresFinding } from './measures.ts'
import { overtimeFinding } from './overtime.ts'
import { sdgsFinding } from './sdgs.ts'
import { takeUpFinding } from './take-up.ts'
import { contradictionFinding, usageFinding } from './usage.ts'
import { yearlyFinding } from './yearly.ts'

const textFinding = (label: string, value: string | null): FieldFinding =>
  value === null
    ? { verdict: 'incomplete', title: `「${label}」が、まだ記入されていません。`, detail: '' }
    : { verdict: 'borne_out', title: `「${label}」が記入されています。`, detail: '' }

const fieldFinding = (read: ReadField, context: FindingContext): FieldFinding => {
  switch (read.kind) {
    case 'text':
      return textFinding(read.field.label, read.evidence.value)
    case 'measures':
      return measuresFinding(read.field, read.evidence)
    case 'overtime':
      return overtimeFinding(read.field, read.evidence)
    case 'take_up':
      return takeUpFinding(read.evidence, context)
    case 'usage':
      return usageFinding(read.evidence)
    case 'head_counts':
      return headCountsFinding(read.evidence, context)
    case 'sdgs':
      return sdgsFinding(read.field, read.evidence)
    case 'yearly':
      return yearlyFinding(read.field, read.evidence)
  }
}

/** Where one field is enough the finding furthest on speaks, where all are needed the one furthest back. */
const anyOrder: readonly FindingVerdict[] = ['borne_out', 'needs_check', 'not_borne_out', 'incomplete']
const allOrder: readonly FindingVerdict[] = ['not_borne_out', 'incomplete', 'needs_check', 'borne_out']

const firstBy = (order: readonly FindingVerdict[], findings: readonly FieldFinding[]): FieldFinding | null =>
  findings.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))[0] ?? null

/** Says which empty field would bear out the mark just as well. */
const withOtherWay = (finding: FieldFinding, fields: readonly ReadField[]): FieldFinding => {
  const open = fields.flatMap(({ kind, field, evidence }) =>
    kind === 'text' && evidence.value === null ? [field.label] : []
  )
  if (finding.verdict === 'borne_out' || open.length === 0) return finding
  const sentence = `「${open.join('」か「')}」を記入すると、そちらで当てはまります。`
  return { ...finding, detail: finding.detail === '' ? sentence : `${finding.detail}。${sentence}` }
}

const wrongFinding = (problems: readonly FieldProblem[]): FieldFinding => ({
  verdict: 'incomplete',
  title: '記入を確かめてください。',
  detail: [...new Set(problems.map(({ message }) => message))].join('。')
})

/** What the evidence says about a checked item; null where the paper has no 記載欄 for it. */
export const checkedFinding = (item: Item, raw: RawEvidence, context: FindingContext): FieldFinding | null => {
  const { fields, problems } = readEvidence(item, raw, context.evaluationYear)
  if (problems.length > 0) return wrongFinding(problems)
  const findings = fields.map((read) => fieldFinding(read, context))
  if (item.evidenceNeeded === 'all') return firstBy(allOrder, findings)
  const best = firstBy(anyOrder, findings)
  return best === null ? null : withOtherWay(best, fields)
}

/** What the evidence says about an item with 「-」; null where nothing speaks against it. */
export const notApplicableFinding = (item: Item, raw: RawEvidence, evaluationYear: number): FieldFinding | null => {
  for (const read of readEvidence(item, raw, evaluationYear).fields) {
    const finding = read.kind === 'usage' ? contradictionFinding(read.evidence) : null
    if (finding !== null) return finding
  }
  return null
}
