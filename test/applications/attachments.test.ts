import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { updateStatus } from '../../src/applications/application-store.ts'
import { attachmentsOf, insertAttachment } from '../../src/applications/attachment-store.ts'
import { paths } from '../../src/paths.ts'
import { historyOf } from '../../src/platform/audit.ts'
import { sha256Of, storeFile } from '../../src/platform/files.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { type Draft, draftCase } from '../support/drafts.ts'
import { expectValidHtml } from '../support/html.ts'
import { pdf, samples } from '../support/sample-files.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())

type Sent = readonly [name: string, content: Buffer]

const formWith = (...files: readonly Sent[]): FormData => {
  const form = new FormData()
  for (const [name, content] of files) form.append('files-1-1', new Blob([new Uint8Array(content)]), name)
  return form
}

const begin = async (): Promise<{
  draft: Draft
  browser: Browser
  attach: (...files: readonly Sent[]) => ReturnType<Browser['upload']>
}> => {
  const draft = await draftCase(portal.context)
  const browser = await portal.signIn(draft.email)
  const attach = (...files: readonly Sent[]) =>
    browser.upload(paths.itemAttachments(draft.applicationId, '1-1'), formWith(...files))
  return { draft, browser, attach }
}

const stored = (draft: Draft) => attachmentsOf(portal.context.db, draft.applicationId)

/** Rows of files that are there already, without their bytes being sent one by one. */
const fill = async (draft: Draft, megabytes: readonly number[]): Promise<void> => {
  const { db, ids, clock } = portal.context
  const addedAt = clock.now()
  const sha256 = await storeFile(db, portal.context, pdf('filler'))
  for (const size of megabytes.map((value) => value * 1024 * 1024)) {
    const file = { id: ids(), itemCode: '1-1', fileName: `${size}.pdf`, mediaType: 'application/pdf', size, sha256 }
    await insertAttachment(db, { ...file, applicationId: draft.applicationId, addedAt, addedBy: draft.userId })
  }
}

const json = { accept: 'application/json' }

describe('attaching files', () => {
  it('keeps several at once with size and hash, and goes back to the item', async () => {
    const { draft, attach } = await begin()
    const answer = await attach(['イクボス宣言.pdf', pdf()], ['写真.jpg', samples.jpeg], ['表.xlsx', samples.xlsx])
    expect([answer.status, answer.location]).toEqual([303, `${paths.category(draft.applicationId, 1)}#item-1-1`])
    expect(await stored(draft)).toMatchObject([
      { fileName: 'イクボス宣言.pdf', size: pdf().length, sha256: sha256Of(pdf()), mediaType: 'application/pdf' },
      { fileName: '写真.jpg', mediaType: 'image/jpeg' },
      { fileName: '表.xlsx', itemCode: '1-1' }
    ])
  })

  it('tells the history of each file', async () => {
    const { draft, attach } = await begin()
    await attach(['規則.pdf', pdf()])
    const history = await historyOf(portal.context.db, draft.applicationId)
    expect(history).toMatchObject([
      { kind: 'attachment-added', actorName: '総務 花子', details: { fileName: '規則.pdf', sha256: sha256Of(pdf()) } }
    ])
  })

  it.each<[string, Sent, string]>([
    ['a program with the name of a document', ['請求書.pdf', samples.exe], '「請求書.pdf」は中身がPDF、JPEG、PNG'],
    [
      'a document with macros',
      ['様式.docx', samples.docm],
      '「様式.docx」はマクロを含むため、添付できませんでした。マクロを外して'
    ],
    ['an empty file', ['空.pdf', Buffer.alloc(0)], '「空.pdf」は中身が空（0バイト）'],
    ['a file of 11 MB', ['大きい.pdf', pdf(1, 11 * 1024 * 1024)], '「大きい.pdf」は10 MBを超える'],
    ['one byte too many', ['惜しい.pdf', pdf(1, 10 * 1024 * 1024 + 1)], '「惜しい.pdf」は10 MBを超える']
  ])('refuses %s, names it and keeps the good one beside it', async (_what, bad, words) => {
    const { draft, attach } = await begin()
    const answer = await attach(['よい.pdf', pdf(2)], bad)
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('<title>エラー：')
    expect(answer.body).toContain(words)
    expect(answer.body).toContain('次のファイルは添付しました：よい.pdf')
    await expectValidHtml(answer.body)
    expect((await stored(draft)).map(({ fileName }) => fileName)).toEqual(['よい.pdf'])
  })

  it('takes a file of exactly 10 MB', async () => {
    const { draft, attach } = await begin()
    expect((await attach(['ちょうど.pdf', pdf(1, 10 * 1024 * 1024)])).status).toBe(303)
    expect(await stored(draft)).toMatchObject([{ size: 10 * 1024 * 1024 }])
  })

  it('stops at 50 MB an application, and has room again after a removal', async () => {
    const { draft, browser, attach } = await begin()
    await fill(draft, [10, 10, 10, 10, 10])
    const full = await attach(['6.pdf', pdf(6)])
    expect(full.status).toBe(422)
    expect(full.body).toContain('「6.pdf」を加えると申請全体で50 MBを超える')
    const [first] = await stored(draft)
    await browser.post(paths.attachmentRemoval(draft.applicationId, first?.id ?? ''))
    expect((await attach(['6.pdf', pdf(6)])).status).toBe(303)
  })

  it('keeps within 50 MB when two requests come at once', async () => {
    const { draft, attach } = await begin()
    await fill(draft, [10, 10, 10, 10, 9])
    const answers = await Promise.all([5, 6].map((serial) => attach([`${serial}.pdf`, pdf(serial, 600 * 1024)])))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
    expect(await stored(draft)).toHaveLength(6)
  })

  it('takes the very same file once, however often it is sent', async () => {
    const { draft, attach } = await begin()
    const answers = await Promise.all([attach(['規則.pdf', pdf()]), attach(['規則.pdf', pdf()])])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(await stored(draft)).toHaveLength(1)
  })

  it('asks to choose when nothing was chosen', async () => {
    const { draft, browser, attach } = await begin()
    const empty = await attach(['', Buffer.alloc(0)])
    const plain = await browser.post(paths.itemAttachments(draft.applicationId, '1-1'))
    for (const answer of [empty, plain]) {
      expect(answer.status).toBe(422)
      expect(answer.body).toContain('添付するファイルを選んでください')
    }
  })

  it('takes at most 20 files at once and says that more can follow', async () => {
    const { draft, attach } = await begin()
    const answer = await attach(...Array.from({ length: 22 }, (_, index): Sent => [`${index}.pdf`, pdf(index)]))
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('一度に添付できるのは20個まで')
    expect(await stored(draft)).toHaveLength(20)
  })

  it('shows hostile names as text', async () => {
    const { draft, browser, attach } = await begin()
    await attach(['<script>alert(1)<_script>.pdf', pdf()], ['../..\\"><b>.pdf', pdf(2)])
    const page = await browser.get(paths.attachments(draft.applicationId))
    expect(page.body).toContain('&lt;script>alert(1)&lt;_script>.pdf')
    expect(page.body).not.toContain('<script>alert')
    await expectValidHtml(page.body)
  })

  it('answers a body that breaks off with 400', async () => {
    const { draft, browser } = await begin()
    const answer = await browser.send({
      method: 'POST',
      url: paths.itemAttachments(draft.applicationId, '1-1'),
      payload: `${await browser.tokenPart('x')}--x\r\ncontent-disposition: form-data; name="f"; filename="a.pdf"\r\n\r\n%PDF-1.4`,
      headers: { 'content-type': 'multipart/form-data; boundary=x', 'sec-fetch-site': 'same-origin' }
    })
    expect(answer.status).toBe(400)
    expect(await stored(draft)).toEqual([])
  })

  it('answers the page’s own script with the list as it stands and what was wrong', async () => {
    const { draft, browser } = await begin()
    const url = paths.itemAttachments(draft.applicationId, '1-1')
    const good = await browser.upload(url, formWith(['規則.pdf', pdf()]), json)
    expect([good.status, good.json()]).toMatchObject([200, { added: ['規則.pdf'], problems: [] }])
    expect(good.body).toContain(sha256Of(pdf()))
    const bad = await browser.upload(url, formWith(['x.pdf', samples.exe]), json)
    expect([bad.status, bad.json()]).toMatchObject([422, { added: [], problems: [{ fileName: 'x.pdf' }] }])
    browser.forget()
    const ended = await browser.upload(url, formWith(['y.pdf', pdf(3)]), json)
    expect([ended.status, ended.json()]).toEqual([401, { error: 'session-ended' }])
  })
})

describe('after submission', () => {
  it('neither adds nor removes a file, says so, and still gives it out', async () => {
    const { draft, browser, attach } = await begin()
    await attach(['規則.pdf', pdf()])
    const [file] = await stored(draft)
    const { db, clock } = portal.context
    await updateStatus(db, draft.applicationId, 'submitted', clock.now(), {
      number: `R8-${draft.applicationId.slice(-6)}`,
      submittedAt: clock.now()
    })
    const added = await attach(['後から.pdf', pdf(2)])
    expect(added.status).toBe(409)
    expect(added.body).toContain('いまは変更できません')
    await expectValidHtml(added.body)
    const removed = await browser.post(paths.attachmentRemoval(draft.applicationId, file?.id ?? ''))
    expect(removed.status).toBe(409)
    expect(await stored(draft)).toMatchObject([{ fileName: '規則.pdf' }])
    expect((await browser.get(paths.attachment(draft.applicationId, file?.id ?? ''))).status).toBe(200)
  })
})

describe('fetching a file', () => {
  it('gives the same bytes, to be saved, never to be shown inside the portal', async () => {
    const { draft, browser, attach } = await begin()
    await attach(['就業規則.pdf', pdf(7)])
    const [file] = await stored(draft)
    const answer = await browser.get(paths.attachment(draft.applicationId, file?.id ?? ''))
    expect(answer.bytes.equals(pdf(7))).toBe(true)
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringContaining('attachment; filename="____.pdf"; filename*=UTF-8\'\'%E5%B0%B1'),
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^default-src 'none'; .*sandbox$/),
      'cache-control': 'no-store'
    })
  })
})

describe('what does not exist for this visitor', () => {
  it('answers 404 for another company’s application and files, changing nothing', async () => {
    const { draft, attach } = await begin()
    await attach(['秘密.pdf', pdf()])
    const [file] = await stored(draft)
    const { browser: stranger } = await begin()
    const id = draft.applicationId
    const answers = [
      await stranger.get(paths.attachments(id)),
      await stranger.get(paths.itemAttachments(id, '1-1')),
      await stranger.get(paths.attachment(id, file?.id ?? '')),
      await stranger.post(paths.attachmentRemoval(id, file?.id ?? '')),
      await stranger.upload(paths.itemAttachments(id, '1-1'), formWith(['x.pdf', pdf(9)]))
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
    expect(await stored(draft)).toHaveLength(1)
  })

  it('answers 404 for an unknown item, file or application', async () => {
    const { draft, browser } = await begin()
    const id = draft.applicationId
    const answers = [
      await browser.upload(paths.itemAttachments(id, '9-9'), formWith(['x.pdf', pdf()])),
      await browser.get(paths.attachment(id, portal.context.ids())),
      await browser.get(paths.attachment(id, 'x')),
      await browser.get(paths.attachments("'; drop table"))
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
  })
})

it('stores nothing of a file when its row cannot be written', async () => {
  const { draft, attach } = await begin()
  const content = pdf('rolled back')
  const { db } = portal.context
  await db.execute(sql`alter table attachments add constraint no_more check (file_name <> '壊れる.pdf') not valid`)
  expect((await attach(['壊れる.pdf', content])).status).toBe(500)
  await db.execute(sql`alter table attachments drop constraint no_more`)
  const { rows } = await db.execute(sql`select 1 from stored_files where sha256 = ${sha256Of(content)}`)
  expect([rows, await stored(draft), await historyOf(db, draft.applicationId)]).toEqual([[], [], []])
})

describe('files from the page of a category', () => {
  const open = async () => {
    const { draft, browser, attach } = await begin()
    const url = paths.category(draft.applicationId, 1)
    const version = (await browser.get(url)).body.match(/name="version" value="(\d+)"/)?.[1] ?? ''
    const post = (fields: Readonly<Record<string, string>>) =>
      browser.post(url, { version, 'mark.1-1': 'checked', ...fields })
    return { draft, browser, attach, url, post }
  }

  it('saves what was typed first, then leads to the files of the item', async () => {
    const { draft, browser, url, post } = await open()
    const answer = await post({ destination: 'files-1-1', '1-1.text': 'まだ保存していない文章' })
    expect([answer.status, answer.location]).toEqual([303, paths.itemAttachments(draft.applicationId, '1-1')])
    expect((await browser.get(url)).body).toContain('まだ保存していない文章')
  })

  it('leads to the list for an item of another category', async () => {
    const { draft, post } = await open()
    const answer = await post({ destination: 'files-7-1', '1-1.text': '文章' })
    expect(answer.location).toBe(paths.application(draft.applicationId))
  })

  it('stays with the text that cannot be kept', async () => {
    const { post } = await open()
    const answer = await post({ destination: 'files-1-1', '1-1.text': 'あ'.repeat(100_000) })
    expect(answer.status).toBe(422)
    await expectValidHtml(answer.body)
  })

  it('offers only what keeps the answers while the page has no script', async () => {
    const { browser, attach, url } = await open()
    await attach(['規則.pdf', pdf()])
    const { body } = await browser.get(url)
    expect(body).toContain('value="files-1-1">保存してファイルを付ける・削除する</button>')
    expect(body).toMatch(/<div hidden data-with-script[^>]*><div class="field/)
    expect(body).toMatch(/<span hidden data-with-script[^>]*><button[^>]*formaction="[^"]*removal"/)
    expect(body.indexOf('name="destination" value="next" hidden')).toBeLessThan(body.indexOf('value="files-1-1"'))
    await expectValidHtml(body)
  })
})
