import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findApplication, submissionsOf, updateStatus } from '../../src/applications/application-store.ts'
import { applicationSections } from '../../src/applications/table.ts'
import { paths } from '../../src/paths.ts'
import { historyOf } from '../../src/platform/audit.ts'
import { sha256Of } from '../../src/platform/files.ts'
import { mailsOf } from '../../src/platform/outbox.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { cheapestEvidence, cheapestMarks, official } from '../support/cases.ts'
import { type Draft, type DraftParts, draftCase } from '../support/drafts.ts'
import { expectValidHtml } from '../support/html.ts'
import { pdf } from '../support/sample-files.ts'

let portal: TestApp
let secretary: string
beforeAll(async () => {
  portal = await openTestApp()
  secretary = await official(portal.context, 'secretariat', '事務局 太郎')
})
afterAll(() => portal.close())

const hiddenFields = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="(\w+)" value="(\d+)"/g)].map(([, name, value]) => [name, value])
  )

type Visit = { readonly draft: Draft; readonly browser: Browser; readonly id: string }

const begin = async (parts: DraftParts = {}): Promise<Visit> => {
  const draft = await draftCase(portal.context, parts)
  return { draft, browser: await portal.signIn(draft.email), id: draft.applicationId }
}

/** Opens the confirmation, as a person does before sending. */
const confirm = async ({ browser, id }: Visit): Promise<Record<string, string>> => {
  const page = await browser.get(paths.confirmation(id))
  expect(page.status).toBe(200)
  return { ...hiddenFields(page.body), attestedBy: '浅香 一郎', attested: 'yes' }
}

const submissions = ({ id }: Visit) => submissionsOf(portal.context.db, id)
const mailKinds = async ({ id }: Visit) =>
  (await mailsOf(portal.context.db, id)).map(({ kind, recipient }) => `${kind} ${recipient}`).sort()

const changeSection = async ({ id }: Visit): Promise<void> => {
  await portal.context.db
    .update(applicationSections)
    .set({ version: sql`version + 1` })
    .where(sql`application_id = ${id} and section = 'category-1'`)
}

describe('the confirmation', () => {
  it('shows everything as it will be read, with the forecast, and asks for the attestation', async () => {
    const visit = await begin()
    await visit.browser.upload(paths.itemAttachments(visit.id, '1-1'), fileForm('宣言.pdf'))
    const { body } = await visit.browser.get(paths.confirmation(visit.id))
    for (const words of [
      'イクボス宣言を行い、社内に掲示している。',
      '宣言.pdf',
      sha256Of(pdf()),
      '3分野が合格の見込み',
      '認定基準を満たす見込みです',
      '記載内容は事実と相違ありません',
      '株式会社下書き',
      '製造業'
    ])
      expect(body).toContain(words)
    expect(body).not.toContain('申請する前に')
    await expectValidHtml(body)
  })

  it('links to every missing part and still shows the page', async () => {
    const visit = await begin({ declarations: {}, evidence: {} })
    const { status, body } = await visit.browser.get(paths.confirmation(visit.id))
    expect(status).toBe(200)
    expect(body).toContain('申請する前に、次の5か所を入力してください')
    expect(body).toContain(`href="${paths.declarations(visit.id)}#legal_compliance"`)
    expect(body).toContain(`href="${paths.category(visit.id, 1)}#1-1.text"`)
    await expectValidHtml(body)
  })

  it('calls the shortest way a forecast when the standard is not met', async () => {
    const visit = await begin({ marks: { '1-1': 'checked' } })
    const { body } = await visit.browser.get(paths.confirmation(visit.id))
    expect(body).toContain('認定基準を満たさない見込みです')
    expect(body).toContain('いちばん近い道の見込み：')
  })

  it('asks for a second look where the evidence does not bear out the mark, and refuses nothing', async () => {
    const figures = { '2025.month': '46', '2025.year': '300', '2024.month': '40', '2024.year': '300' }
    const visit = await begin({
      marks: { ...cheapestMarks, '2-1': 'checked' },
      evidence: {
        ...cheapestEvidence,
        '2-1': { basis: 'busiest', '2023.month': '40', '2023.year': '300', ...figures }
      }
    })
    const { body } = await visit.browser.get(paths.confirmation(visit.id))
    expect(body).toContain('もう一度ご確認いただきたいところ')
    await expectValidHtml(body)
    const sent = await visit.browser.post(paths.submission(visit.id), await confirm(visit))
    expect(sent.location).toBe(paths.receipt(visit.id))
  })
})

const fileForm = (name: string): FormData => {
  const form = new FormData()
  form.append('files', new Blob([new Uint8Array(pdf())]), name)
  return form
}

describe('submitting', () => {
  it('keeps what was sent, gives a number, tells the history and writes the mails', async () => {
    const visit = await begin()
    await visit.browser.upload(paths.itemAttachments(visit.id, '1-1'), fileForm('宣言.pdf'))
    const answer = await visit.browser.post(paths.submission(visit.id), await confirm(visit))
    expect([answer.status, answer.location]).toEqual([303, paths.receipt(visit.id)])
    const application = await findApplication(portal.context.db, visit.id)
    expect(application).toMatchObject({ status: 'submitted', number: expect.stringMatching(/^R8-\d{3}$/) })
    expect(await submissions(visit)).toMatchObject([
      {
        round: 1,
        submittedOn: '2026-11-21',
        content: {
          attestedBy: '浅香 一郎',
          marks: cheapestMarks,
          evidence: cheapestEvidence,
          attachments: [{ fileName: '宣言.pdf', sha256: sha256Of(pdf()) }]
        }
      }
    ])
    const history = await historyOf(portal.context.db, visit.id)
    expect(history.at(-1)).toMatchObject({ kind: 'status-submitted', details: { round: 1 } })
    expect(await mailKinds(visit)).toEqual([
      `receipt ${visit.draft.email}`,
      'receipt soumu@asaka-seisakusho.example.jp',
      `submission-notice ${secretary}`
    ])
  })

  it('proves every file in the receipt mail and says what comes next by when', async () => {
    const visit = await begin()
    await visit.browser.upload(paths.itemAttachments(visit.id, '1-1'), fileForm('宣言.pdf'))
    await visit.browser.post(paths.submission(visit.id), await confirm(visit))
    const mails = await mailsOf(portal.context.db, visit.id)
    const text = mails.find(({ kind }) => kind === 'receipt')?.body ?? ''
    const application = await findApplication(portal.context.db, visit.id)
    for (const words of [
      application?.number ?? 'no number',
      '宣言.pdf',
      sha256Of(pdf()),
      '令和9年1月20日ごろ',
      `${portal.context.baseUrl}${paths.applicationStatus(visit.id)}`
    ])
      expect(text).toContain(words)
  })

  it('leaves out evidence beside items that are not put forward', async () => {
    const visit = await begin({
      marks: { ...cheapestMarks, '1-2': 'unchecked' },
      evidence: { ...cheapestEvidence, '1-2': { text: '途中でやめた' } }
    })
    await visit.browser.post(paths.submission(visit.id), await confirm(visit))
    const [sent] = await submissions(visit)
    expect(Object.keys(sent?.content.evidence ?? {})).not.toContain('1-2')
  })

  it('makes one submission of two clicks at once, and both see the receipt', async () => {
    const visit = await begin()
    const fields = await confirm(visit)
    const answers = await Promise.all([1, 2, 3].map(() => visit.browser.post(paths.submission(visit.id), fields)))
    expect(answers.map(({ location }) => location)).toEqual(Array(3).fill(paths.receipt(visit.id)))
    expect(await submissions(visit)).toHaveLength(1)
    expect((await mailKinds(visit)).filter((kind) => kind.startsWith('submission-notice'))).toHaveLength(1)
  })

  it('numbers without gap or twin when several companies send at once', async () => {
    const visits = [await begin(), await begin(), await begin()]
    const forms = await Promise.all(visits.map(confirm))
    await Promise.all(visits.map(({ browser, id }, index) => browser.post(paths.submission(id), forms[index])))
    const numbers = await Promise.all(
      visits.map(async ({ id }) => Number((await findApplication(portal.context.db, id))?.number?.split('-')[1]))
    )
    const [first = 0] = numbers.toSorted((one, other) => one - other)
    expect(numbers.toSorted((one, other) => one - other)).toEqual([first, first + 1, first + 2])
  })

  it('shows the confirmation anew when a colleague changed something meanwhile', async () => {
    const visit = await begin()
    const fields = await confirm(visit)
    await changeSection(visit)
    const answer = await visit.browser.post(paths.submission(visit.id), fields)
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('まだ申請していません。確認の途中で内容が変わりました')
    expect(answer.body).toContain('value="浅香 一郎"')
    await expectValidHtml(answer.body)
    expect(await submissions(visit)).toEqual([])
    const again = { ...fields, ...hiddenFields(answer.body) }
    expect((await visit.browser.post(paths.submission(visit.id), again)).location).toBe(paths.receipt(visit.id))
  })

  it('notices a file that was added after the confirmation was opened', async () => {
    const visit = await begin()
    const fields = await confirm(visit)
    await visit.browser.upload(paths.itemAttachments(visit.id, '1-1'), fileForm('後から.pdf'))
    expect((await visit.browser.post(paths.submission(visit.id), fields)).status).toBe(409)
  })

  it.each([
    ['the declaration', { declarations: {} }, 'の宣言が必要です'],
    ['evidence', { evidence: {} }, '「理念の概要」を記入してください'],
    ['every mark', { marks: {} }, 'まだありません。1つ以上選んでください']
  ])('is refused without %s, and says where', async (_what, parts, words) => {
    const visit = await begin(parts)
    const answer = await visit.browser.post(paths.submission(visit.id), await confirm(visit))
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(words)
    expect(answer.body).toContain('<title>エラー：')
    await expectValidHtml(answer.body)
    expect(await submissions(visit)).toEqual([])
  })

  it.each([
    [{ attestedBy: '' }, '代表者の氏名を入力してください', 'checked'],
    [{ attested: '' }, 'チェックを付けてください', 'value="浅香 一郎"'],
    [{ attestedBy: 'あ'.repeat(100_000) }, '100文字以内で入力してください', 'ああああ'],
    [{ attestedBy: '浅香\u0000一郎' }, '使えない文字', 'checked']
  ])('asks for the attestation beside its field and keeps what was typed: %#', async (parts, words, kept) => {
    const visit = await begin()
    const fields = { ...(await confirm(visit)), ...parts }
    const answer = await visit.browser.post(paths.submission(visit.id), fields)
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(words)
    expect(answer.body).toContain(kept)
    expect(await submissions(visit)).toEqual([])
  })

  it('takes no form that never saw the confirmation', async () => {
    const visit = await begin()
    const answer = await visit.browser.post(paths.submission(visit.id), { attestedBy: '浅香', attested: 'yes' })
    expect(answer.status).toBe(409)
    expect(await submissions(visit)).toEqual([])
  })

  it.each([
    ['the mails', 'mails', "kind <> 'submission-notice'"],
    ['the history', 'events', "kind <> 'status-submitted'"],
    ['the snapshot', 'submissions', 'round <> 1']
  ])('leaves no trace and no gap when %s cannot be written', async (_what, table, condition) => {
    const visit = await begin()
    const fields = await confirm(visit)
    const { db } = portal.context
    const counter = async () => (await db.execute(sql`select value from counters where name = 'receipt-2026'`)).rows
    const before = await counter()
    await db.execute(sql.raw(`alter table ${table} add constraint broken check (${condition}) not valid`))
    expect((await visit.browser.post(paths.submission(visit.id), fields)).status).toBe(500)
    await db.execute(sql.raw(`alter table ${table} drop constraint broken`))
    expect(await counter()).toEqual(before)
    expect(await findApplication(db, visit.id)).toMatchObject({ status: 'draft', number: null })
    expect([await submissions(visit), await mailKinds(visit), await historyOf(db, visit.id)]).toEqual([[], [], []])
    expect((await visit.browser.post(paths.submission(visit.id), fields)).status).toBe(303)
  })
})

describe('a correction', () => {
  it('is a second round under the same number, and an old tab of the first makes nothing new', async () => {
    const visit = await begin()
    const first = await confirm(visit)
    await visit.browser.post(paths.submission(visit.id), first)
    const before = await findApplication(portal.context.db, visit.id)
    await updateStatus(portal.context.db, visit.id, 'returned', portal.context.clock.now())
    const old = await visit.browser.post(paths.submission(visit.id), first)
    expect(old.location).toBe(paths.receipt(visit.id))
    expect(await submissions(visit)).toHaveLength(1)
    const page = await visit.browser.get(paths.confirmation(visit.id))
    expect(page.body).toContain('再提出する')
    await visit.browser.post(paths.submission(visit.id), await confirm(visit))
    const after = await findApplication(portal.context.db, visit.id)
    expect([after?.number, after?.status]).toEqual([before?.number, 'submitted'])
    expect((await submissions(visit)).map(({ round }) => round)).toEqual([1, 2])
    const receipt = await visit.browser.get(paths.receipt(visit.id))
    expect(receipt.body).toContain('補正を受け付けました')
  })
})

describe('the receipt', () => {
  it('shows number, time, files and what comes next', async () => {
    const visit = await begin()
    await visit.browser.upload(paths.itemAttachments(visit.id, '1-1'), fileForm('宣言.pdf'))
    await visit.browser.post(paths.submission(visit.id), await confirm(visit))
    const { body } = await visit.browser.get(paths.receipt(visit.id))
    for (const words of ['R8-', '令和8年11月21日 10時00分', '宣言.pdf', sha256Of(pdf()), '令和9年1月20日ごろ'])
      expect(body).toContain(words)
    await expectValidHtml(body)
  })

  it('leads back to the application while nothing was sent', async () => {
    const { browser, id } = await begin()
    expect((await browser.get(paths.receipt(id))).location).toBe(paths.application(id))
  })
})

it('does not exist for another company', async () => {
  const visit = await begin()
  const fields = await confirm(visit)
  const { browser } = await begin()
  const answers = [
    await browser.get(paths.confirmation(visit.id)),
    await browser.post(paths.submission(visit.id), fields),
    await browser.get(paths.receipt(visit.id))
  ]
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
  expect(await submissions(visit)).toEqual([])
})
