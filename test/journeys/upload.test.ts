import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attachmentsOf } from '../../src/applications/attachment-store.ts'
import { readConfig } from '../../src/config.ts'
import { paths } from '../../src/paths.ts'
import { newestMails } from '../../src/platform/outbox.ts'
import { openService, type Service } from '../../src/service.ts'
import { codeFor } from '../support/app.ts'
import { type Draft, draftCase } from '../support/drafts.ts'
import { pdf, samples } from '../support/sample-files.ts'
import { freePort } from '../support/served-portal.ts'
import { launchBrowser, Visitor } from '../support/visitor.ts'

let service: Service
let browser: Browser
let origin: string
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wlgb-upload-'))
  const port = await freePort()
  origin = `http://localhost:${port}`
  service = await openService(
    readConfig({ LOG_LEVEL: 'silent', ROLE: 'web', DATA_DIR: folder, PORT: String(port), BASE_URL: origin })
  )
  await service.app.listen({ port })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await service.stop()
  await rm(folder, { recursive: true, force: true })
})

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer })

const arrive = async (script = true): Promise<{ visitor: Visitor; draft: Draft }> => {
  const draft = await draftCase(service.context)
  const visitor = await Visitor.arrive(browser, origin, { script })
  await visitor.visit(paths.signIn)
  await visitor.fill('メールアドレス', draft.email)
  await visitor.press('確認コードを送る')
  await visitor.fill('確認コード', codeFor(await newestMails(service.context.db, 20), draft.email))
  await visitor.press('ログイン')
  await visitor.visit(paths.itemAttachments(draft.applicationId, '1-1'))
  return { visitor, draft }
}

const namesOf = async ({ applicationId }: Draft): Promise<readonly string[]> =>
  (await attachmentsOf(service.context.db, applicationId)).map(({ fileName }) => fileName)

const choose = ({ page }: Visitor, ...files: ReturnType<typeof file>[]) =>
  page.locator('input[type=file]').setInputFiles(files)

const listed = ({ page }: Visitor, name: string) => page.locator('.file', { hasText: name }).waitFor()

describe('attaching with the page’s script', () => {
  it('sends what was chosen at once, keeps the good ones and names the bad ones', async () => {
    const { visitor, draft } = await arrive()
    await choose(visitor, file('規則.pdf', pdf()), file('偽物.pdf', samples.exe), file('大きい.pdf', pdf(1, 11e6)))
    await listed(visitor, '規則.pdf')
    const alert = visitor.page.getByRole('alert')
    await alert.getByText('「偽物.pdf」は中身が').waitFor()
    await alert.getByText('「大きい.pdf」は10 MBを超える').waitFor()
    await visitor.page.getByRole('status').getByText('1個のファイルを添付しました。').waitFor()
    expect(await namesOf(draft)).toEqual(['規則.pdf'])
    await visitor.leave()
  })

  it('says that the connection was lost, and sends the file again when told to', async () => {
    const { visitor, draft } = await arrive()
    await visitor.page.context().setOffline(true)
    await choose(visitor, file('途中.pdf', pdf()))
    await visitor.page.getByRole('alert').getByText('通信が途切れたため').waitFor()
    await visitor.page.context().setOffline(false)
    await visitor.page.getByRole('button', { name: 'もう一度送る' }).click()
    await listed(visitor, '途中.pdf')
    expect(await namesOf(draft)).toEqual(['途中.pdf'])
    await visitor.leave()
  })

  it('says that the session has ended, and keeps the file until it is renewed', async () => {
    const { visitor, draft } = await arrive()
    const cookies = await visitor.page.context().cookies()
    await visitor.page.context().clearCookies({ name: 'wlgb_session' })
    await choose(visitor, file('待つ.pdf', pdf()))
    await visitor.page.getByRole('link', { name: 'ログイン画面を別のタブで開く' }).waitFor()
    await visitor.page.context().addCookies(cookies)
    await visitor.page.getByRole('button', { name: 'もう一度送る' }).click()
    await listed(visitor, '待つ.pdf')
    expect(await namesOf(draft)).toEqual(['待つ.pdf'])
    await visitor.leave()
  })
})

it('attaches and removes without script', async () => {
  const { visitor, draft } = await arrive(false)
  await choose(visitor, file('規則.pdf', pdf()))
  await visitor.press('選んだファイルを添付する')
  expect(visitor.path()).toBe(paths.category(draft.applicationId, 1))
  expect(await namesOf(draft)).toEqual(['規則.pdf'])
  await visitor.visit(paths.itemAttachments(draft.applicationId, '1-1'))
  await visitor.press(/^規則.pdfを\s*削除する$/)
  expect(await namesOf(draft)).toEqual([])
  await visitor.leave()
})
