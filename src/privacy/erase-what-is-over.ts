import { deleteInvitationsBefore } from '../companies/erasure-store.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { deleteMails, deleteSignInMails, eraseMailTexts } from '../platform/mail-erasure.ts'
import { addDays } from '../scheme/calendar.ts'
import { eraseAccounts } from './erase-accounts.ts'
import { eraseCases } from './erase-cases.ts'
import { eraseCompanies } from './erase-companies.ts'
import { endOf, lastDayOver } from './retention-days.ts'
import { settleDrafts } from './settle-drafts.ts'

type Figures = Readonly<Record<string, number>>
type Step = (context: Context, report: (error: unknown) => void) => Promise<Figures>

const eraseMails: Step = async ({ db, clock, scheme }) => {
  const on = today(clock)
  const { mailTextYears, mailYears, signInMailDays } = scheme.retention
  return {
    signInMailsDeleted: await deleteSignInMails(db, endOf(addDays(on, -signInMailDays - 1))),
    mailsDeleted: await deleteMails(db, endOf(lastDayOver(on, mailYears))),
    mailTextsErased: await eraseMailTexts(db, endOf(lastDayOver(on, mailTextYears)))
  }
}

const eraseInvitations: Step = async ({ db, clock, scheme }) => {
  const before = endOf(lastDayOver(today(clock), scheme.retention.invitationYears))
  return { invitationsDeleted: await deleteInvitationsBefore(db, before) }
}

/** In this order: a company is unused when its cases are gone, an account when its company is. */
const steps: readonly Step[] = [settleDrafts, eraseCases, eraseCompanies, eraseAccounts, eraseInvitations, eraseMails]

/**
 * Erases all personal data whose time is over, in many small transactions: cut off in the middle, it goes on where it was;
 * done twice, it finds nothing the second time.
 * @param report told of every failure
 * @returns figures by kind of data
 * @throws when something could not be erased, after everything else was, so that the queue tries again
 */
export const eraseWhatIsOver = async (context: Context, report: (error: unknown) => void): Promise<Figures> => {
  const figures: Figures[] = []
  let failed = 0
  for (const step of steps)
    try {
      figures.push(await step(context, report))
    } catch (error) {
      failed++
      report(error)
    }
  if (failed > 0) throw new Error(`${failed} of ${steps.length} kinds of personal data could not all be erased`)
  return Object.assign({}, ...figures)
}
