import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { storeFile } from '../../src/platform/files.ts'
import { storedFiles } from '../../src/platform/table.ts'
import { insertPicture, isOwnPicture } from '../../src/publicity/picture-store.ts'
import { removeUnusedFiles } from '../../src/upkeep/remove-unused-files.ts'
import { deleteUnusedFile } from '../../src/upkeep/unused-file-store.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import { submittedCase } from '../support/cases.ts'
import { draftCase } from '../support/drafts.ts'
import { certificationCase } from '../support/issued.ts'
import { pdf } from '../support/sample-files.ts'
import { waitingStatement } from '../support/statements.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())
afterEach(() => portal.setNow(testNow))

const keep = (content: Buffer) => portal.context.db.transaction((tx) => storeFile(tx, portal.context, content))

const isKept = async (sha256: string) =>
  (await portal.context.db.$count(storedFiles, eq(storedFiles.sha256, sha256))) > 0

const remove = async () => {
  const reported: unknown[] = []
  const done = await removeUnusedFiles(portal.context, (error) => reported.push(error))
  return { ...done, reported }
}

/** A picture that a company chose and did not send. */
const unsentPicture = async (content: string) => {
  const { companyId, userId } = await draftCase(portal.context)
  const sha256 = await keep(Buffer.from(content))
  const picture = { companyId, kind: 'photo', sha256, width: 640, height: 480 } as const
  await insertPicture(portal.context.db, { ...picture, takenAt: portal.context.clock.now(), takenBy: userId })
  return { companyId, sha256 }
}

const monthLater = '2026-12-22T10:00:00+09:00'

describe('the clearing of unused files', () => {
  it('forgets a picture that was never sent, a month after it came, and not before', async () => {
    const { companyId, sha256 } = await unsentPicture('never sent')
    portal.setNow('2026-12-20T10:00:00+09:00')
    expect(await remove()).toEqual({ pictures: 0, files: 0, reported: [] })
    portal.setNow(monthLater)
    expect(await remove()).toEqual({ pictures: 1, files: 1, reported: [] })
    expect(await isKept(sha256)).toBe(false)
    expect(await isOwnPicture(portal.context.db, companyId, sha256)).toBe(false)
  })

  it('keeps what a statement shows, what was submitted, and what somebody stored again', async () => {
    const { email } = await certificationCase(portal.context, { startsOn: '2026-11-01' })
    const { photo } = await waitingStatement(portal.context, email)
    const sha256 = await keep(pdf('submitted only'))
    const file = { id: 'x', itemCode: '1-1', fileName: 'a.pdf', mediaType: 'application/pdf', size: 9, sha256 }
    await submittedCase(portal.context, { attachments: [{ ...file, addedAt: '2026-11-20T00:00:00Z' }] })
    const again = await keep(pdf('stored again'))
    portal.setNow(monthLater)
    await keep(pdf('stored again'))
    expect((await remove()).reported).toEqual([])
    expect([await isKept(photo), await isKept(sha256), await isKept(again)]).toEqual([true, true, true])
  })

  it('lets a picture be sent again that was forgotten', async () => {
    await unsentPicture('comes back')
    portal.setNow(monthLater)
    await remove()
    const { sha256 } = await unsentPicture('comes back')
    expect(await isKept(sha256)).toBe(true)
  })

  it('never takes a file from under somebody who stores the same bytes in the same instant', async () => {
    const { db } = portal.context
    for (let round = 0; round < 10; round += 1) {
      portal.setNow(testNow)
      const content = Buffer.from(`race ${round}`)
      const sha256 = await keep(content)
      portal.setNow(monthLater)
      const cutoff = new Date('2026-12-01T00:00:00Z')
      const { companyId, userId } = await draftCase(portal.context)
      const use = db.transaction(async (tx) => {
        await storeFile(tx, portal.context, content)
        const picture = { companyId, kind: 'logo', sha256, width: 64, height: 64 } as const
        await insertPicture(tx, { ...picture, takenAt: portal.context.clock.now(), takenBy: userId })
      })
      await Promise.all([use, deleteUnusedFile(db, sha256, cutoff).catch(() => false)])
      expect([await isKept(sha256), await isOwnPicture(db, companyId, sha256)]).toEqual([true, true])
    }
  })

  it('is refused by the database for a picture that a statement shows', async () => {
    const { email } = await certificationCase(portal.context, { startsOn: '2026-11-01' })
    await waitingStatement(portal.context, email)
    const words = await portal.context.db.execute('delete from publicity_pictures').then(
      () => 'not refused',
      (error: unknown) => (error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error))
    )
    expect(words).toContain('append-only')
  })
})
