import { findAccountByEmail } from '../../src/accounts/account-store.ts'
import type { SubmissionContent } from '../../src/applications/application.ts'
import type { ApplicationStatus } from '../../src/applications/application-status.ts'
import { findLatestSubmission, insertApplication, insertSubmission } from '../../src/applications/application-store.ts'
import { dateOf } from '../../src/platform/clock.ts'
import type { Context } from '../../src/platform/context.ts'
import { evaluationYearOf } from '../../src/scheme/calendar.ts'
import type { Case } from './cases.ts'

export type RenewalParts = {
  /** What differs from the last submission of the certified case. */
  readonly content?: Partial<SubmissionContent>
  readonly status?: ApplicationStatus
}

let renewals = 0

/** A submitted renewal of a certified case (see `certifiedCase`), written past the pages, as of the context's clock. */
export const renewalCase = async (
  context: Context,
  certified: Omit<Case, 'number'>,
  parts: RenewalParts = {}
): Promise<Case> => {
  const [applicationId, number, at] = [context.ids(), `R8-${String(500 + ++renewals)}`, context.clock.now()]
  const { companyId, email } = certified
  await context.db.transaction(async (tx) => {
    const userId = (await findAccountByEmail(tx, email))?.id ?? ''
    const before = await findLatestSubmission(tx, certified.applicationId)
    if (before === null) throw new Error('the certified case was never submitted')
    await insertApplication(tx, {
      id: applicationId,
      companyId,
      kind: 'renewal',
      renews: certified.applicationId,
      edition: 'asaka-2023',
      evaluationYear: evaluationYearOf(dateOf(at)),
      status: parts.status ?? 'submitted',
      number,
      begunAt: at,
      begunBy: userId,
      submittedAt: at,
      statusSince: at
    })
    await insertSubmission(tx, {
      id: context.ids(),
      applicationId,
      round: 1,
      content: { ...before.content, ...parts.content },
      submittedAt: at,
      submittedBy: userId,
      submittedOn: dateOf(at)
    })
  })
  return { applicationId, companyId, email, number }
}
