import { findCertificationBy } from '../../src/certificates/certification-store.ts'
import { issueCertificate, type NewCertificate } from '../../src/certificates/issue-certificate.ts'
import { systemActor } from '../../src/platform/audit.ts'
import type { Context } from '../../src/platform/context.ts'
import { type Case, type CaseParts, submittedCase } from './cases.ts'

/** Issues a certificate for a case in a transaction of its own, past the decision. */
export const issueFor = (
  context: Context,
  { applicationId, companyId }: Case,
  parts: Partial<NewCertificate> = {},
  random?: () => Uint8Array
) =>
  context.db.transaction((tx) =>
    issueCertificate(
      tx,
      context,
      {
        applicationId,
        companyId,
        companyName: '株式会社あさか製作所',
        passedCategoryTitles: ['経営者の理念表明と推進体制', '多様な働き方の推進', '地域・社会貢献活動'],
        startsOn: '2026-12-01',
        actor: systemActor,
        ...parts
      },
      random
    )
  )

/** A company with a certificate, past the decision. */
export const certifiedCase = async (
  context: Context,
  parts: Partial<NewCertificate> = {},
  caseParts: CaseParts = { status: 'certified' }
) => {
  const submitted = await submittedCase(context, caseParts)
  return { ...submitted, ...(await issueFor(context, submitted, parts)) }
}

/** A company with a certificate, and the certification's own id. */
export const certificationCase = async (
  context: Context,
  parts: Partial<NewCertificate> = {},
  caseParts: CaseParts = { status: 'certified' }
) => {
  const certified = await certifiedCase(context, parts, caseParts)
  const certification = await findCertificationBy(context.db, certified.applicationId)
  return { ...certified, certificationId: certification?.id ?? '' }
}
