import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from './database.ts'
import { projectRoot } from './project-root.ts'

/** Whether this process can serve now, or what keeps it from serving. */
export type Readiness = 'ready' | 'stopping' | 'database' | 'migrations'

/** Milliseconds in which the database has to answer; a balancer asks every few seconds. */
const patience = 1000

const journal = z.object({ entries: z.array(z.object({ when: z.number() })).min(1) })

const newestMigration = (): number => {
  const text = readFileSync(new URL('migrations/meta/_journal.json', projectRoot), 'utf8')
  return Math.max(...journal.parse(JSON.parse(text)).entries.map(({ when }) => when))
}

const appliedMigration = async (db: Database): Promise<number> => {
  const { rows } = await db.execute(sql`select max(created_at) as newest from drizzle.__drizzle_migrations`)
  return Number(rows[0]?.newest ?? 0)
}

const within = <T>(milliseconds: number, answer: Promise<T>): Promise<T> => {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds)
  return Promise.race([answer, promise]).finally(() => clearTimeout(timer))
}

/**
 * Makes the question that a balancer asks. A database that is newer than this program counts as ready: while a new version
 * is put in, the old one serves on.
 * @param isStopping whether the process was told to stop: nothing new should come then
 */
export const makeReadiness = (db: Database, isStopping: () => boolean): (() => Promise<Readiness>) => {
  const needed = newestMigration()
  return async () => {
    if (isStopping()) return 'stopping'
    try {
      return (await within(patience, appliedMigration(db))) >= needed ? 'ready' : 'migrations'
    } catch {
      return 'database'
    }
  }
}
