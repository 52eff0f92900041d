import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { attachmentsOf } from '../../src/applications/attachment-store.ts'
import { paths } from '../../src/paths.ts'
import { clamdScanner } from '../../src/platform/clamd.ts'
import { ScannerAwayError } from '../../src/platform/file-scanner.ts'
import { scanFile } from '../../src/scanning/scan-file.ts'
import { announceInfection } from '../../src/screening/announce-infection.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { draftCase } from '../support/drafts.ts'
import { pdf } from '../support/sample-files.ts'

/** A file that only the test's own signatures know. */
const infected = pdf('what the signatures of this test name')

const megabyte = 1024 * 1024

let folder = ''
let port = 0
let clamd: ChildProcess | null = null

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

const scanner = () => clamdScanner(`tcp://127.0.0.1:${port}`, { silence: 20_000, whole: 60_000 })

/** Starts Debian's clamd with signatures of its own, and waits until it answers. */
const start = async (): Promise<void> => {
  const settings = [
    `DatabaseDirectory ${folder}/signatures`,
    `TCPSocket ${port}`,
    'TCPAddr 127.0.0.1',
    `LocalSocket ${folder}/clamd.ctl`,
    'Foreground yes',
    'StreamMaxLength 12M',
    'MaxThreads 4',
    `TemporaryDirectory ${folder}/tmp`,
    'SelfCheck 0'
  ]
  await writeFile(join(folder, 'clamd.conf'), `${settings.join('\n')}\n`)
  clamd = spawn('/usr/sbin/clamd', ['--config-file', join(folder, 'clamd.conf')], { stdio: 'ignore' })
  await vi.waitFor(() => scanner().scan(Buffer.from('ready?')), { timeout: 60_000, interval: 200 })
}

const stop = async (): Promise<void> => {
  const running = clamd
  if (running === null) return
  clamd = null
  const ended = new Promise((resolve) => running.once('exit', resolve))
  running.kill()
  await ended
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clamd-'))
  for (const name of ['signatures', 'tmp']) await mkdir(join(folder, name))
  const md5 = createHash('md5').update(infected).digest('hex')
  await writeFile(join(folder, 'signatures', 'test.hdb'), `${md5}:${infected.length}:Portal.Test.Planted\n`)
  port = await freePort()
  await start()
})
afterAll(async () => {
  await stop()
  await rm(folder, { recursive: true, force: true })
})

describe('Debian’s clamd', () => {
  it('finds what its signatures name and nothing in other files, also over its socket in the file system', async () => {
    expect(await scanner().scan(infected)).toMatchObject({ kind: 'infected', found: 'Portal.Test.Planted.UNOFFICIAL' })
    expect(await scanner().scan(pdf('harmless'))).toMatchObject({
      kind: 'clean',
      engine: expect.stringContaining('ClamAV')
    })
    expect(await clamdScanner(`unix:${folder}/clamd.ctl`).scan(infected)).toMatchObject({ kind: 'infected' })
  })

  it('reads the largest file that may be attached', async () => {
    const began = performance.now()
    expect(await scanner().scan(pdf('large', 10 * megabyte))).toMatchObject({ kind: 'clean' })
    expect(performance.now() - began).toBeLessThan(20_000)
  })

  it('refuses what is longer than it takes, or is away to it; nothing is called clean', async () => {
    const outcome = await scanner()
      .scan(Buffer.alloc(13 * megabyte, 'x'))
      .catch((error: unknown) => error)
    if (outcome instanceof ScannerAwayError) expect(outcome.message).toMatch(/clamd: /)
    else expect(outcome).toMatchObject({ kind: 'refused', why: expect.stringContaining('size limit exceeded') })
  })
})

describe('the portal with clamd', () => {
  let portal: TestApp
  beforeAll(async () => {
    portal = await openTestApp({ env: { CLAMD_URL: `tcp://127.0.0.1:${port}` } })
  })
  afterAll(() => portal.close())

  const attach = async (content: Buffer) => {
    const { applicationId, email } = await draftCase(portal.context)
    const browser = await portal.signIn(email)
    const form = new FormData()
    form.append('files-1-1', new Blob([new Uint8Array(content)]), '規則.pdf')
    await browser.upload(paths.itemAttachments(applicationId, '1-1'), form)
    const [file] = await attachmentsOf(portal.context.db, applicationId)
    const fetched = async () => (await browser.get(paths.attachment(applicationId, file?.id ?? ''))).status
    const scan = () => scanFile(portal.context, file?.sha256 ?? '', announceInfection(portal.context))
    return { fetched, scan }
  }

  it('gives out what is clean and nothing that is infected, and waits while clamd is away', async () => {
    const clean = await attach(pdf('clean for the portal'))
    expect([await clean.scan(), await clean.fetched()]).toEqual(['clean', 200])
    const bad = await attach(infected)
    await stop()
    await expect(bad.scan()).rejects.toBeInstanceOf(ScannerAwayError)
    expect(await bad.fetched()).toBe(200)
    await start()
    expect([await bad.scan(), await bad.fetched()]).toEqual(['infected', 410])
  })
})
