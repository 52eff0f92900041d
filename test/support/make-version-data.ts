import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { makeBackup } from '../../src/backups/make-backup.ts'
import { withRestingConstraints } from '../../src/backups/snapshot-store.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { type Database, openEmbedded } from '../../src/platform/database.ts'
import { readMigrationsOf } from '../../src/platform/migrate.ts'
import { servePortal } from './served-portal.ts'

// `npm run migration:data` keeps the demo, as the newest schema holds it, for test/processes/migrations.test.ts. With the
// data folder of an earlier version as its argument it keeps that one.

const ofFiles = sql`
  select format('update %s set %I = encode(sha256(convert_to(%2$I, ''UTF8'')), ''hex'')', c.conrelid::regclass, a.attname) as statement
  from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
  where c.contype = 'f' and c.confrelid = 'stored_files'::regclass`

/** Puts a few letters in place of every stored file, under a hash that fits: the tables matter here, not the pictures. */
const shrinkFiles = async (tx: Database): Promise<void> => {
  const references = (await tx.execute(ofFiles)).rows
  await withRestingConstraints(tx, async () => {
    for (const { statement } of references) await tx.execute(sql.raw(String(statement)))
    await tx.execute(sql`
      update stored_files set content = convert_to(sha256, 'UTF8'), size = length(sha256),
        sha256 = encode(sha256(convert_to(sha256, 'UTF8')), 'hex')`)
  })
}

const seedDemo = async (folder: string): Promise<void> => {
  const portal = await servePortal({ DATA_DIR: folder, ROLE: 'web' })
  await portal.stop()
}

const keep = async (folder: string): Promise<string> => {
  const { db, close } = await openEmbedded(folder)
  try {
    await db.transaction(shrinkFiles)
    const path = `test/platform/versions/${(await readMigrationsOf(db)).at(-1)?.tag}.zip`
    await rm(path, { force: true })
    await makeBackup({ db, clock: systemClock, key: null, oneConnection: true }, path)
    return path
  } finally {
    await close()
  }
}

const given = process.argv[2]
const folder = given ?? (await mkdtemp(join(tmpdir(), 'wlgb-version-')))
if (given === undefined) await seedDemo(folder)
else if (!existsSync(folder)) throw new Error(`${folder} is not there`)
process.stdout.write(`${await keep(folder)}\n`)
if (given === undefined) await rm(folder, { recursive: true, force: true })
