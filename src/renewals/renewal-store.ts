import { and, desc, eq, inArray } from 'drizzle-orm'
import { applicationStatuses, isOpen } from '../applications/application-status.ts'
import { applications } from '../applications/table.ts'
import { certificationPeriods, certifications } from '../certificates/table.ts'
import type { Database } from '../platform/database.ts'
import type { RenewalFacts } from './renewal-window.ts'

/** The last period of a company's last certification, with what its renewal depends on. */
export type LastPeriod = RenewalFacts & {
  readonly certificationId: string
  /** 第N号. */
  readonly number: number
  /** The application by which it was certified: what a renewal builds on. */
  readonly applicationId: string
}

const columns = {
  certificationId: certifications.id,
  number: certifications.number,
  applicationId: certificationPeriods.applicationId,
  period: { startsOn: certificationPeriods.startsOn, endsOn: certificationPeriods.endsOn },
  endedOn: certifications.endedOn,
  endedHow: certifications.endedHow
}

const renewalOf = async (db: Database, applicationId: string): Promise<RenewalFacts['renewal']> => {
  const counted = applicationStatuses.filter((status) => isOpen(status) || status === 'certified')
  const rows = await db
    .select({ status: applications.status })
    .from(applications)
    .where(and(eq(applications.renews, applicationId), inArray(applications.status, counted)))
  if (rows.length === 0) return 'none'
  return rows.some(({ status }) => status === 'certified') ? 'certified' : 'open'
}

const select = (db: Database) =>
  db
    .select(columns)
    .from(certificationPeriods)
    .innerJoin(certifications, eq(certifications.id, certificationPeriods.certificationId))

/** The period that a company would renew now, or null where it was never certified. */
export const lastPeriodOf = async (db: Database, companyId: string): Promise<LastPeriod | null> => {
  const [row] = await select(db)
    .where(eq(certifications.companyId, companyId))
    .orderBy(desc(certificationPeriods.endsOn), desc(certifications.number))
    .limit(1)
  return row === undefined ? null : { ...row, renewal: await renewalOf(db, row.applicationId) }
}

/** The period that an application brought, which its renewal follows; null where it brought none. */
export const findRenewedPeriod = async (
  db: Database,
  applicationId: string
): Promise<Omit<LastPeriod, 'renewal'> | null> => {
  const [row] = await select(db).where(eq(certificationPeriods.applicationId, applicationId))
  return row ?? null
}
