import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'

/** The compiled portal as a process of its own, watched through what it says and how it ends. */
export type PortalProcess = {
  readonly url: string
  readonly pid: number
  /** Everything it wrote so far. */
  readonly output: () => string
  /** Whether it said that it serves, and has not ended since. */
  readonly serves: () => boolean
  /** Waits until it says that it serves. */
  readonly untilServing: () => Promise<void>
  /** Sends a signal without waiting for anything. */
  readonly signal: (name: NodeJS.Signals) => void
  /** Waits for the end; gives the exit code, or the signal that ended it. */
  readonly ended: () => Promise<number | string>
}

const endOf = async (child: ChildProcess): Promise<number | string> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode ?? child.signalCode ?? 'unknown'
}

/** Starts `dist/src/server.js` with a port in `env`; needs `npm run build` before. */
export const spawnPortal = (env: Readonly<Record<string, string>> & { readonly PORT: string }): PortalProcess => {
  const url = env.BASE_URL ?? `http://localhost:${env.PORT}`
  const child = spawn(process.execPath, ['dist/src/server.js'], {
    env: {
      PATH: process.env.PATH,
      LOG_LEVEL: 'error',
      REQUESTS_PER_MINUTE: '1000000',
      SECOND_FACTOR: 'off',
      ...env
    },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8')
    })
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null
  const saidSo = (): boolean => text.includes(`: ${url}\n`)
  return {
    url,
    pid: child.pid ?? 0,
    output: () => text,
    serves: () => saidSo() && !hasEnded(),
    untilServing: async () => {
      while (!saidSo()) {
        if (hasEnded())
          throw new Error(`the portal ended (${child.exitCode ?? child.signalCode}) before it served: ${text}`)
        await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
      }
    },
    signal: (name) => child.kill(name),
    ended: () => endOf(child)
  }
}

/** Asks until something holds, a few times a second. */
export const untilTrue = async (what: string, holds: () => boolean | Promise<boolean>, seconds = 60): Promise<void> => {
  const deadline = Date.now() + seconds * 1000
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`not within ${seconds} s: ${what}`)
    await pause(50)
  }
}
