import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { untilTrue } from './portal-process.ts'

/** A PostgreSQL server of the test's own, that may be stopped without anybody else noticing. */
export type PostgresCluster = {
  readonly url: string
  readonly start: () => Promise<void>
  /** `fast` ends every session, `immediate` is as if the machine lost its power. */
  readonly stop: (how: 'fast' | 'immediate') => Promise<void>
  readonly remove: () => Promise<void>
}

const binaries = (): string => {
  const versions = readdirSync('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a))
  return `/usr/lib/postgresql/${versions[0]}/bin`
}

const idOf = (kind: '-u' | '-g'): number => Number(execFileSync('id', [kind, 'postgres'], { encoding: 'utf8' }))

// PostgreSQL refuses to run as root; where the tests do, it runs as its own account.
const account = () => (process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : null)

const answers = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

/** Makes an empty cluster on a port; it is not started yet. */
export const makeCluster = (port: number): PostgresCluster => {
  const folder = mkdtempSync(join(tmpdir(), 'wlgb-cluster-'))
  chmodSync(folder, 0o700)
  const as = account()
  if (as !== null) chownSync(folder, as.uid, as.gid)
  const bin = binaries()
  const initial = ['-D', folder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C']
  execFileSync(`${bin}/initdb`, initial, { ...as, stdio: 'ignore', cwd: tmpdir() })
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  const begin = () =>
    spawn(`${bin}/postgres`, ['-D', folder, '-p', String(port), '-k', folder], {
      ...as,
      stdio: 'ignore',
      cwd: tmpdir()
    })
  let server: ReturnType<typeof begin> | null = null
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    if (server === null || server.exitCode !== null) return
    const exit = once(server, 'exit')
    server.kill(signal)
    await exit
    server = null
  }
  return {
    url,
    start: async () => {
      server = begin()
      await untilTrue('PostgreSQL answers', () => answers(url))
    },
    stop: (how) => stop(how === 'fast' ? 'SIGINT' : 'SIGQUIT'),
    remove: async () => {
      await stop('SIGQUIT')
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
