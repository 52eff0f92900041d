import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../src/platform/migrate.ts'
import { openTestDatabase } from '../support/databases.ts'

type Journal = { readonly entries: readonly { readonly idx: number; readonly tag: string }[] }

const journal = (): Journal => JSON.parse(readFileSync('migrations/meta/_journal.json', 'utf8'))

describe('migrate', () => {
  it('finds nothing to do the second time, also when two processes start at once', async () => {
    const connection = await openTestDatabase()
    const count = async () =>
      (await connection.db.execute(sql`select count(*)::int as n from drizzle.__drizzle_migrations`)).rows
    const before = await count()
    await Promise.all([migrate(connection), migrate(connection)])
    expect(await count()).toEqual(before)
    await connection.close()
  })
})

describe('the migrations', () => {
  it('are listed in order, each with its file, named as a sentence', () => {
    const files = readdirSync('migrations').filter((name) => name.endsWith('.sql'))
    expect(journal().entries.map(({ tag }) => `${tag}.sql`)).toEqual(files.toSorted())
    for (const name of files) expect(name).toMatch(/^\d{4}(_[a-z0-9]+){4,}\.sql$/)
  })
})
