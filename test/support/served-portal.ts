import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnPortal } from './portal-process.ts'

/** The compiled portal as people get it: a process of its own with the demo's data, on a free port. */
export type ServedPortal = {
  readonly url: string
  /** Everything it wrote so far. */
  readonly output: () => string
  readonly stop: () => Promise<void>
}

/** A port that nobody listens on. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

/** Starts `npm run serve` on an empty data folder; the demo's seed runs first. Needs `npm run build` before. */
export const servePortal = async (env: Readonly<Record<string, string>> = {}): Promise<ServedPortal> => {
  const folder = await mkdtemp(join(tmpdir(), 'wlgb-journey-'))
  const port = env.PORT ?? String(await freePort())
  const portal = spawnPortal({ DATA_DIR: join(folder, 'data'), ...env, PORT: port })
  await portal.untilServing()
  return {
    url: portal.url,
    output: portal.output,
    stop: async () => {
      portal.signal('SIGTERM')
      await portal.ended()
      await rm(folder, { recursive: true, force: true })
    }
  }
}
