import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freePort, servePortal } from '../support/served-portal.ts'

let folder: string
const children: ChildProcess[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wlgb-start-'))
})
afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

type Run = { readonly child: ChildProcess; readonly output: () => string }

const run = (env: Readonly<Record<string, string>>): Run => {
  const child = spawn(process.execPath, ['dist/src/server.js'], {
    env: { PATH: process.env.PATH, DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error', ...env }
  })
  children.push(child)
  let text = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8')
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8')
  })
  return { child, output: () => text }
}

const untilSaid = async ({ child, output }: Run, words: string): Promise<void> => {
  while (!output().includes(words)) {
    if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}: ${output()}`)
    await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'exit')])
  }
}

const exitOf = async ({ child }: Run): Promise<unknown> => {
  if (child.exitCode === null) await once(child, 'close')
  return child.exitCode
}

describe('starting', () => {
  it('refuses a second process on the same folder and says which one has it', async () => {
    const portal = await servePortal({ DATA_DIR: join(folder, 'data') })
    const second = run({ PORT: String(await freePort()) })
    expect(await exitOf(second)).toBe(1)
    expect(second.output()).toContain('別のプロセス')
    expect(second.output()).not.toContain('    at ')
    await portal.stop()
  })

  it('keeps its data over a stop, and starts again where it was', async () => {
    const first = await servePortal({ DATA_DIR: join(folder, 'data') })
    const before = await (await fetch(`${first.url}/dev/mails`)).text()
    await first.stop()
    const second = await servePortal({ DATA_DIR: join(folder, 'data') })
    const after = await (await fetch(`${second.url}/dev/mails`)).text()
    await second.stop()
    // Reminders come while the portal runs; receipts are the seed's.
    const count = (html: string): number => html.split('申請を受け付けました').length
    expect(count(before)).toBeGreaterThan(1)
    expect(count(after)).toBe(count(before))
  })

  it('refuses to serve with a database but without its address and secret', async () => {
    const refused = run({ DATABASE_URL: 'postgres://postgres@127.0.0.1:5432/postgres' })
    expect(await exitOf(refused)).toBe(1)
    expect(refused.output()).toContain('BASE_URL')
    expect(refused.output()).toContain('SESSION_SECRET')
  })

  it('says in a sentence that a port is taken', async () => {
    const portal = await servePortal()
    const second = run({ PORT: new URL(portal.url).port })
    expect(await exitOf(second)).toBe(1)
    expect(second.output()).toContain('ポートが使用中です')
    await portal.stop()
  })
})

describe('the schedule', () => {
  it('is on where work is done, does at once what is due, and is off where pages are only served', async () => {
    const worker = run({ PORT: String(await freePort()), LOG_LEVEL: 'info' })
    await untilSaid(worker, '"msg":"the schedule is on"')
    await untilSaid(worker, '"reminded":')
    worker.child.kill('SIGTERM')
    expect(await exitOf(worker)).toBe(0)
    const web = run({ PORT: String(await freePort()), LOG_LEVEL: 'info', ROLE: 'web' })
    await untilSaid(web, 'Server listening')
    web.child.kill('SIGTERM')
    expect(await exitOf(web)).toBe(0)
    expect(web.output()).not.toContain('schedule')
  })
})

describe('on PostgreSQL', () => {
  const server = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres'
  const name = `wlgb_start_${randomBytes(6).toString('hex')}`

  const onServer = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(statement)
    await client.end()
  }

  it('lets two processes start at once on an empty database, shows no demo and stops when told', async () => {
    await onServer(`create database ${name}`)
    const database = new URL(server)
    database.pathname = `/${name}`
    const ports = [await freePort(), await freePort()]
    const runs = ports.map((port) =>
      run({
        PORT: String(port),
        DATABASE_URL: database.toString(),
        BASE_URL: `http://localhost:${port}`,
        SESSION_SECRET: randomBytes(32).toString('hex'),
        SECRETARIAT_EMAILS: 'jimukyoku@city.example.jp'
      })
    )
    await Promise.all(runs.map((one, index) => untilSaid(one, `http://localhost:${ports[index]}`)))
    const statuses = await Promise.all(
      ports.flatMap((port) =>
        ['/', '/sign-in', '/dev/mails'].map(async (path) => (await fetch(`http://localhost:${port}${path}`)).status)
      )
    )
    expect(statuses).toEqual([200, 200, 404, 200, 200, 404])
    for (const { child } of runs) child.kill('SIGTERM')
    expect(await Promise.all(runs.map(exitOf))).toEqual([0, 0])
    await onServer(`drop database ${name} with (force)`)
  })
})
