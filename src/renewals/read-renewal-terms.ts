import type { Application } from '../applications/application.ts'
import { noTerms, type RenewalTerms } from '../applications/renewal-outlook.ts'
import { dateOf, today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { findRenewedPeriod } from './renewal-store.ts'
import { renewalTerms } from './renewal-terms.ts'

/** What the time means for an application that is sent now; nothing for an initial one. */
export const readRenewalTerms = async (
  db: Database,
  { clock, scheme }: Pick<Context, 'clock' | 'scheme'>,
  { renews, submittedAt }: Pick<Application, 'renews' | 'submittedAt'>
): Promise<RenewalTerms> => {
  const last = renews === null ? null : await findRenewedPeriod(db, renews)
  if (last === null) return noTerms
  const sentOn = submittedAt === null ? null : dateOf(submittedAt)
  return renewalTerms(last, scheme, { on: today(clock), sentOn })
}
