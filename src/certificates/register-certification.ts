import { type PaperApplication, registerApplication } from '../applications/register-application.ts'
import { recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { raiseTo } from '../platform/counters.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import {
  certificationCounter,
  findStandingCertification,
  insertCertification,
  isNumberTaken
} from './certification-store.ts'
import { type CertificationPeriod, certificationPeriod } from './period.ts'

/** A certification whose certificate was issued on paper. */
export type PaperCertification = PaperApplication & {
  /** 第N号. */
  readonly number: number
  /** The first day of the period that the paper certificate names. */
  readonly startsOn: CalendarDate
  /** How often it had been renewed by then; 0 when it is the first period. */
  readonly renewalCount?: number
}

export type CertificationRegistration =
  | {
      readonly ok: true
      readonly certificationId: string
      readonly applicationId: string
      readonly period: CertificationPeriod
    }
  | { readonly ok: false; readonly reason: 'number-taken' | 'standing-certification' }

/**
 * Enters a certification of the time before the portal: its application, number and period. The counter is raised, so
 * that the next certificate goes on from there. No certificate is made: the one on paper stands.
 * @throws NotACalendarDateError for a first day that does not exist
 */
export const registerCertification = (
  context: Context,
  paper: PaperCertification
): Promise<CertificationRegistration> =>
  context.db.transaction(async (tx) => {
    const { number, startsOn, renewalCount = 0, companyId, actor } = paper
    const period = certificationPeriod(startsOn, context.scheme.certificationYears)
    await raiseTo(tx, certificationCounter, number)
    if (await isNumberTaken(tx, number)) return { ok: false, reason: 'number-taken' }
    const standing = await findStandingCertification(tx, companyId, startsOn)
    if (standing !== null) return { ok: false, reason: 'standing-certification' }
    const applicationId = await registerApplication(tx, context, paper)
    const [certificationId, periodId] = [context.ids(), context.ids()]
    const at = context.clock.now()
    await insertCertification(tx, {
      id: certificationId,
      periodId,
      companyId,
      applicationId,
      number,
      period,
      renewalCount,
      at
    })
    const details = { number, renewalCount, ...period }
    await recordEvent(tx, context, { actor, subjectId: applicationId, kind: 'certification-registered', details })
    return { ok: true, certificationId, applicationId, period }
  })
