import type { Application } from '../applications/application.ts'
import { isOpen } from '../applications/application-status.ts'
import { findOpenApplicationOf, lockApplication, lockCompanyOf } from '../applications/application-store.ts'
import { changeStatus } from '../applications/change-status.ts'
import type { Actor } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { NotFoundError } from '../platform/errors.ts'
import type { CertificationRecord } from './certification-record.ts'
import { findCertification, lockCertification } from './certification-record-store.ts'
import { findCertificationBy } from './certification-store.ts'
import { findOpenProceeding } from './proceeding-store.ts'
import type { Proceeding } from './revocation.ts'

/** A certification held for its end, with what ends together with it. */
export type HeldCertification = {
  readonly record: CertificationRecord
  readonly proceeding: Proceeding | null
  /** Its renewal under way, or null. */
  readonly renewal: Application | null
}

const openRenewalOf = async (db: Database, { id, companyId }: CertificationRecord): Promise<Application | null> => {
  const open = await findOpenApplicationOf(db, companyId)
  if (open === null || open.renews === null) return null
  return (await findCertificationBy(db, open.renews))?.id === id ? open : null
}

/**
 * The certification as it stands, for a page.
 * @throws NotFoundError when there is no such certification
 */
export const readCertification = async (db: Database, id: string): Promise<HeldCertification> => {
  const record = await findCertification(db, id)
  if (record === null) throw new NotFoundError(`certification ${id}`)
  return { record, proceeding: await findOpenProceeding(db, id), renewal: await openRenewalOf(db, record) }
}

/**
 * Holds a certification, and its renewal, until the transaction ends: first the company, so that no renewal is begun
 * meanwhile, then the renewal, so that it is not decided, then the certification. Everybody else locks in this order too.
 * @throws NotFoundError when there is no such certification
 */
export const holdCertification = async (tx: Database, id: string): Promise<HeldCertification> => {
  const { companyId } = (await readCertification(tx, id)).record
  await lockCompanyOf(tx, companyId)
  const { renewal } = await readCertification(tx, id)
  const locked = renewal === null ? null : await lockApplication(tx, renewal.id)
  await lockCertification(tx, id)
  const held = await readCertification(tx, id)
  return { ...held, renewal: locked !== null && isOpen(locked.status) ? locked : null }
}

/** Withdraws the renewal of a certification that ends: there is nothing left to renew. Part of the caller's transaction. */
export const withdrawRenewal = async (
  tx: Database,
  context: Pick<Context, 'clock' | 'ids'>,
  renewal: Application | null,
  end: { readonly by: 'company' | 'secretariat'; readonly actor: Actor; readonly reason: string }
): Promise<void> => {
  if (renewal === null) return
  const { by, actor, reason } = end
  await changeStatus(tx, context, { applicationId: renewal.id, to: 'withdrawn', by, actor, details: { reason } })
}
