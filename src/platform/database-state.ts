import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Clock } from './clock.ts'
import type { Database } from './database.ts'

/** What the database says of itself. */
export type DatabaseState = {
  readonly version: string
  /** Bytes on its disk. */
  readonly size: number
  /** Migrations that were applied. */
  readonly migrations: number
  /** Seconds by which the database's clock is ahead of the portal's; negative when it is behind. */
  readonly ahead: number
}

const answer = z.tuple([
  z.object({
    version: z.string(),
    size: z.coerce.number(),
    migrations: z.coerce.number(),
    milliseconds: z.coerce.number()
  })
])

/** Asks the database how it is; half of the time that the answer took counts as the way of its clock's. */
export const readDatabaseState = async (db: Database, clock: Clock): Promise<DatabaseState> => {
  const asked = clock.now().getTime()
  const { rows } = await db.execute(sql`
    select current_setting('server_version') as version,
      pg_database_size(current_database()) as size,
      (select count(*) from drizzle.__drizzle_migrations) as migrations,
      extract(epoch from clock_timestamp()) * 1000 as milliseconds`)
  const answered = clock.now().getTime()
  const [{ milliseconds, ...state }] = answer.parse(rows)
  return { ...state, ahead: Math.round(milliseconds - (asked + answered) / 2) / 1000 }
}
