import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openEmbedded } from '../../src/platform/database.ts'
import { sha256Of } from '../../src/platform/files.ts'
import { applyOnce, type CompanyStory } from '../support/crash/company.ts'
import { Journal } from '../support/crash/journal.ts'
import { serviceOn, stopInOrder } from '../support/crash/settle.ts'
import { type MailServer, openMailServer } from '../support/mail-server.ts'
import { type PortalProcess, spawnPortal, untilTrue } from '../support/portal-process.ts'
import { freePort } from '../support/served-portal.ts'
import { mountSmallDisk, type SmallDisk } from '../support/small-disk.ts'

let disk: SmallDisk
let mails: MailServer
let portal: PortalProcess
let env: Parameters<typeof spawnPortal>[0]

beforeEach(async () => {
  disk = mountSmallDisk(400)
  mails = await openMailServer()
  const database = { env: { DATA_DIR: `${disk.folder}/data` }, open: () => openEmbedded(`${disk.folder}/data`) }
  env = serviceOn({ ...database, drop: async () => disk.remove() }, mails, await freePort())
  portal = spawnPortal(env)
  await portal.untilServing()
})
afterEach(async () => {
  portal.signal('SIGKILL')
  await portal.ended()
  await mails.close()
  disk.remove()
})

const ask = async (path: string, init: RequestInit = {}) => {
  const answer = await fetch(`${portal.url}${path}`, { ...init, signal: AbortSignal.timeout(20_000) })
  return { status: answer.status, text: await answer.text() }
}
const post = () =>
  ask('/sign-in', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body: new URLSearchParams('email=') })

const expectRefusal = async (answer: Promise<{ status: number; text: string }>): Promise<void> => {
  const { status, text } = await answer
  expect([status, text.includes('空き容量')]).toEqual([507, true])
  expect(text).not.toMatch(/at \S+ \(|node_modules|\.js:\d/)
}

/** Three companies apply; while a fourth does, less is left than changes need. Gives those that were taken wholly. */
const applyUntilRefused = async (journal: Journal, first: number): Promise<CompanyStory[]> => {
  const stories: CompanyStory[] = []
  for (const serial of [first, first + 1, first + 2]) stories.push(await applyOnce(journal, mails, serial))
  const begun = journal.acknowledged('profile').length
  const refused = expect(applyOnce(journal, mails, first + 3)).rejects.toThrow('507')
  await untilTrue('the fourth is at work', () => journal.acknowledged('profile').length > begun)
  disk.fill(100)
  await refused
  return stories
}

/** What the database holds of a story, with the hashes of the bytes themselves. */
const keptOf = async (stories: readonly CompanyStory[]) => {
  const connection = await openEmbedded(`${disk.folder}/data`)
  const { rows } = await connection.db
    .execute(
      sql`select a.id, a.status, t.file_name, f.content from applications a
        join attachments t on t.application_id = a.id join stored_files f on f.sha256 = t.sha256`
    )
    .finally(connection.close)
  const known = new Set(stories.map(({ applicationId }) => applicationId))
  return rows.flatMap(({ id, status, file_name, content }) =>
    known.has(String(id)) && content instanceof Uint8Array
      ? [`${id} ${status} ${file_name} ${sha256Of(Buffer.from(content))}`]
      : []
  )
}
const expected = (stories: readonly CompanyStory[]): string[] =>
  stories.flatMap(({ applicationId, withdrawn, files }) =>
    files.map(({ name, sha256 }) => `${applicationId} ${withdrawn ? 'withdrawn' : 'submitted'} ${name} ${sha256}`)
  )

describe('a disk that fills up under the embedded database', () => {
  it('is told of in words, by people’s changes first, and costs nothing that was acknowledged', async () => {
    const journal = new Journal(env.BASE_URL ?? '')
    const stories = await applyUntilRefused(journal, 1)
    // What only reads goes on.
    expect((await ask('/')).status).toBe(200)
    await expectRefusal(post())

    disk.fill(0)
    const noted = portal.output().length
    await expectRefusal(ask('/companies'))
    // A page that asks the database nothing is served on.
    expect((await ask('/sign-in')).status).toBe(200)
    await expectRefusal(post())
    expect((await ask('/health/live')).status).toBe(200)
    expect((await ask('/health/ready')).status).toBe(503)
    // The queue asks every second and must not hold up the process either.
    await untilTrue('the queue was refused too', () => portal.output().slice(noted).includes('"msg":"job queue"'))
    await expectRefusal(ask('/companies'))

    disk.free()
    await untilTrue('it serves by itself', async () => (await ask('/health/ready')).status === 200)
    stories.push(...(await applyUntilRefused(journal, 5)))

    disk.fill(0)
    await expectRefusal(ask('/companies'))
    portal.signal('SIGKILL')
    await portal.ended()
    const full = spawnPortal(env)
    expect(await full.ended()).toBe(1)
    expect(full.output()).toContain('空き容量')
    expect(full.output()).not.toContain('.js:')
    disk.free()
    portal = spawnPortal(env)
    await portal.untilServing()
    expect((await ask('/companies')).status).toBe(200)
    await stopInOrder(portal)
    expect((await keptOf(stories)).toSorted()).toEqual(expected(stories).toSorted())
  })
})
