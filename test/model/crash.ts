import type { Context } from '../../src/platform/context.ts'
import type { Database } from '../../src/platform/database.ts'

/** The process died: nothing of what it was doing answers any more. */
export class Crash extends Error {
  override readonly name = 'Crash'
}

const statements = new Set<string | symbol>([
  'select',
  'selectDistinct',
  'selectDistinctOn',
  'insert',
  'update',
  'delete',
  'execute'
])

type Meter = { left: number }

const dying = (db: Database, meter: Meter): Database =>
  new Proxy(db, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value !== 'function') return value
      if (name === 'transaction')
        return (work: (tx: Database) => Promise<unknown>) => target.transaction((tx) => work(dying(tx, meter)))
      return (...input: readonly unknown[]) => {
        if (statements.has(name) && meter.left-- <= 0) throw new Crash(`before statement ${String(name)}`)
        return Reflect.apply(value, target, input)
      }
    }
  })

/** A world in which the process dies before a statement: the first is 0. What it had begun is rolled back. */
export const dyingBefore = (context: Context, statement: number): Context => ({
  ...context,
  db: dying(context.db, { left: statement })
})

/** A world in which the process dies after the commit, before it answers. */
export const dyingAfterCommit = (context: Context): Context => ({
  ...context,
  db: new Proxy(context.db, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value !== 'function') return value
      if (name !== 'transaction') return value.bind(target)
      return async (work: (tx: Database) => Promise<unknown>) => {
        await target.transaction(work)
        throw new Crash('after the commit')
      }
    }
  })
})
