import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findAccountByEmail } from '../../src/accounts/account-store.ts'
import { attachmentsOf } from '../../src/applications/attachment-store.ts'
import { insertSignedCopy } from '../../src/certificates/signed-copy-store.ts'
import { paths } from '../../src/paths.ts'
import { historyOf } from '../../src/platform/audit.ts'
import { ScannerAwayError } from '../../src/platform/file-scanner.ts'
import { sha256Of, storeFile } from '../../src/platform/files.ts'
import { scanFile } from '../../src/scanning/scan-file.ts'
import { scanFiles } from '../../src/scanning/scan-files.ts'
import { statesOf } from '../../src/scanning/scan-store.ts'
import { announceInfection } from '../../src/screening/announce-infection.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { official, submittedCase } from '../support/cases.ts'
import { draftCase } from '../support/drafts.ts'
import { type FakeClamd, openFakeClamd, planted } from '../support/fake-clamd.ts'
import { expectValidHtml } from '../support/html.ts'
import { certificationCase, certifiedCase } from '../support/issued.ts'
import { pdf } from '../support/sample-files.ts'
import { waitingStatement } from '../support/statements.ts'

let portal: TestApp
let clamd: FakeClamd
beforeAll(async () => {
  clamd = await openFakeClamd()
  portal = await openTestApp({ env: { CLAMD_URL: clamd.url } })
})
afterAll(async () => {
  await portal.close()
  await clamd.close()
})
afterEach(() =>
  clamd.setTemper((content) => (content.includes(planted) ? 'stream: Planted.Test FOUND\0' : 'stream: OK\0'))
)

const attach = async (content: Buffer, name = '規則.pdf') => {
  const draft = await draftCase(portal.context)
  const browser = await portal.signIn(draft.email)
  const form = new FormData()
  form.append('files-1-1', new Blob([new Uint8Array(content)]), name)
  const url = paths.itemAttachments(draft.applicationId, '1-1')
  expect((await browser.upload(url, form)).status).toBe(303)
  const [file] = await attachmentsOf(portal.context.db, draft.applicationId)
  const scan = (lastTry = false) =>
    scanFile(portal.context, sha256Of(content), announceInfection(portal.context), lastTry)
  return { draft, browser, url, file: paths.attachment(draft.applicationId, file?.id ?? ''), scan }
}

const stateOf = async (content: Buffer) =>
  (await statesOf(portal.context.db, [sha256Of(content)])).get(sha256Of(content)) ?? null

/** A case whose one file is some bytes. */
const caseWith = async (content: Buffer) => {
  const { context } = portal
  const sha256 = await storeFile(context.db, context, content)
  const file = {
    id: context.ids(),
    itemCode: '1-1',
    fileName: '規則.pdf',
    mediaType: 'application/pdf',
    size: 9,
    sha256
  }
  const { applicationId } = await submittedCase(context, {
    attachments: [{ ...file, addedAt: '2026-11-20T00:00:00Z' }]
  })
  const browser = await portal.signIn(await official(context, 'secretariat', '事務局 太郎'))
  return {
    page: () => browser.get(paths.case(applicationId)),
    file: () => browser.get(paths.caseAttachment(applicationId, file.id))
  }
}

describe('a file that was just attached', () => {
  it('waits for its scan; its company is told beside it and has it back at any time', async () => {
    const content = pdf('waits')
    const { browser, url, file } = await attach(content)
    expect(await stateOf(content)).toBe('waiting')
    const page = await browser.get(url)
    expect(page.body).toContain('ウイルス検査を待っています。待たずに次へ進めます。')
    await expectValidHtml(page.body)
    expect((await browser.get(file)).status).toBe(200)
  })

  it('is like any other once it is clean', async () => {
    const content = pdf('clean')
    const { browser, url, file, scan } = await attach(content)
    expect(await scan()).toBe('clean')
    expect((await browser.get(url)).body).not.toContain('ウイルス')
    expect((await browser.get(file)).status).toBe(200)
  })
})

describe('a file in which something is found', () => {
  it('is given to nobody, stands in the way of submitting, and is replaced as the mail says', async () => {
    const content = pdf(planted)
    const { draft, browser, url, file, scan } = await attach(content, '契約書.pdf')
    expect([await scan(), await scan()]).toEqual(['infected', 'infected'])
    const answer = await browser.get(file)
    expect(answer.status).toBe(410)
    expect(answer.body).toContain('ウイルスが見つかったため、このファイルは開けません')
    await expectValidHtml(answer.body)
    const page = await browser.get(url)
    expect(page.body).toContain(
      'ウイルスが見つかったため、開けません。削除して、安全なファイルを添付し直してください。'
    )
    expect(page.body).not.toContain(`href="${file}"`)
    await expectValidHtml(page.body)
    const confirmation = await browser.get(paths.confirmation(draft.applicationId))
    expect(confirmation.body).toContain('1-1 添付ファイル「契約書.pdf」からウイルスが見つかりました')
    await expectValidHtml(confirmation.body)
    const mails = (await portal.mails()).filter(({ kind }) => kind === 'attachment-infected')
    expect(mails.filter(({ subjectId }) => subjectId === draft.applicationId).length).toBeGreaterThan(0)
    expect(new Set(mails.map(({ recipient, subjectId }) => `${recipient} ${subjectId}`)).size).toBe(mails.length)
    for (const words of ['契約書.pdf', 'Planted.Test', url]) expect(mails[0]?.body).toContain(words)
    const history = await historyOf(portal.context.db, draft.applicationId)
    expect(history.filter(({ kind }) => kind === 'attachment-infected')).toHaveLength(1)
    await browser.post(`${file}/removal`)
    expect((await browser.get(paths.confirmation(draft.applicationId))).body).not.toContain('ウイルス')
  })
})

describe('an official', () => {
  it('sees that a file waits and opens it once it was scanned', async () => {
    const content = pdf('for officials')
    const { page, file } = await caseWith(content)
    const waiting = await page()
    expect(waiting.body).toContain('ウイルス検査を待っています。終わると開けます。')
    await expectValidHtml(waiting.body)
    const held = await file()
    expect(held.status).toBe(423)
    await expectValidHtml(held.body)
    await scanFiles(portal.context, announceInfection(portal.context), () => undefined)
    expect((await page()).body).not.toContain('ウイルス')
    expect((await file()).bytes.equals(content)).toBe(true)
  })

  it('sees that something was found, and is told by mail', async () => {
    const content = pdf(`${planted} for officials`)
    const { page, file } = await caseWith(content)
    await scanFiles(portal.context, announceInfection(portal.context), () => undefined)
    expect((await page()).body).toContain('ウイルスが見つかったため、開けません。')
    expect((await file()).status).toBe(410)
    const notice = (await portal.mails()).find(
      ({ kind, body }) => kind === 'infection-notice' && body.includes(sha256Of(content))
    )
    expect(notice?.subject).toContain('Planted.Test')
  })
})

describe('what is shown or handed out later', () => {
  const run = () => scanFiles(portal.context, announceInfection(portal.context), () => undefined)

  it('waits with a picture of a company: the secretariat neither sees nor approves it, everybody gets nothing', async () => {
    const { email } = await certificationCase(portal.context, { startsOn: '2026-11-01' })
    const { id, photo } = await waitingStatement(portal.context, email)
    const secretariat = await portal.signIn(await official(portal.context, 'secretariat', '事務局 太郎'))
    const page = await secretariat.get(paths.statement(id))
    expect(page.body).toContain('ウイルス検査を待っています。終わると開けます。')
    expect(page.body).toContain('いまは公開できません')
    expect(page.body).not.toContain(paths.statementApproval(id))
    await expectValidHtml(page.body)
    expect((await secretariat.get(paths.statementPicture(id, 'photo'))).status).toBe(423)
    expect((await (await portal.signIn(email)).get(paths.ownPicture(photo))).status).toBe(200)
    await run()
    expect((await secretariat.get(paths.statementPicture(id, 'photo'))).status).toBe(200)
    expect((await secretariat.get(paths.statement(id))).body).toContain(paths.statementApproval(id))
  })

  it('waits with a signed copy, and never with what the portal made itself', async () => {
    const { context } = portal
    const { email, certificateId } = await certifiedCase(context)
    const [company, by] = [await portal.signIn(email), await official(context, 'secretariat', '事務局 太郎')]
    const fetch = async () => (await company.get(paths.certificate(certificateId))).status
    expect(await fetch()).toBe(200)
    const sha256 = await storeFile(context.db, context, pdf('signed elsewhere'))
    const uploadedBy = (await findAccountByEmail(context.db, by))?.id ?? ''
    const copy = {
      id: context.ids(),
      certificateId,
      sha256,
      signer: '市長',
      uploadedAt: context.clock.now(),
      uploadedBy
    }
    await insertSignedCopy(context.db, copy)
    expect(await fetch()).toBe(423)
    expect((await (await portal.signIn(by)).get(paths.certificate(certificateId))).status).toBe(200)
    await run()
    expect(await fetch()).toBe(200)
  })
})

describe('a scanner that is away', () => {
  it('loses nothing: the file waits, counts as failed at the end, and is scanned by the next run', async () => {
    const content = pdf('away')
    const { browser, url, scan } = await attach(content)
    clamd.setTemper(() => 'hang up')
    await expect(scan()).rejects.toBeInstanceOf(ScannerAwayError)
    expect(await stateOf(content)).toBe('waiting')
    await expect(scan(true)).rejects.toBeInstanceOf(ScannerAwayError)
    expect(await stateOf(content)).toBe('failed')
    expect((await browser.get(url)).body).toContain('ウイルス検査を待っています')
    const run = () => scanFiles(portal.context, announceInfection(portal.context), () => undefined)
    await expect(run()).rejects.toBeInstanceOf(ScannerAwayError)
    clamd.setTemper(() => 'stream: OK\0')
    expect(await run()).toMatchObject({ infected: 0, failed: 0 })
    expect(await stateOf(content)).toBe('clean')
  })

  it('holds nothing back that it found clean before', async () => {
    const content = pdf('clean before')
    const { scan } = await attach(content)
    await scan()
    clamd.setTemper(() => 'hang up')
    await expect(scan(true)).rejects.toBeInstanceOf(ScannerAwayError)
    expect(await stateOf(content)).toBe('clean')
  })

  it('that finds a file too large holds it back, and is asked again', async () => {
    const content = pdf('too large for it')
    const { scan } = await attach(content)
    clamd.setTemper(() => 'INSTREAM size limit exceeded. ERROR\0')
    expect(await scan()).toBe('failed')
    clamd.setTemper(() => 'stream: OK\0')
    expect(await scan()).toBe('clean')
  })
})

it('looks anew at what was clean a month ago, and finds what it did not know then', async () => {
  const content = pdf('found later')
  const { scan } = await attach(content)
  await scan()
  const run = () => scanFiles(portal.context, announceInfection(portal.context), () => undefined)
  await run()
  const asked = clamd.asked()
  await run()
  expect(clamd.asked()).toBe(asked)
  portal.setNow('2026-12-25T10:00:00+09:00')
  clamd.setTemper((bytes) => (bytes.includes('found later') ? 'stream: Later.Test FOUND\0' : 'stream: OK\0'))
  expect(await run()).toMatchObject({ infected: 1 })
  portal.setNow('2026-11-21T10:00:00+09:00')
  expect(await stateOf(content)).toBe('infected')
})

it('holds nothing back, and scans nothing, where no scanner is set up', async () => {
  const context = { ...portal.context, scanner: null }
  expect(await scanFiles(context, announceInfection(context), () => undefined)).toEqual({
    scanned: 0,
    infected: 0,
    failed: 0
  })
  expect(await scanFile(context, sha256Of(pdf('waits')), announceInfection(context))).toBeNull()
})
