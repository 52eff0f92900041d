import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { users } from '../accounts/table.ts'
import { isCertifiedOn, standsOn } from '../certificates/certification-days-store.ts'
import { certifications } from '../certificates/table.ts'
import { companies } from '../companies/table.ts'
import type { Database } from '../platform/database.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import type { PublicitySettings } from './publicity.ts'
import { shownFields } from './shown-field.ts'
import { publicitySettings } from './table.ts'

/** A company's settings with their last save. */
export type VersionedSettings = PublicitySettings & {
  readonly version: number
  readonly savedAt: Date
  /** By name or address. */
  readonly savedBy: string
}

/** What a company lets be shown; null where it has said nothing yet. */
export const findSettings = async (db: Database, companyId: string): Promise<VersionedSettings | null> => {
  const [row] = await db
    .select({
      version: publicitySettings.version,
      shown: publicitySettings.shown,
      jobsUrl: publicitySettings.jobsUrl,
      savedAt: publicitySettings.updatedAt,
      savedBy: sql<string>`coalesce(nullif(${users.name}, ''), ${users.email})`
    })
    .from(publicitySettings)
    .innerJoin(users, eq(users.id, publicitySettings.updatedBy))
    .where(eq(publicitySettings.companyId, companyId))
  if (row === undefined) return null
  return { ...row, shown: shownFields.filter((field) => row.shown.includes(field)) }
}

/** Saves a company's settings as the version after `version`; the company is locked and its version compared before. */
export const saveSettings = async (
  tx: Database,
  companyId: string,
  { shown, jobsUrl }: PublicitySettings,
  { version, at, by }: { readonly version: number; readonly at: Date; readonly by: string }
): Promise<void> => {
  const values = { shown: [...shown], jobsUrl, version: version + 1, updatedAt: at, updatedBy: by }
  await tx
    .insert(publicitySettings)
    .values({ companyId, ...values })
    .onConflictDoUpdate({ target: publicitySettings.companyId, set: values })
}

/** The certification by which a company has a public page, or will have one from its first day on. */
export type PublicNumber = { readonly certificationId: string; readonly number: number; readonly isPublic: boolean }

const select = (db: Database, on: CalendarDate, where: SQL | undefined) =>
  db
    .select({
      certificationId: certifications.id,
      number: certifications.number,
      isPublic: sql<boolean>`coalesce(${isCertifiedOn(on)}, false)`
    })
    .from(certifications)
    .innerJoin(companies, eq(companies.id, certifications.companyId))
    .where(and(standsOn(on), where))
    .orderBy(desc(certifications.number))
    .limit(1)

/** The number under which a company is shown, from its decision on until its certification ends; null otherwise. */
export const findPublicNumber = async (
  db: Database,
  companyId: string,
  on: CalendarDate
): Promise<PublicNumber | null> => {
  const [row] = await select(db, on, eq(certifications.companyId, companyId))
  return row ?? null
}
