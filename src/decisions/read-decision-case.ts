import type { Application } from '../applications/application.ts'
import { findStandingCertification } from '../certificates/certification-store.ts'
import { missingGlyphs } from '../documents/glyphs.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { type CaseFile, obstaclesOf } from '../screening/case-file.ts'
import { readCaseOf } from '../screening/read-case.ts'
import type { DecisionFacts } from './decision.ts'

/** A case with what its decision depends on. */
export type DecisionCase = { readonly file: CaseFile; readonly facts: DecisionFacts }

/**
 * Reads a case for its decision. A certification counts as standing from the first day of the new period, where that lies
 * before today: two periods of a company must not overlap.
 * @throws NotFoundError when the application was never submitted
 */
export const readDecisionCase = async (
  db: Database,
  { clock }: Pick<Context, 'clock'>,
  application: Application,
  startsOn: CalendarDate | null = null
): Promise<DecisionCase> => {
  const file = await readCaseOf(db, application)
  const day = today(clock)
  const from = startsOn !== null && startsOn < day ? startsOn : day
  const standing = await findStandingCertification(db, application.companyId, from)
  const [first] = file.submissions
  return {
    file,
    facts: {
      status: application.status,
      today: day,
      submittedOn: (first ?? file.submission).submittedOn,
      examined: obstaclesOf(file).length === 0,
      meetsStandard: file.verdict.meetsStandard,
      standing: standing === null ? null : { number: standing.number, endsOn: standing.endsOn },
      missingGlyphs: missingGlyphs(file.submission.content.profile.name)
    }
  }
}
