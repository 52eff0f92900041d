import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { type Connection, openPostgres, wrapPglite } from '../../src/platform/database.ts'
import { startJobs } from '../../src/platform/jobs.ts'
import { migrate } from '../../src/platform/migrate.ts'

const prepare = async (connection: Connection): Promise<void> => {
  await migrate(connection)
  const runner = await startJobs(connection, () => undefined, false)
  await runner.stop()
}

const prepareServer = async (url: string): Promise<{ name: string; drop: () => Promise<void> }> => {
  const name = `wlgb_template_${randomBytes(6).toString('hex')}`
  const server = new pg.Client({ connectionString: url })
  await server.connect()
  await server.query(`create database ${name}`)
  const at = new URL(url)
  at.pathname = `/${name}`
  const connection = openPostgres(at.toString(), 2)
  await prepare(connection)
  await connection.close()
  const drop = async () => {
    await server.query(`drop database if exists ${name} with (force)`)
    await server.end()
  }
  return { name, drop }
}

const prepareEmbedded = async (): Promise<{ dump: string; remove: () => Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'wlgb-test-'))
  const pglite = await PGlite.create()
  await prepare(wrapPglite(pglite))
  const dump = join(folder, 'template.tar')
  const content = await pglite.dumpDataDir('none')
  await writeFile(dump, Buffer.from(await content.arrayBuffer()))
  await pglite.close()
  return { dump, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** Migrates one database before all tests; every test file works on its own copy. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const url = process.env.TEST_DATABASE_URL || undefined
  if (url === undefined) {
    const { dump, remove } = await prepareEmbedded()
    project.provide('template', { kind: 'pglite', dump })
    return remove
  }
  const { name, drop } = await prepareServer(url)
  project.provide('template', { kind: 'postgres', url, name })
  return drop
}
