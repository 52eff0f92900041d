import { type Edition, editions } from '../checklist/index.ts'
import { publishedAverages } from '../scheme/averages.ts'
import { describeShortestWay, type Finding, findings, score, shortestWay, type Verdict } from '../scoring/index.ts'
import { type MissingPart, obstaclesIn } from './completeness.ts'
import type { Draft } from './draft.ts'

/** What can be foreseen of an application before it is sent. All of it is a forecast but `missing`. */
export type Outlook = {
  readonly edition: Edition
  readonly verdict: Verdict
  /** The shortest way to the standard in words; null where it is met, or where the edition passes no categories. */
  readonly way: string | null
  /** Findings that deserve a second look before sending. */
  readonly doubts: readonly Finding[]
  /** What keeps the application from being sent. */
  readonly missing: readonly MissingPart[]
}

/** Looks at a draft as the secretariat will. */
export const outlookOf = (draft: Draft): Outlook => {
  const { application, answers, profile } = draft
  const edition = editions[application.edition]
  const { marks, evidence } = answers
  const { evaluationYear } = application
  const verdict = score(edition, { marks })
  const found = findings(edition, {
    marks,
    evidence,
    evaluationYear,
    industry: profile.industry,
    averages: publishedAverages
  })
  return {
    edition,
    verdict,
    way:
      edition.rule === 'categories' && verdict.meetsStandard === false
        ? describeShortestWay(shortestWay(edition, { marks }))
        : null,
    doubts: found.filter((finding) => finding.verdict === 'not_borne_out' || finding.verdict === 'needs_check'),
    missing: obstaclesIn(draft)
  }
}
