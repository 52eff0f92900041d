import type { Application } from '../applications/application.ts'
import {
  findCertificationBy,
  findStandingCertification,
  type RenewedCertification
} from '../certificates/certification-store.ts'
import { nextPeriod } from '../certificates/period.ts'
import { missingGlyphs } from '../documents/glyphs.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { NotFoundError } from '../platform/errors.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { type CaseFile, obstaclesOf } from '../screening/case-file.ts'
import { readCaseOf } from '../screening/read-case.ts'
import { readRenewal } from '../screening/read-renewal.ts'
import type { DecisionFacts, RenewalFacts } from './decision.ts'

/** A case with what its decision depends on. */
export type DecisionCase = {
  readonly file: CaseFile
  readonly facts: DecisionFacts
  /** What a renewal renews; null for an initial application. */
  readonly certification: RenewedCertification | null
}

const renewalFacts = async (
  db: Database,
  { scheme }: Pick<Context, 'scheme'>,
  file: CaseFile,
  certification: RenewedCertification
): Promise<RenewalFacts> => {
  const review = await readRenewal(db, scheme, file)
  const { number, renewalCount, period, endedOn, endedHow, applicationId } = certification
  return {
    number,
    renewalCount: renewalCount + 1,
    lastPeriod: period,
    nextPeriod: nextPeriod(period, scheme.certificationYears),
    endedOn,
    endedHow,
    isRenewed: applicationId !== file.application.renews,
    route: review?.choice?.route ?? null,
    isRouteOutdated: review?.isOutdated ?? false
  }
}

/** @throws NotFoundError when a renewal names an application that brought no certification */
const renewedBy = async (db: Database, { id, kind, renews }: Application): Promise<RenewedCertification | null> => {
  if (kind === 'initial') return null
  const certification = renews === null ? null : await findCertificationBy(db, renews)
  if (certification === null) throw new NotFoundError(`the certification that ${id} renews`)
  return certification
}

/**
 * Reads a case for its decision. A certification counts as standing from the first day of the new period, where that lies
 * before today: two periods of a company must not overlap.
 * @throws NotFoundError when the application was never submitted
 */
export const readDecisionCase = async (
  db: Database,
  context: Pick<Context, 'clock' | 'scheme'>,
  application: Application,
  startsOn: CalendarDate | null = null
): Promise<DecisionCase> => {
  const file = await readCaseOf(db, application)
  const day = today(context.clock)
  const certification = await renewedBy(db, application)
  const from = startsOn !== null && startsOn < day ? startsOn : day
  const standing = await findStandingCertification(db, application.companyId, from)
  const [first] = file.submissions
  return {
    file,
    certification,
    facts: {
      status: application.status,
      today: day,
      submittedOn: (first ?? file.submission).submittedOn,
      examined: obstaclesOf(file).length === 0,
      meetsStandard: file.verdict.meetsStandard,
      renewal: certification === null ? null : await renewalFacts(db, context, file, certification),
      standing: standing === null ? null : { number: standing.number, endsOn: standing.endsOn },
      missingGlyphs: missingGlyphs(file.submission.content.profile.name)
    }
  }
}
