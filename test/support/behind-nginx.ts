import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeDatabase } from './commands.ts'
import { startNginx } from './nginx.ts'
import { freePort, type ServedPortal, servePortal } from './served-portal.ts'
import { askTls, type TlsAnswer, type TlsRequest } from './tls-client.ts'

/** Two processes of the compiled portal on one PostgreSQL database, behind nginx with the configuration of .deploy. */
export type BehindNginx = {
  readonly host: string
  /** The ports of https and of plain http. */
  readonly tls: number
  readonly plain: number
  /** The ports of the processes themselves. */
  readonly ports: readonly [number, number]
  readonly portals: () => readonly [ServedPortal, ServedPortal]
  /** Asks through TLS, once. */
  readonly ask: (path: string, what?: TlsRequest) => Promise<TlsAnswer>
  /** The lines that nginx wrote of what was asked for. */
  readonly accessLog: () => Promise<string>
  /** Stops one of the two. */
  readonly stopOne: (index: 0 | 1) => Promise<void>
  /** Starts the one that was stopped. */
  readonly startOne: (index: 0 | 1) => Promise<void>
  readonly close: () => Promise<void>
}

/** Starts everything; needs `npm run build` before. */
export const openBehindNginx = async (env: Readonly<Record<string, string>> = {}): Promise<BehindNginx> => {
  const host = 'wlgb.test'
  const cleanUp: (() => Promise<unknown>)[] = []
  const close = async (): Promise<void> => {
    for (const clean of cleanUp.reverse()) await clean()
  }
  const open = async (): Promise<BehindNginx> => {
    const folder = await mkdtemp(join(tmpdir(), 'wlgb-nginx-'))
    cleanUp.push(() => rm(folder, { recursive: true, force: true }))
    // nginx keeps large bodies in it as a user of its own.
    await chmod(folder, 0o755)
    const database = await makeDatabase()
    cleanUp.push(database.drop)
    const [tls, plain] = [await freePort(), await freePort()]
    const ports = [await freePort(), await freePort()] as const
    const start = (port: number): Promise<ServedPortal> =>
      servePortal({
        PORT: String(port),
        ROLE: 'web',
        DATABASE_URL: database.url,
        BASE_URL: `https://${host}`,
        SESSION_SECRET: 'a secret of more than 32 characters',
        TRUST_PROXY: 'loopback',
        REQUESTS_PER_MINUTE: '1200',
        ...env
      })
    const portals: [ServedPortal, ServedPortal] = [await start(ports[0]), await start(ports[1])]
    cleanUp.push(() => Promise.all(portals.map(({ stop }) => stop())))
    const nginx = await startNginx({ folder: join(folder, 'nginx'), host, tls, plain, processes: ports })
    cleanUp.push(nginx.stop)
    return {
      host,
      tls,
      plain,
      ports,
      portals: () => portals,
      ask: (path, what) => askTls(tls, host, path, what),
      accessLog: nginx.accessLog,
      stopOne: (index) => portals[index].stop(),
      startOne: async (index) => {
        portals[index] = await start(ports[index])
      },
      close
    }
  }
  return open().catch(async (error: unknown) => {
    await close()
    throw error
  })
}
