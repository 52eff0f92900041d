import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { manifestEntry, tableEntry } from '../../src/backups/backup-manifest.ts'
import { checkArchive } from '../../src/backups/check-archive.ts'
import { leftOut, type MadeBackup, makeBackup } from '../../src/backups/make-backup.ts'
import { openArchive } from '../../src/backups/read-archive.ts'
import { restoreBackup } from '../../src/backups/restore-backup.ts'
import type { Connection, Database } from '../../src/platform/database.ts'
import { storeFile } from '../../src/platform/files.ts'
import { queueMail } from '../../src/platform/outbox.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { type Change, rewriteArchive } from '../support/archives.ts'
import { openEmptyDatabase } from '../support/databases.ts'
import { certifiedCase } from '../support/issued.ts'

const key = Buffer.alloc(32, 7)
// Everything that a reader of lines or of values could stumble over.
const text = '𠮷野\u2028続き\r\n"\\\t{"a":null},\u0001 \\x00 \\N'

let folder: string
let portal: TestApp
let target: Connection
let made: MadeBackup
const file = (name: string): string => join(folder, name)
const rowsOf = async (db: Database, query: string) => (await db.execute(sql.raw(query))).rows

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wlgb-backup-'))
  portal = await openTestApp()
  const { context } = portal
  await certifiedCase(context, { startsOn: '2024-01-16' })
  await portal.signIn('someone@example.jp')
  await portal.deliver()
  await context.db.transaction(async (tx) => {
    await queueMail(tx, context, { kind: 'reminder', to: 'one@example.jp', subject: text, text })
    await storeFile(tx, context, Buffer.from([0, 1, 2, 255]))
  })
  await portal.visitor().post('/sign-in', { email: 'other@example.jp' })
  made = await makeBackup({ ...context, key: null, oneConnection: false }, file('whole.zip'))
  await makeBackup({ ...context, key, oneConnection: true }, file('whole.sealed'))
  target = await openEmptyDatabase()
}, 120_000)
afterAll(async () => {
  await target.close()
  await portal.close()
  await rm(folder, { recursive: true, force: true })
})

const refusal = async (path: string, secret: Buffer | null = null): Promise<string> => {
  const refused = await restoreBackup(target, path, secret).then(
    () => 'restored',
    (error: unknown) => (error instanceof Error ? `${error.name} ${error.message}` : String(error))
  )
  expect(await rowsOf(target.db, "select relname from pg_class where relnamespace = 'public'::regnamespace")).toEqual(
    []
  )
  return refused
}

describe('an archive that is not what it was', () => {
  const damages: readonly (readonly [string, string, Change])[] = [
    [
      'a changed table',
      'the table companies was changed',
      (name, content) => (name === tableEntry('companies') ? Buffer.concat([content, Buffer.from('\n')]) : content)
    ],
    [
      'a missing table',
      'tables/companies.jsonl is missing',
      (name, content) => (name === tableEntry('companies') ? null : content)
    ],
    ['a changed file', 'was changed', (name, content) => (name.startsWith('files/') ? Buffer.from('x') : content)],
    ['a missing file', 'files are there', (name, content) => (name.startsWith('files/') ? null : content)],
    ['no manifest', 'has no manifest', (name, content) => (name === manifestEntry ? null : content)],
    [
      'another manifest',
      'manifest cannot be read',
      (name, content) => (name === manifestEntry ? Buffer.from('{"format":2}') : content)
    ]
  ]
  it.each(damages)('is refused before anything is written: %s', async (_what, reason, change) => {
    await rewriteArchive(file('whole.zip'), file('changed.zip'), change)
    expect(await refusal(file('changed.zip'))).toMatch(new RegExp(`^BackupRefusedError .*${reason}`))
  })

  it('is refused when its end is missing, or all of it', async () => {
    const whole = await readFile(file('whole.zip'))
    for (const length of [0, 10, whole.length / 2, whole.length - 1]) {
      await writeFile(file('short.zip'), whole.subarray(0, length))
      expect(await refusal(file('short.zip'))).toContain('BackupRefusedError')
    }
  })

  it('is refused when it was made by a newer version', async () => {
    await rewriteArchive(file('whole.zip'), file('newer.zip'), (name, content) => {
      if (name !== manifestEntry) return content
      const manifest = JSON.parse(content.toString())
      return Buffer.from(
        JSON.stringify({ ...manifest, migrations: [...manifest.migrations, { tag: '?', hash: '0'.repeat(64) }] })
      )
    })
    expect(await refusal(file('newer.zip'))).toContain('newer version')
  })

  const check = async (path: string, secret: Buffer | null): Promise<boolean> => {
    try {
      const archive = await openArchive(path, secret)
      await checkArchive(archive).finally(archive.close)
      expect(archive.manifest).toEqual(made.manifest)
      return true
    } catch (error) {
      expect(String(error)).toContain('BackupRefusedError')
      return false
    }
  }

  it('is noticed wherever a byte differs, unless it tells the same', async () => {
    const whole = await readFile(file('whole.zip'))
    for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 25)) {
      await writeFile(file('bent.zip'), whole.with(at, (whole[at] ?? 0) ^ 0x55))
      await check(file('bent.zip'), null)
    }
  }, 60_000)

  it('is refused wherever a byte differs when it is sealed', async () => {
    const whole = await readFile(file('whole.sealed'))
    expect(await check(file('whole.sealed'), key)).toBe(true)
    for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 25)) {
      await writeFile(file('bent.sealed'), whole.with(at, (whole[at] ?? 0) ^ 1))
      expect([at, await check(file('bent.sealed'), key)]).toEqual([at, false])
    }
  })
})

describe('a sealed archive', () => {
  it('opens with its key only', async () => {
    expect(await refusal(file('whole.sealed'))).toContain('set the BACKUP_KEY')
    expect(await refusal(file('whole.sealed'), Buffer.alloc(32, 8))).toContain('BackupRefusedError')
  })
})

describe('a backup', () => {
  it('is there whole or not at all, for its owner only, and replaces nothing', async () => {
    expect((await stat(file('whole.zip'))).mode & 0o777).toBe(0o600)
    const again = (name: string) => makeBackup({ ...portal.context, key: null, oneConnection: false }, file(name))
    await expect(again('whole.zip')).rejects.toThrow('is there already')
    await expect(again('no/such/folder.zip')).rejects.toThrow('ENOENT')
    await expect(
      makeBackup({ ...portal.context, db: target.db, key: null, oneConnection: false }, file('none.zip'))
    ).rejects.toThrow('holds no portal')
    await expect(stat(file('none.zip'))).rejects.toThrow('ENOENT')
  })

  it('holds every table but what a sign-in leaves', async () => {
    const tables = await rowsOf(
      portal.context.db,
      "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'"
    )
    const names = new Set(tables.map(({ relname }) => relname))
    for (const { name } of made.manifest.tables) names.delete(name)
    expect([...names].toSorted()).toEqual([...leftOut].filter((name) => name !== 'verifications').toSorted())
  })

  it('holds nothing that needs a row it leaves out', async () => {
    const references =
      "select conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint where contype = 'f'"
    const broken = (await rowsOf(portal.context.db, references)).filter(
      ({ from, to }) => leftOut.has(String(to)) && !leftOut.has(String(from))
    )
    expect(broken).toEqual([])
  })

  it('would miss the place of a sequence, so no table has one', async () => {
    const sequences = "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S'"
    expect(await rowsOf(portal.context.db, sequences)).toEqual([])
  })
})

describe('a restore', () => {
  it('brings back every row and file, and afterwards refuses a second one', async () => {
    const { mailsQueued } = await restoreBackup(target, file('whole.sealed'), key)
    const again = await makeBackup(
      { db: target.db, clock: portal.context.clock, key: null, oneConnection: true },
      file('again.zip')
    )
    const tables = ({ manifest }: MadeBackup) => manifest.tables.filter(({ name }) => name !== 'mails')
    expect(tables(again)).toEqual(tables(made))
    expect(again.manifest.files).toEqual(made.manifest.files)
    await expect(restoreBackup(target, file('whole.zip'), null)).rejects.toThrow('not empty')
    expect(mailsQueued).toBe(1)
  }, 60_000)

  it('queues what waited to be sent, and forgets codes and sessions', async () => {
    const mails = await rowsOf(target.db, "select id, kind, body from mails where state = 'waiting'")
    expect(mails).toMatchObject([{ kind: 'reminder', body: text }])
    const jobs = await rowsOf(target.db, "select data from pgboss.job where name = 'send-mail'")
    expect(jobs).toEqual([{ data: { mailId: mails[0]?.id } }])
    expect(await rowsOf(target.db, "select state from mails where kind = 'sign-in-code'")).toEqual([
      { state: 'sent' },
      { state: 'failed' }
    ])
    expect(await rowsOf(target.db, 'select id from sessions')).toEqual([])
  })

  it('leaves foreign keys and append-only tables as strict as they were', async () => {
    const strictness = (db: Database) =>
      rowsOf(
        db,
        `select conrelid::regclass::text as relation, conname as name, pg_get_constraintdef(oid) || convalidated as rule
           from pg_constraint where connamespace = 'public'::regnamespace
         union all select tgrelid::regclass::text, tgname, tgenabled::text from pg_trigger where not tgisinternal
         order by 1, 2`
      )
    expect(await strictness(target.db)).toEqual(await strictness(portal.context.db))
  })
})
