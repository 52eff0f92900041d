import { historyOf } from '../platform/audit.ts'
import type { Database } from '../platform/database.ts'

/** When the members were told that the papers of a meeting can be read, oldest first. */
export const announcementsOf = async (db: Database, meetingId: string): Promise<readonly Date[]> =>
  (await historyOf(db, meetingId)).filter(({ kind }) => kind === 'papers-announced').map(({ at }) => at)
