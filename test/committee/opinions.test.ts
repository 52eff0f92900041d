import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeStatus } from '../../src/applications/change-status.ts'
import { giveOpinion } from '../../src/committee/give-opinion.ts'
import { addToNextMeeting } from '../../src/committee/put-on-agenda.ts'
import { opinionsOn } from '../../src/committee/read-opinions.ts'
import { storeFile } from '../../src/platform/files.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { official } from '../support/cases.ts'
import { expectValidHtml } from '../support/html.ts'
import { accountOf, awaitingCase, meetingOfCases } from './meeting-of-cases.ts'

let portal: TestApp
let desk: Browser
let first: Browser
let second: Browser
let firstEmail: string
beforeAll(async () => {
  portal = await openTestApp()
  desk = await portal.signIn(await official(portal.context, 'secretariat', '産業 太郎'))
  firstEmail = await official(portal.context, 'committee', '委員 一郎')
  first = await portal.signIn(firstEmail)
  second = await portal.signIn(await official(portal.context, 'committee', '委員 花子'))
})
afterAll(() => portal.close())

const paper = async () => {
  const { meetingId, cases, actor } = await meetingOfCases(portal.context, 1)
  const applicationId = cases[0]?.applicationId ?? ''
  const url = `/meetings/${meetingId}/cases/${applicationId}`
  return { meetingId, applicationId, url, email: cases[0]?.email ?? '', actor }
}

const said = (applicationId: string) => opinionsOn(portal.context.db, applicationId, portal.context.clock.now())

const close = (meetingId: string, applicationId: string) => {
  portal.setNow('2026-12-08T18:00:00+09:00')
  return desk.post(`/meetings/${meetingId}/closure`, { shown: applicationId, confirmed: 'yes', nobodyCame: 'yes' })
}

describe('the paper on a case', () => {
  it('shows company, culture, verdict, evidence and the form to a member', async () => {
    const { url } = await paper()
    const answer = await first.get(url)
    expect(answer.status).toBe(200)
    for (const words of [
      '声をかけやすい職場',
      '精密部品の切削加工',
      '満たさない（0分野が合格）',
      'イクボス宣言を行い',
      '裏付けあり',
      'ヒアリングの記録はありません',
      '利害関係のため棄権'
    ])
      expect(answer.body).toContain(words)
    expect(answer.body).not.toContain('総務 花子')
    await expectValidHtml(answer.body)
  })

  it('shows the secretariat everything but a form', async () => {
    const { url } = await paper()
    const answer = await desk.get(url)
    expect(answer.body).toContain('回答なし：委員 一郎、委員 花子')
    expect(answer.body).not.toContain('name="opinion"')
    await expectValidHtml(answer.body)
    expect((await desk.post(`${url}/opinion`, { opinion: 'no_objection' })).status).toBe(404)
  })

  it('leads to the next case of the agenda', async () => {
    const { meetingId, cases } = await meetingOfCases(portal.context, 2)
    const [one, other] = cases
    const answer = await first.get(`/meetings/${meetingId}/cases/${one?.applicationId}`)
    expect(answer.body).toContain(`/meetings/${meetingId}/cases/${other?.applicationId}`)
  })

  it('does not exist for a case of another meeting, of none, or for others', async () => {
    const [one, other] = [await paper(), await paper()]
    const waiting = await awaitingCase(portal.context)
    const company = await portal.signIn(one.email)
    for (const [browser, url] of [
      [first, `/meetings/${one.meetingId}/cases/${other.applicationId}`],
      [desk, `/meetings/${one.meetingId}/cases/${other.applicationId}`],
      [first, `/meetings/${one.meetingId}/cases/${waiting.applicationId}`],
      [first, `/meetings/${one.meetingId}/cases/no-uuid`],
      [first, `/cases/${one.applicationId}`],
      [first, '/desk'],
      [company, one.url]
    ] as const) {
      expect((await browser.get(url)).status, url).toBe(404)
      expect((await browser.post(`${url}/opinion`, { opinion: 'no_objection' })).status, url).toBe(404)
    }
    expect((await portal.visitor().get(one.url)).location).toContain('/sign-in')
  })
})

describe('attachments', () => {
  const file = async (applicationId: string) => {
    const content = Buffer.from('社内通知')
    const sha256 = await storeFile(portal.context.db, portal.context, content)
    return {
      id: portal.context.ids(),
      itemCode: '1-1',
      fileName: '社内通知.pdf',
      mediaType: 'application/pdf',
      size: content.length,
      sha256,
      addedAt: '2026-11-01T10:00:00+09:00',
      applicationId
    }
  }

  it('are saved by members and secretariat of this very meeting only', async () => {
    const { applicationId: _none, ...attachment } = await file('')
    const one = await awaitingCase(portal.context, { attachments: [attachment] })
    const { meetingId, url: otherUrl } = await paper()
    await desk.post(`/meetings/${meetingId}/agenda`, { application: one.applicationId })
    const url = `/meetings/${meetingId}/cases/${one.applicationId}`
    const page = await first.get(url)
    expect(page.body).toContain(`${url}/attachments/${attachment.id}`)
    await expectValidHtml(page.body)
    for (const browser of [first, desk]) {
      const answer = await browser.get(`${url}/attachments/${attachment.id}`)
      expect(answer.bytes.toString()).toBe('社内通知')
      expect(answer.headers['content-disposition']).toContain('attachment')
    }
    expect((await first.get(`${otherUrl}/attachments/${attachment.id}`)).status).toBe(404)
    expect((await first.get(`${url}/attachments/no-uuid`)).status).toBe(404)
    expect((await (await portal.signIn(one.email)).get(`${url}/attachments/${attachment.id}`)).status).toBe(404)
  })
})

describe('giving an opinion', () => {
  it('keeps it, shows it to the member and the secretariat, and not to the other members', async () => {
    const { url } = await paper()
    const answer = await first.post(`${url}/opinion`, { opinion: 'comment', comment: '風土の\n説明がよい。' })
    expect([answer.status, answer.location]).toEqual([303, url])
    const own = await first.get(url)
    expect(own.body).toContain('意見を保存しました')
    expect(own.body).toContain('説明がよい。')
    await expectValidHtml(own.body)
    expect((await second.get(url)).body).not.toContain('説明がよい。')
    const all = await desk.get(url)
    expect(all.body).toContain('説明がよい。')
    expect(all.body).toContain('異議なし0・意見あり1・棄権0（回答なし1）')
  })

  it('counts the last and keeps the first in sight', async () => {
    const { url, applicationId } = await paper()
    await first.post(`${url}/opinion`, { opinion: 'comment', comment: '最初の意見' })
    await first.post(`${url}/opinion`, { opinion: 'no_objection', comment: '' })
    expect((await said(applicationId))?.opinions).toMatchObject([{ opinion: 'no_objection' }])
    for (const browser of [first, desk]) {
      const page = await browser.get(url)
      expect(page.body).toContain('変更される前の意見（1件）')
      expect(page.body).toContain('最初の意見')
      await expectValidHtml(page.body)
    }
  })

  it('adds nothing when the same is sent twice', async () => {
    const { meetingId, applicationId } = await paper()
    const member = await accountOf(portal.context, firstEmail)
    const opinion = { meetingId, applicationId, member, opinion: 'abstained', comment: '' } as const
    const results = await Promise.all([giveOpinion(portal.context, opinion), giveOpinion(portal.context, opinion)])
    expect(results.filter((result) => result.ok && result.changed)).toHaveLength(1)
  })

  it('takes two members at once', async () => {
    const { url, applicationId } = await paper()
    const answers = await Promise.all([
      first.post(`${url}/opinion`, { opinion: 'no_objection', comment: '' }),
      second.post(`${url}/opinion`, { opinion: 'abstained', comment: '' })
    ])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect((await said(applicationId))?.summary).toEqual({ noObjection: 1, comment: 0, abstained: 1, silent: 0 })
  })

  it.each([
    ['none', { comment: '書きかけ' }, '意見を1つ選んでください'],
    ['an unknown one', { opinion: 'veto', comment: '書きかけ' }, '意見を1つ選んでください'],
    ['意見あり without a word', { opinion: 'comment', comment: ' \n ' }, '意見の内容を入力してください'],
    [
      '100,000 characters',
      { opinion: 'comment', comment: '長'.repeat(100_000) },
      '2,000文字以内で入力してください（いまは100,000文字）'
    ],
    ['control characters', { opinion: 'comment', comment: '書き\u0007かけ' }, '制御文字']
  ])('refuses %s and keeps what was typed', async (_what, fields, message) => {
    const { url, applicationId } = await paper()
    const answer = await first.post(`${url}/opinion`, fields)
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('<title>エラー：')
    expect(answer.body).toContain(message)
    expect(answer.body).toContain(fields.comment)
    await expectValidHtml(answer.body)
    expect((await said(applicationId))?.opinions).toEqual([])
  })

  it('takes exactly 2,000 characters, and shows markup as text', async () => {
    const { url } = await paper()
    const comment = `<script>alert(1)</script>${'𠮷'.repeat(1975)}`
    expect((await first.post(`${url}/opinion`, { opinion: 'comment', comment })).status).toBe(303)
    const page = await desk.get(url)
    expect(page.body).toContain('&lt;script>alert(1)')
    await expectValidHtml(page.body)
  })

  it('asks again when the papers changed after it was given', async () => {
    const { url, applicationId, actor } = await paper()
    const { db, ids, clock } = portal.context
    await first.post(`${url}/opinion`, { opinion: 'no_objection', comment: '' })
    const move = (to: 'screening' | 'awaiting_committee') =>
      portal.context.db.transaction((tx) =>
        changeStatus(tx, portal.context, { applicationId, to, by: 'secretariat', actor })
      )
    await move('screening')
    const stopped = await first.post(`${url}/opinion`, { opinion: 'comment', comment: '間に合わなかった意見' })
    expect(stopped.status).toBe(409)
    expect(stopped.body).toContain('間に合わなかった意見')
    await expectValidHtml(stopped.body)
    portal.setNow('2026-11-22T10:00:00+09:00')
    await move('awaiting_committee')
    await db.transaction((tx) => addToNextMeeting(tx, { ids, clock }, applicationId, actor))
    const page = await first.get(url)
    expect(page.body).toContain('資料が更新されました')
    await expectValidHtml(page.body)
    await first.post(`${url}/opinion`, { opinion: 'no_objection', comment: '' })
    expect((await first.get(url)).body).not.toContain('資料が更新されました')
  })
})

describe('opinions after the end', () => {
  it('can be read by every member and changed by none', async () => {
    const { meetingId, applicationId, url } = await paper()
    await first.post(`${url}/opinion`, { opinion: 'comment', comment: '応援します。' })
    await close(meetingId, applicationId)
    const late = await second.post(`${url}/opinion`, { opinion: 'comment', comment: '遅れた意見' })
    expect(late.status).toBe(409)
    expect(late.body).toContain('会議が終了したため')
    expect(late.body).toContain('遅れた意見')
    await expectValidHtml(late.body)
    const page = await second.get(url)
    expect(page.body).toContain('応援します。')
    expect(page.body).toContain('委員 一郎')
    expect(page.body).not.toContain('name="opinion"')
    await expectValidHtml(page.body)
  })

  it('do not count members who joined later as silent', async () => {
    const { meetingId, applicationId } = await paper()
    await close(meetingId, applicationId)
    const before = (await said(applicationId))?.summary
    portal.setNow('2026-12-09T10:00:00+09:00')
    await official(portal.context, 'committee', '新任 次郎')
    expect((await said(applicationId))?.summary).toEqual(before)
  })

  it('cannot be rewritten even in the database', async () => {
    for (const statement of [sql`update opinions set comment = ''`, sql`delete from opinions`, sql`truncate opinions`])
      await expect(portal.context.db.execute(statement)).rejects.toThrow()
  })

  it('leave no word in the history that companies see', async () => {
    const { rows } = await portal.context.db.execute(sql`select details::text as details from events`)
    expect(JSON.stringify(rows)).not.toContain('応援します')
  })
})
