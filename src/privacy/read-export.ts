import type { Database } from '../platform/database.ts'
import type { ExportEntry } from './export-entry.ts'
import { applicationEntries } from './read-exported-applications.ts'
import { companyEntries } from './read-exported-company.ts'
import { paperEntries } from './read-exported-papers.ts'
import { mailEntries, publicityEntries } from './read-exported-publicity.ts'

/** Everything that is kept about a company, as files that are read when their turn comes. */
export const readExport = async (db: Database, companyId: string): Promise<readonly ExportEntry[]> => [
  ...companyEntries(db, companyId),
  ...(await applicationEntries(db, companyId)),
  ...(await paperEntries(db, companyId)),
  ...(await publicityEntries(db, companyId)),
  ...mailEntries(db, companyId)
]
