import type { Marks, RawEvidence } from '../../../src/checklist/index.ts'
import { type Averages, type Finding, findings } from '../../../src/scoring/index.ts'
import { checking, edition } from '../mark-sets.ts'

export const averages: Averages = {
  paidLeave: [
    { survey: '調査 令和6年', year: 2023, industryCode: 'E', percent: 70.4, source: 'https://example.jp/r6' },
    { survey: '調査 令和7年', year: 2024, industryCode: 'E', percent: 72.8, source: 'https://example.jp/r7' },
    { survey: '調査 令和8年', year: 2025, industryCode: 'D', percent: 60, source: 'https://example.jp/r8' },
    { survey: '調査 令和7年', year: 2024, industryCode: 'D', percent: 58, source: 'https://example.jp/r7' },
    { survey: '調査 令和6年', year: 2023, industryCode: 'D', percent: 56, source: 'https://example.jp/r6' },
    { survey: '調査 令和8年', year: 2025, industryCode: null, percent: 1, source: 'https://example.jp/r8' }
  ],
  womenManagers: [
    { survey: '調査 令和3年度', year: 2021, industryCode: 'E', percent: 90, source: 'https://example.jp/w3' },
    { survey: '調査 令和4年度', year: 2022, industryCode: 'E', percent: 12.5, source: 'https://example.jp/w4' },
    { survey: '調査 令和8年度', year: 2026, industryCode: 'E', percent: 90, source: 'https://example.jp/w8' }
  ]
}

type Company = { readonly industry?: string | null; readonly marks?: Marks }

/** The finding about one item of a company in manufacturing, unless said otherwise, evaluated in 2025. */
export const findingOf = (code: string, raw: RawEvidence, { industry = 'E', marks = checking(code) }: Company = {}) =>
  findings(edition, { marks, evidence: { [code]: raw }, evaluationYear: 2025, industry, averages }).find(
    ({ itemCode }) => itemCode === code
  )

export const verdictOf = (code: string, raw: RawEvidence, company?: Company): Finding['verdict'] | undefined =>
  findingOf(code, raw, company)?.verdict
