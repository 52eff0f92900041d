import type { Submission, SubmissionContent } from '../../src/applications/application.ts'
import type { ItemDecision, ItemDecisionKind } from '../../src/screening/screening.ts'
import { profileOf } from '../support/cases.ts'

/** A submission of which a test names what matters to it. */
export const submissionOf = (round: number, parts: Partial<SubmissionContent> = {}): Submission => ({
  id: `submission-${round}`,
  round,
  content: {
    profile: profileOf(),
    declarations: { legal_compliance: { declared: true, detail: '' } },
    marks: {},
    evidence: {},
    attachments: [],
    attestedBy: '浅香 一郎',
    ...parts
  },
  submittedAt: new Date(`2026-11-0${round}T10:00:00+09:00`),
  submittedOn: `2026-11-0${round}`
})

let decided = 0

export const decisionOn = (
  itemCode: string,
  decision: ItemDecisionKind,
  round = 1,
  reason = decision === 'accepted' ? '' : '理由'
): ItemDecision => ({
  id: `decision-${++decided}`,
  round,
  itemCode,
  decision,
  reason,
  decidedAt: new Date('2026-11-10T10:00:00+09:00'),
  decidedByName: '産業 太郎'
})

export const fileFor = (itemCode: string, sha256: string): SubmissionContent['attachments'][number] => ({
  id: `file-${itemCode}-${sha256}`,
  itemCode,
  fileName: '社内通知.pdf',
  mediaType: 'application/pdf',
  size: 1024,
  sha256,
  addedAt: '2026-11-01T10:00:00+09:00'
})
