import { and, asc, eq } from 'drizzle-orm'
import { users } from '../accounts/table.ts'
import type { Database } from '../platform/database.ts'
import type { SectionData, SectionName } from './application.ts'
import type { Section } from './sections.ts'
import { applicationSections } from './table.ts'

const select = (db: Database) =>
  db
    .select({
      name: applicationSections.section,
      version: applicationSections.version,
      data: applicationSections.data,
      savedAt: applicationSections.updatedAt,
      savedBy: users.name,
      savedByEmail: users.email
    })
    .from(applicationSections)
    .innerJoin(users, eq(users.id, applicationSections.updatedBy))

type Row = Section & { readonly savedByEmail: string }

/** Who has not given a name yet is called by the address. */
const toSection = ({ savedByEmail, savedBy, ...row }: Row): Section => ({ ...row, savedBy: savedBy || savedByEmail })

/** All sections of an application. */
export const sectionsOf = async (db: Database, applicationId: string): Promise<readonly Section[]> => {
  const rows = await select(db)
    .where(eq(applicationSections.applicationId, applicationId))
    .orderBy(asc(applicationSections.section))
  return rows.map(toSection)
}

/** One section of an application, or null. */
export const findSection = async (db: Database, applicationId: string, name: SectionName): Promise<Section | null> => {
  const [row] = await select(db).where(
    and(eq(applicationSections.applicationId, applicationId), eq(applicationSections.section, name))
  )
  return row === undefined ? null : toSection(row)
}

export const insertSections = async (
  tx: Database,
  applicationId: string,
  sections: readonly { readonly name: SectionName; readonly data: SectionData }[],
  { at, by }: { readonly at: Date; readonly by: string }
): Promise<void> => {
  await tx.insert(applicationSections).values(
    sections.map(({ name, data }) => ({
      applicationId,
      section: name,
      version: 1,
      data,
      updatedAt: at,
      updatedBy: by
    }))
  )
}

/** Notes that a section was saved again as it was: by that its draft is still wanted. Its version and author stay. */
export const touchSection = async (tx: Database, applicationId: string, name: string, at: Date): Promise<void> => {
  await tx
    .update(applicationSections)
    .set({ updatedAt: at })
    .where(and(eq(applicationSections.applicationId, applicationId), eq(applicationSections.section, name)))
}

/** Saves a section if nobody saved it since `version`. False when somebody did. */
export const updateSection = async (
  tx: Database,
  applicationId: string,
  { name, data }: { readonly name: SectionName; readonly data: SectionData },
  { version, at, by }: { readonly version: number; readonly at: Date; readonly by: string }
): Promise<boolean> => {
  const rows = await tx
    .update(applicationSections)
    .set({ data, version: version + 1, updatedAt: at, updatedBy: by })
    .where(
      and(
        eq(applicationSections.applicationId, applicationId),
        eq(applicationSections.section, name),
        eq(applicationSections.version, version)
      )
    )
    .returning({ version: applicationSections.version })
  return rows.length > 0
}
