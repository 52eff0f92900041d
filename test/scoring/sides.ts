import fc from 'fast-check'
import type { Edition } from '../../src/checklist/index.ts'
import type { Body, Comparable } from '../../src/scoring/index.ts'
import { anySheet } from '../checklist/answered-sheets.ts'
import { checkingAll, edition } from './mark-sets.ts'

export const body: Body = { name: '北浦製作所', legalEntityNumber: '7123456789012', inCity: true }

/** A side that meets the standard in every category and declares that it keeps the law. */
export const goodSide: Comparable = {
  marks: checkingAll(edition),
  evidence: {},
  evaluationYear: 2022,
  declarations: { legal_compliance: { declared: true, detail: '' } },
  body
}

const anyBody: fc.Arbitrary<Body> = fc.record({
  name: fc.constantFrom('北浦製作所', '北浦テクノ'),
  legalEntityNumber: fc.constantFrom('7123456789012', '8000012010038', null),
  inCity: fc.boolean()
})

/** Any side of a comparison. */
export const anySide = (sheet: Edition, evaluationYear: number): fc.Arbitrary<Comparable> =>
  fc.tuple(anySheet(sheet, evaluationYear), anyBody).map(([{ marks, evidence, declarations }, whose]) => ({
    marks,
    evidence,
    declarations,
    evaluationYear,
    body: whose
  }))
