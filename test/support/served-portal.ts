import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** The compiled portal as people get it: a process of its own with the demo's data, on a free port. */
export type ServedPortal = { readonly url: string; readonly stop: () => Promise<void> }

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

const untilReady = async (child: ChildProcess, url: string): Promise<void> => {
  if (child.stdout === null) throw new Error('the portal has no output')
  const lines = createInterface({ input: child.stdout })
  for await (const line of lines) if (line.includes(url)) return
  throw new Error(`the portal ended before it served (exit ${child.exitCode})`)
}

/** Starts `npm run serve` on an empty data folder; the demo's seed runs first. Needs `npm run build` before. */
export const servePortal = async (env: Readonly<Record<string, string>> = {}): Promise<ServedPortal> => {
  const folder = await mkdtemp(join(tmpdir(), 'wlgb-journey-'))
  const port = env.PORT ?? String(await freePort())
  const url = `http://localhost:${port}`
  const child = spawn(process.execPath, ['dist/src/server.js'], {
    env: { PATH: process.env.PATH, PORT: port, DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'inherit']
  })
  await untilReady(child, url)
  child.stdout?.resume()
  return {
    url,
    stop: async () => {
      const exit = once(child, 'exit')
      child.kill('SIGTERM')
      await exit
      await rm(folder, { recursive: true, force: true })
    }
  }
}
