import { lockCompany } from '../companies/company-store.ts'
import { deleteCompanyRow, deletePeople, eraseCompanyRow } from '../companies/erasure-store.ts'
import { membersOf } from '../companies/member-store.ts'
import { deleteEntriesOf } from '../directory/entry-store.ts'
import { type Actor, recordEvent, systemActor } from '../platform/audit.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { eraseEventDetails } from '../platform/erasure.ts'
import { deleteMailsAbout } from '../platform/mail-erasure.ts'
import { deletePublicity } from '../publicity/erasure-store.ts'
import { unsentOf } from './draft-store.ts'
import { eraseAccount } from './erase-accounts.ts'
import { endOf, lastDayOver } from './retention-days.ts'
import { removeUnsent } from './settle-drafts.ts'
import { companiesUnusedSince, isOnRecord, withoutOffice } from './unused-store.ts'
import { workThrough } from './work-through.ts'

/**
 * Erases a company with its people, its drafts and what it published, as part of the caller's transaction that holds it.
 * One on which the city has decided keeps its name, number, address and size, because decisions name them; any other one
 * is gone altogether. Accounts of its people that hold no office are erased too.
 */
export const eraseCompany = async (tx: Database, context: Context, companyId: string, actor: Actor): Promise<void> => {
  const people = await membersOf(tx, companyId)
  for (const draft of await unsentOf(tx, companyId)) await removeUnsent(tx, context, draft, actor)
  await deletePublicity(tx, companyId)
  await deleteEntriesOf(tx, companyId)
  await deletePeople(tx, companyId)
  await deleteMailsAbout(tx, companyId)
  await eraseEventDetails(tx, companyId)
  if (await isOnRecord(tx, companyId)) await eraseCompanyRow(tx, companyId, context.clock.now())
  else await deleteCompanyRow(tx, companyId)
  await recordEvent(tx, context, { actor, subjectId: companyId, kind: 'company-erased' })
  const ids = people.map(({ id }) => id)
  for (const id of await withoutOffice(tx, ids)) await eraseAccount(tx, context, id, actor)
}

/** Erases the companies of which nothing is left but their people, who no longer come; each in a transaction of its own. */
export const eraseCompanies = async (
  context: Context,
  report: (error: unknown) => void
): Promise<{ readonly companiesErased: number }> => {
  const before = endOf(lastDayOver(today(context.clock), context.scheme.retention.accountYears))
  const erase = (id: string): Promise<boolean> =>
    context.db.transaction(async (tx) => {
      await lockCompany(tx, id)
      if (!(await companiesUnusedSince(tx, before)).includes(id)) return false
      await eraseCompany(tx, context, id, systemActor)
      return true
    })
  return { companiesErased: await workThrough(await companiesUnusedSince(context.db, before), erase, report) }
}
