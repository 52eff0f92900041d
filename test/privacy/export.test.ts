import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Attachment } from '../../src/applications/application.ts'
import { insertAttachment } from '../../src/applications/attachment-store.ts'
import { insertCertificate } from '../../src/certificates/certificate-store.ts'
import { certificationPeriods } from '../../src/certificates/table.ts'
import { insertLetter } from '../../src/letters/letter-store.ts'
import { sha256Of, storeFile } from '../../src/platform/files.ts'
import { queueMail } from '../../src/platform/outbox.ts'
import { insertPicture } from '../../src/publicity/picture-store.ts'
import { insertWaiting, saveScan } from '../../src/scanning/scan-store.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { cheapestEvidence, official, submittedCase } from '../support/cases.ts'
import { draftCase } from '../support/drafts.ts'
import { expectValidHtml } from '../support/html.ts'
import { say } from '../support/publicity.ts'
import { renewableCase } from '../support/renewable.ts'
import { pdf } from '../support/sample-files.ts'
import { unzip } from '../support/unzip.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())

const fileOf = async (mark: string, fileName: string): Promise<Attachment> => {
  const { context } = portal
  const [id, addedAt] = [context.ids(), context.clock.now()]
  const content = pdf(mark)
  const sha256 = await storeFile(context.db, context, content)
  return { id, itemCode: '1-1', fileName, mediaType: 'application/pdf', size: content.length, sha256, addedAt }
}

/** A certified company with something of every kind, each text and file carrying a mark of its own; written past the pages. */
const companyWithEverything = async (mark: string) => {
  const { context } = portal
  const { db } = context
  const one = await renewableCase(context, {
    profile: {
      name: `株式会社${mark}`,
      contactName: `${mark}花子`,
      contactEmail: `${mark.toLowerCase()}@contact.example.jp`,
      business: `${mark}の事業`
    },
    evidence: { ...cheapestEvidence, '1-1': { text: `${mark}の理念` } },
    files: { '1-1': `${mark}宣言.pdf`, '5-1': `${mark}規程.pdf` }
  })
  const { companyId, applicationId, userId } = one
  const second = await fileOf(`${mark}二`, `${mark}宣言.pdf`)
  await insertAttachment(db, { ...second, applicationId, addedBy: userId })
  const [at, sha256] = [context.clock.now(), second.sha256]
  const [period] = await db
    .select({ id: certificationPeriods.id })
    .from(certificationPeriods)
    .where(eq(certificationPeriods.applicationId, applicationId))
  const issued = { companyName: `株式会社${mark}`, issuedOn: '2026-11-21', issuedAt: at, sha256 }
  const periodId = period?.id ?? ''
  await insertCertificate(db, { id: context.ids(), periodId, verificationCode: mark.padEnd(12, 'X'), ...issued })
  const letter = { kind: 'correction', companyId, subjectId: applicationId, addressee: `株式会社${mark}` }
  const said = { subject: '補正のお願い', body: `${mark}の通知`, issuedOn: '2026-11-21', issuedAt: at, sha256 }
  await insertLetter(db, { id: context.ids(), ...letter, ...said })
  await insertPicture(db, { companyId, kind: 'photo', sha256, width: 1, height: 1, takenAt: at, takenBy: userId })
  await say(context, { companyId, userId }, { words: `${mark}の紹介文` })
  const mail = { kind: 'submission-receipt', subject: `${mark}の受付`, subjectId: applicationId }
  await db.transaction(async (tx) => {
    await queueMail(tx, context, { ...mail, to: one.email, text: `${mark}の本文` })
    await queueMail(tx, context, { ...mail, to: 'officials@city.example.jp', text: `${mark}の内部連絡` })
  })
  return { ...one, sha256 }
}

const draftWithFile = async (fileName: string) => {
  const { context } = portal
  const { email, applicationId, userId } = await draftCase(context)
  const file = await fileOf(fileName, fileName)
  await insertAttachment(context.db, { ...file, applicationId, addedBy: userId })
  return { email, sha256: file.sha256 }
}

const exportOf = async (email: string) => {
  const browser = await portal.signIn(email)
  const answer = await browser.post('/company/export')
  return { browser, answer, files: await unzip(answer.bytes) }
}

const textOf = (files: ReadonlyMap<string, Buffer>): string =>
  [...files].map(([path, bytes]) => `${path}\n${bytes.toString('utf8')}`).join('\n')

describe('the export of a company', () => {
  it('contains everything of its own, in words and for machines, and nothing of another company', async () => {
    const [own, other] = [await companyWithEverything('Kawagoe'), await companyWithEverything('Tokorozawa')]
    const { answer, files } = await exportOf(own.email)
    expect(answer.headers).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': expect.stringContaining('attachment; filename="export-2026-11-21.zip"'),
      'cache-control': 'no-store'
    })
    const folder = `申請/${own.number}`
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        'はじめにお読みください.txt',
        '会社/会社の情報.csv',
        '会社/担当者.csv',
        `${folder}/申請.json`,
        `${folder}/回答（第1回の提出）.csv`,
        `${folder}/経過.csv`,
        `${folder}/閲覧の記録.csv`,
        `${folder}/添付/1-1/Kawagoe宣言.pdf`,
        `${folder}/添付/1-1/Kawagoe宣言（2）.pdf`,
        '認定証/認定の記録.json',
        '紹介ページ/紹介の文.csv',
        '紹介ページ/写真.webp',
        'メール/送ったメール.csv',
        'manifest.json'
      ])
    )
    expect([...files.keys()].filter((path) => path.startsWith('通知文/'))).toHaveLength(1)
    expect([...files.keys()].filter((path) => /^認定証\/第\d+号/.test(path))).toHaveLength(1)

    const text = textOf(files)
    for (const said of ['の理念', 'の紹介文', 'の受付', 'の本文', 'の事業', '花子'])
      expect(text).toContain(`Kawagoe${said}`)
    expect(text).toContain('ワーク・ライフ・バランスの実現等のため、経営者が理念を表明している。')
    expect(text).not.toContain('内部連絡')
    expect(text).not.toMatch(/tokorozawa/i)
    for (const secret of [other.companyId, other.applicationId, other.email, other.number])
      expect(text).not.toContain(secret)
    expect(text).not.toContain(other.sha256)
  })

  it('tells the size and hash of every file, and they are true', async () => {
    const { email } = await draftWithFile('Hanno宣言.pdf')
    const { files } = await exportOf(email)
    const manifest = JSON.parse(files.get('manifest.json')?.toString('utf8') ?? '')
    expect(manifest.counts).toEqual({ files: files.size - 2, bytes: expect.any(Number), missing: 0 })
    for (const { path, bytes, sha256 } of manifest.files) {
      const content = files.get(path) ?? Buffer.alloc(0)
      expect({ path, bytes, sha256 }).toEqual({ path, bytes: content.length, sha256: sha256Of(content) })
    }
  })

  it('goes on without a file that is damaged, and names it', async () => {
    const { email, sha256 } = await draftWithFile('Sayama宣言.pdf')
    await portal.context.db.execute(sql`update stored_files set content = 'x' where sha256 = ${sha256}`)
    const { files } = await exportOf(email)
    const manifest = JSON.parse(files.get('manifest.json')?.toString('utf8') ?? '')
    expect(manifest.missing).toEqual([expect.stringContaining('Sayama宣言.pdf')])
    expect([...files.keys()]).toContain('メール/送ったメール.csv')
  })

  it('holds no file in which the scanner found something', async () => {
    const { email, sha256 } = await draftWithFile('Moroyama宣言.pdf')
    const { db, clock } = portal.context
    await insertWaiting(db, sha256, clock.now())
    await saveScan(db, sha256, { state: 'infected', found: 'Test.Signature', scannedAt: clock.now() })
    const { files } = await exportOf(email)
    const manifest = JSON.parse(files.get('manifest.json')?.toString('utf8') ?? '')
    expect(manifest.missing).toEqual([expect.stringContaining('Moroyama宣言.pdf')])
  })

  it('says on which days officials looked into the case, and not who', async () => {
    const { email, applicationId, number } = await submittedCase(portal.context)
    const officials = await portal.signIn(await official(portal.context, 'secretariat', '産業 太郎'))
    await officials.get(`/cases/${applicationId}`)
    await officials.get(`/cases/${applicationId}`)
    const { files } = await exportOf(email)
    const views = files.get(`申請/${number}/閲覧の記録.csv`)?.toString('utf8')
    expect(views).toBe('\u{FEFF}日,だれが,回数\r\n2026-11-21,事務局,2\r\n')
    expect(textOf(files)).not.toContain('産業 太郎')
  })

  it('is in the history, and can be taken five times a day', async () => {
    const { email } = await draftCase(portal.context)
    const { browser } = await exportOf(email)
    for (let again = 2; again <= 5; again++) expect((await browser.post('/company/export')).status).toBe(200)
    const refused = await browser.post('/company/export')
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('1日に書き出せるのは5回までです')
    await expectValidHtml(refused.body)
    expect(refused.body.match(/総務 花子/g)?.length).toBeGreaterThanOrEqual(5)
  })
})
