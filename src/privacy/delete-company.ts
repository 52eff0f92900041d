import { lockAccount } from '../accounts/account-store.ts'
import { applicationsOf, lockCompanyOf } from '../applications/application-store.ts'
import { certificatesOf } from '../certificates/certificate-store.ts'
import { findCompanyOf } from '../companies/company-store.ts'
import type { Actor } from '../platform/audit.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { NotFoundError } from '../platform/errors.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { type Deletion, decideDeletion } from './deletion.ts'
import { eraseAccount } from './erase-accounts.ts'
import { eraseCompany } from './erase-companies.ts'

type Person = Actor & { readonly id: string }

/** Whether a company may delete itself on a day; a person without a company always may. */
export const readDeletion = async (db: Database, companyId: string | null, on: CalendarDate): Promise<Deletion> =>
  companyId === null
    ? { ok: true, isOnRecord: false }
    : decideDeletion(
        { applications: await applicationsOf(db, companyId), periods: await certificatesOf(db, companyId) },
        on
      )

/**
 * Deletes the company of a person with all its people and their accounts, or the account alone of a person without one.
 * Refused while an application is under way or a certification holds. What the city has decided stays for its time.
 * @throws NotFoundError when the person does not belong to the company (any more)
 */
export const deleteCompany = (
  context: Context,
  { actor, companyId }: { readonly actor: Person; readonly companyId: string | null }
): Promise<Deletion> =>
  context.db.transaction(async (tx) => {
    if (companyId === null) {
      await lockAccount(tx, actor.id)
      if ((await findCompanyOf(tx, actor.id)) !== null) throw new NotFoundError('account without a company')
      await eraseAccount(tx, context, actor.id, actor)
      return { ok: true, isOnRecord: false }
    }
    await lockCompanyOf(tx, companyId)
    if ((await findCompanyOf(tx, actor.id))?.id !== companyId) throw new NotFoundError(`company ${companyId}`)
    const deletion = await readDeletion(tx, companyId, today(context.clock))
    if (deletion.ok) await eraseCompany(tx, context, companyId, actor)
    return deletion
  })
