import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mailsOf } from '../../src/platform/outbox.ts'
import { mails } from '../../src/platform/table.ts'
import { readCase } from '../../src/screening/read-case.ts'
import { correctionOf, questionsOf } from '../../src/screening/read-questions.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { type Case, official, submittedCase } from '../support/cases.ts'
import { expectValidHtml } from '../support/html.ts'
import { resubmit, shownFields } from './portal.ts'

let portal: TestApp
let desk: Browser
beforeAll(async () => {
  portal = await openTestApp()
  desk = await portal.signIn(await official(portal.context, 'secretariat', '産業 太郎'))
})
afterAll(() => portal.close())

const url = ({ applicationId }: Case, path = ''): string => `/cases/${applicationId}${path}`
const file = ({ applicationId }: Case) => readCase(portal.context.db, applicationId)
const statusOf = async (one: Case) => (await file(one)).application.status
const mailsFor = ({ applicationId }: Case) => mailsOf(portal.context.db, applicationId)

const query = async (one: Case, code: string, question: string): Promise<void> => {
  const shown = await shownFields(portal.context, one.applicationId)
  await desk.post(url(one, '/decisions'), { ...shown, [`decision-${code}`]: 'queried', [`question-${code}`]: question })
}

const correction = { round: '1', message: '次の点をご確認ください。', deadline: '2026-12-05' }

describe('returning for correction', () => {
  it('shows the questions, a deadline two weeks ahead and the mail', async () => {
    const one = await submittedCase(portal.context)
    await query(one, '5-1', '利用した人はいますか')
    const answer = await desk.get(url(one, '/correction'))
    expect(answer.status).toBe(200)
    for (const words of ['利用した人はいますか', 'value="2026-12-05"', '令和8年12月5日（土）まで'])
      expect(answer.body).toContain(words)
    await expectValidHtml(answer.body)
  })

  it('tells the contact and everybody of the company once each, and shows the question at its item', async () => {
    const one = await submittedCase(portal.context)
    await query(one, '5-1', '利用した人はいますか')
    expect(await questionsOf(portal.context.db, one.applicationId)).toEqual({})
    const answer = await desk.post(url(one, '/correction'), correction)
    expect([answer.status, answer.location]).toEqual([303, url(one)])
    expect(await statusOf(one)).toBe('returned')
    expect(await questionsOf(portal.context.db, one.applicationId)).toEqual({ '5-1': '利用した人はいますか' })
    expect(await correctionOf(portal.context.db, one.applicationId)).toMatchObject({
      message: correction.message,
      deadline: '2026-12-05'
    })
    const sent = await mailsFor(one)
    expect(sent.map(({ recipient }) => recipient).toSorted()).toEqual(
      [one.email, 'soumu@asaka-seisakusho.example.jp'].toSorted()
    )
    expect(sent[0]?.body).toContain('利用した人はいますか')
    expect(sent[0]?.body).toContain(`/applications/${one.applicationId}`)
    const page = await desk.get(url(one))
    for (const words of ['補正をお願いしました', '補正の期限 令和8年12月5日（土）', '送信待ち'])
      expect(page.body).toContain(words)
    await expectValidHtml(page.body)
  })

  it('asks no longer once the company has answered', async () => {
    const one = await submittedCase(portal.context)
    await query(one, '5-1', '利用した人はいますか')
    await desk.post(url(one, '/correction'), correction)
    await resubmit(portal.context, one)
    expect(await questionsOf(portal.context.db, one.applicationId)).toEqual({})
    expect(await correctionOf(portal.context.db, one.applicationId)).toBeNull()
    expect((await file(one)).openItems.undecided).toContain('5-1')
  })

  it.each([
    ['no message', { message: '　' }, 'お願いの文を入力してください'],
    ['no deadline', { deadline: '' }, '期限を入力してください'],
    ['a deadline of today', { deadline: '2026-11-21' }, '期限は明日以降の日付にしてください'],
    ['a day that does not exist', { deadline: '2026-02-30' }, '期限を正しい日付で入力してください'],
    ['a far deadline', { deadline: '2062-12-05' }, '期限は1年以内の日付にしてください'],
    ['a huge message', { message: 'あ'.repeat(100_000) }, '2,000文字以内']
  ])('refuses %s beside the field and keeps the rest', async (_what, fields, message) => {
    const one = await submittedCase(portal.context)
    const answer = await desk.post(url(one, '/correction'), { ...correction, ...fields })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(message)
    expect(answer.body).toContain('<title>エラー：')
    expect(await statusOf(one)).toBe('submitted')
    await expectValidHtml(answer.body)
  })

  it('refuses a page from before a resubmission, and a second click', async () => {
    const one = await submittedCase(portal.context)
    await resubmit(portal.context, one)
    const stale = await desk.post(url(one, '/correction'), correction)
    expect([stale.status, stale.body.includes(correction.message)]).toEqual([409, true])
    expect((await desk.post(url(one, '/correction'), { ...correction, round: '2' })).status).toBe(303)
    expect((await desk.post(url(one, '/correction'), { ...correction, round: '2' })).status).toBe(409)
    expect((await mailsFor(one)).length).toBe(2)
  })

  it.each(['returned', 'awaiting_committee', 'certified', 'withdrawn'] as const)(
    'is not offered for a case that is %s',
    async (status) => {
      const one = await submittedCase(portal.context, { status })
      const answer = await desk.get(url(one, '/correction'))
      expect(answer.status).toBe(409)
      await expectValidHtml(answer.body)
    }
  )
})

describe('hearing notes', () => {
  const note = {
    heldOn: '2026-11-20',
    channel: 'phone',
    participants: '総務部 浅香様',
    note: '育休の対象者は1名。\n<b>'
  }

  it('are added to the case and stay', async () => {
    const one = await submittedCase(portal.context)
    const form = await desk.get(url(one, '/hearings'))
    await expectValidHtml(form.body)
    expect((await desk.post(url(one, '/hearings'), note)).status).toBe(303)
    const page = await desk.get(url(one))
    for (const words of ['令和8年11月20日（金）', '電話', '総務部 浅香様', '&lt;b>', 'ヒアリングを記録しました'])
      expect(page.body).toContain(words)
    await expectValidHtml(page.body)
    await expect(portal.context.db.execute(sql`update hearing_notes set note = 'x'`)).rejects.toThrow()
    await expect(portal.context.db.execute(sql`delete from hearing_notes`)).rejects.toThrow()
  })

  it.each([
    ['a day to come', { heldOn: '2026-11-22' }, '実施日は今日までの日付にしてください'],
    ['no channel', { channel: '' }, '方法を選んでください'],
    ['an unknown channel', { channel: 'dream' }, '方法を選んでください'],
    ['nobody', { participants: '' }, '相手を入力してください'],
    ['nothing said', { note: ' ' }, '内容を入力してください'],
    ['control characters', { note: 'a\u0007' }, '制御文字']
  ])('are refused with %s, and keep what was typed', async (_what, fields, message) => {
    const one = await submittedCase(portal.context)
    const answer = await desk.post(url(one, '/hearings'), { ...note, ...fields })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(message)
    expect((await file(one)).hearings).toEqual([])
    await expectValidHtml(answer.body)
  })

  it('are refused once the case is closed, without losing the text', async () => {
    const one = await submittedCase(portal.context, { status: 'refused' })
    expect((await desk.get(url(one, '/hearings'))).status).toBe(409)
    const answer = await desk.post(url(one, '/hearings'), note)
    expect([answer.status, answer.body.includes('育休の対象者は1名。')]).toEqual([409, true])
  })
})

describe('withdrawal on behalf of the company', () => {
  it('closes the case with its reason and confirms it by mail', async () => {
    const one = await submittedCase(portal.context)
    await expectValidHtml((await desk.get(url(one, '/withdrawal'))).body)
    const answer = await desk.post(url(one, '/withdrawal'), { reason: '11月20日に電話で申出。来年度に申請する。' })
    expect(answer.status).toBe(303)
    expect(await statusOf(one)).toBe('withdrawn')
    expect((await mailsFor(one)).map(({ kind }) => kind)).toEqual([
      'withdrawal-confirmation',
      'withdrawal-confirmation'
    ])
    const page = await desk.get(url(one))
    expect(page.body).toContain('来年度に申請する')
    await expectValidHtml(page.body)
  })

  it('needs its reason, and is refused once the case is decided', async () => {
    const one = await submittedCase(portal.context)
    const empty = await desk.post(url(one, '/withdrawal'), { reason: '' })
    expect([empty.status, empty.body.includes('申出の内容を入力してください')]).toEqual([422, true])
    await expectValidHtml(empty.body)
    const decided = await submittedCase(portal.context, { status: 'certified' })
    const late = await desk.post(url(decided, '/withdrawal'), { reason: '書きかけの理由' })
    expect([late.status, late.body.includes('書きかけの理由')]).toEqual([409, true])
    expect((await desk.get(url(decided, '/withdrawal'))).status).toBe(409)
  })
})

describe('pulling a case back from the committee', () => {
  it('makes it decidable again, and the reason stays in the history', async () => {
    const one = await submittedCase(portal.context, { status: 'awaiting_committee' })
    await expectValidHtml((await desk.get(url(one, '/agenda/removal'))).body)
    const answer = await desk.post(url(one, '/agenda/removal'), { reason: '3-1の計算を直すため' })
    expect(answer.status).toBe(303)
    expect(await statusOf(one)).toBe('screening')
    const page = await desk.get(url(one))
    for (const words of ['委員会待ちから確認に戻しました', '3-1の計算を直すため', '判定を保存'])
      expect(page.body).toContain(words)
  })

  it.each(['submitted', 'screening', 'returned', 'certified', 'withdrawn'] as const)(
    'is refused for a case that is %s',
    async (status) => {
      const one = await submittedCase(portal.context, { status })
      expect((await desk.get(url(one, '/agenda/removal'))).status).toBe(409)
      expect((await desk.post(url(one, '/agenda/removal'), { reason: '理由' })).status).toBe(409)
      expect(await statusOf(one)).toBe(status)
    }
  )
})

describe('the mails of a case', () => {
  const withMail = async () => {
    const one = await submittedCase(portal.context)
    await desk.post(url(one, '/correction'), correction)
    const [mail] = await mailsFor(one)
    if (mail === undefined) throw new Error('no mail was queued')
    return { one, mail }
  }

  it('are not sent again while they wait', async () => {
    const { one, mail } = await withMail()
    const answer = await desk.post(url(one, `/mails/${mail.id}/delivery`))
    expect(answer.status).toBe(409)
    await expectValidHtml(answer.body)
  })

  it('show when they were sent, and can be sent again', async () => {
    const { one, mail } = await withMail()
    await portal.deliver()
    expect((await desk.get(url(one))).body).toContain('送信済み')
    expect((await desk.post(url(one, `/mails/${mail.id}/delivery`))).status).toBe(303)
    const page = await desk.get(url(one))
    for (const words of ['送信待ち', 'メールをもう一度送りました', '送り直し 1回']) expect(page.body).toContain(words)
    await portal.deliver()
    const sent = await desk.get(url(one))
    expect(sent.body).not.toContain('送信を待っています')
    expect(sent.body).toContain('送り直し 1回')
    await expectValidHtml(sent.body)
  })

  it('show why they failed and how often it was tried', async () => {
    const { one } = await withMail()
    await portal.context.db
      .update(mails)
      .set({ state: 'failed', attempts: 31, lastError: '550 <no such user>' })
      .where(sql`${mails.subjectId} = ${one.applicationId}`)
    const page = await desk.get(url(one))
    for (const words of ['失敗', '31回試しました', '550 &lt;no such user>', 'もう一度送る'])
      expect(page.body).toContain(words)
    await expectValidHtml(page.body)
  })

  it('belong to their case: no other case can send them, nor can an id that is none', async () => {
    const { mail } = await withMail()
    const other = await submittedCase(portal.context)
    expect((await desk.post(url(other, `/mails/${mail.id}/delivery`))).status).toBe(404)
    expect((await desk.post(url(other, '/mails/x/delivery'))).status).toBe(404)
  })
})

describe('every step on a case', () => {
  const steps = ['/correction', '/hearings', '/withdrawal', '/agenda/removal'] as const

  it.each(steps)('exists for the secretariat only: %s', async (path) => {
    const one = await submittedCase(portal.context, { status: 'awaiting_committee' })
    const people = [
      await portal.signIn(one.email),
      await portal.signIn(await official(portal.context, 'committee', '委員'))
    ]
    for (const browser of people) {
      expect((await browser.get(url(one, path))).status).toBe(404)
      expect((await browser.post(url(one, path), { reason: 'x' })).status).toBe(404)
    }
    expect((await portal.visitor().get(url(one, path))).status).toBe(303)
    expect((await portal.visitor().post(url(one, path), { reason: 'x' })).status).toBe(401)
  })

  it.each(steps)('does not exist for an unknown case: %s', async (path) => {
    for (const id of ['0199aaaa-0000-7000-8000-000000000001', 'x']) {
      expect((await desk.get(`/cases/${id}${path}`)).status).toBe(404)
      expect((await desk.post(`/cases/${id}${path}`, { reason: 'x' })).status).toBe(404)
    }
  })
})
