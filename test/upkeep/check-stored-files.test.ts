import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { grantRole } from '../../src/accounts/grant-role.ts'
import { systemActor } from '../../src/platform/audit.ts'
import { sha256Of, storeFile } from '../../src/platform/files.ts'
import { storedFiles } from '../../src/platform/table.ts'
import { checkStoredFiles } from '../../src/upkeep/check-stored-files.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { official, submittedCase } from '../support/cases.ts'
import { pdf } from '../support/sample-files.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())

const check = async () => {
  const reported: string[] = []
  const audit = await checkStoredFiles(portal.context, (error) => reported.push(String(error)))
  return { ...audit, reported }
}

const keep = (content: Buffer) => storeFile(portal.context.db, portal.context, content)

const damage = (sha256: string) =>
  portal.context.db
    .update(storedFiles)
    .set({ content: Buffer.from('not what was stored') })
    .where(eq(storedFiles.sha256, sha256))

const damageMails = async () => (await portal.mails()).filter(({ kind }) => kind === 'file-damage')

/** A case that names a file, as it was sent. */
const caseNaming = (sha256: string) => {
  const file = {
    id: portal.context.ids(),
    itemCode: '1-1',
    fileName: '規則.pdf',
    mediaType: 'application/pdf',
    size: 9,
    sha256
  }
  return submittedCase(portal.context, { attachments: [{ ...file, addedAt: '2026-11-20T00:00:00Z' }] })
}

describe('the nightly look at stored files', () => {
  it('finds nothing where everything is as it was stored, whatever its number', async () => {
    for (let serial = 0; serial < 120; serial += 1) await keep(Buffer.from(`file ${serial}`))
    await caseNaming(await keep(pdf('whole')))
    expect(await check()).toEqual({ checked: 121, damaged: [], missing: [], reported: [] })
    expect(await damageMails()).toEqual([])
  })

  it('finds what was changed and what is gone, tells the secretariat while nobody else looks after the portal, and once', async () => {
    const secretariat = await official(portal.context, 'secretariat', '事務局 太郎')
    const damaged = await keep(pdf('to be damaged'))
    const missing = sha256Of(pdf('never stored'))
    await caseNaming(missing)
    await damage(damaged)
    const found = await check()
    expect(found).toMatchObject({ checked: 122, damaged: [damaged], missing: [missing] })
    expect(found.reported).toEqual([expect.stringContaining(damaged)])
    expect((await check()).reported).toHaveLength(1)
    const mails = await damageMails()
    expect(mails).toMatchObject([{ recipient: secretariat, subject: expect.stringContaining('2件') }])
    for (const words of [damaged, missing]) expect(mails[0]?.body).toContain(words)
  })

  it('tells the administrators of new damage only', async () => {
    await grantRole(portal.context, { email: 'admin@example.jp', name: '', role: 'administrator', actor: systemActor })
    const damaged = await keep(pdf('damaged later'))
    await portal.context.db.execute(sql`update stored_files set size = size + 1 where sha256 = ${damaged}`)
    expect((await check()).damaged).toHaveLength(2)
    const [mail] = await damageMails()
    expect(mail).toMatchObject({ recipient: 'admin@example.jp', subject: expect.stringContaining('1件') })
    expect(mail?.body).toContain(damaged)
    expect(await damageMails()).toHaveLength(2)
  })
})
