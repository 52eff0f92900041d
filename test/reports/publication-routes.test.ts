import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findCertificationBy } from '../../src/certificates/certification-store.ts'
import { recordSurrender } from '../../src/certificates/record-surrender.ts'
import { decideApplication } from '../../src/decisions/decide-application.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { deciderOf, heardCase } from '../support/heard.ts'
import { expectValidHtml } from '../support/html.ts'

let portal: TestApp
let desk: Browser
let decider: Awaited<ReturnType<typeof deciderOf>>

const decide = async (name: string, now: string) => {
  portal.setNow(now)
  const one = await heardCase(portal.context, decider.id, { profile: { name } })
  const request = { outcome: 'certified', startsOn: now.slice(0, 10), reasons: '' } as const
  await decideApplication(portal.context, { applicationId: one.applicationId, request, actor: decider })
  portal.setNow(testNow)
  return one
}

beforeAll(async () => {
  portal = await openTestApp()
  decider = await deciderOf(portal.context)
  desk = await portal.signIn(decider.email)
  await decide('前の年度の会社', '2026-03-31T23:59:59+09:00')
  await decide('=今年度の会社', '2026-04-01T00:00:00+09:00')
  const gone = await decide('辞退の会社', '2026-05-01T10:00:00+09:00')
  const certification = await findCertificationBy(portal.context.db, gone.applicationId)
  const surrender = { on: '2026-11-21', reason: '廃業', actor: decider }
  await recordSurrender(portal.context, { certificationId: certification?.id ?? '', ...surrender })
})
afterAll(() => portal.close())

const shown = async (url: string) => {
  const answer = await desk.get(url)
  await expectValidHtml(answer.body)
  return answer
}

describe('the list for the ceremony', () => {
  it('holds the initial certifications decided in this fiscal year, counted in Japan', async () => {
    const { status, body } = await shown('/reports/ceremony')
    expect(status).toBe(200)
    for (const words of ['=今年度の会社', '代表取締役', '浅香 一郎', '製造業', '351-0011', '令和8年4月1日決定', '1社'])
      expect(body).toContain(words)
    for (const words of ['前の年度の会社', '辞退の会社', '総務 花子', 'soumu@']) expect(body).not.toContain(words)
  })

  it('covers the days that are asked for, both included', async () => {
    const { body } = await shown('/reports/ceremony?from=2026-03-31&to=2026-03-31')
    expect(body).toContain('前の年度の会社')
    expect(body).not.toContain('今年度の会社')
    expect((await shown('/reports/ceremony?from=2026-04-02&to=2026-04-30')).body).toContain('認定はありません')
  })

  it('is saved as CSV, without a formula', async () => {
    const answer = await desk.get('/reports/ceremony.csv?from=2026-04-01&to=2027-03-31')
    expect(answer.headers['content-disposition']).toBe('attachment; filename="ceremony-2026-04-01-2027-03-31.csv"')
    const [, line] = answer.body.split('\r\n')
    expect(line).toMatch(
      /^第2号,'=今年度の会社,カブシキガイシャアサカセイサクショ,代表取締役,浅香 一郎,製造業,経営者の理念/
    )
    expect(line).toMatch(/,351-0011,埼玉県朝霞市本町1-1-1,2026-04-01,2026-04-01,2029-03-31$/)
  })

  it.each([
    ['?from=2026-04-01', '終わりの日を入力してください'],
    ['?from=&to=', 'はじめの日を入力してください'],
    ['?from=2026-02-30&to=2026-04-01', 'はじめの日を正しい日付で入力してください'],
    ['?from=2026-04-02&to=2026-04-01', '終わりの日は、はじめの日以降にしてください'],
    ['?from=1&from=2&to=x', 'はじめの日']
  ])('says what is wrong with %s', async (query, words) => {
    for (const page of ['ceremony', 'newsletter']) {
      const { status, body } = await shown(`/reports/${page}${query}`)
      expect([page, status]).toEqual([page, 422])
      expect(body).toContain(words)
    }
    const csv = await desk.get(`/reports/ceremony.csv${query}`)
    expect([csv.status, csv.location]).toEqual([303, `/reports/ceremony${query}`])
  })
})

describe('the text for the newsletter', () => {
  it('tells of those certified in this fiscal year, ready to be edited', async () => {
    const { status, body } = await shown('/reports/newsletter')
    expect(status).toBe(200)
    for (const words of [
      '■ =今年度の会社（新規・認定番号 第2号）',
      '多様な働き方の推進に力を入れています。',
      '男性の育児休業の取得推進'
    ])
      expect(body).toContain(words)
    for (const words of ['辞退の会社', '前の年度の会社', '総務 花子']) expect(body).not.toContain(words)
  })

  it('is saved as it was edited, as text', async () => {
    const text = '直した文\r\n<b>'
    const answer = await desk.post('/reports/newsletter/text', { text })
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(answer.headers['content-disposition']).toBe('attachment; filename="newsletter-2026-11-21.txt"')
    expect(answer.body).toBe(text)
  })

  it('is not saved empty', async () => {
    const answer = await desk.post('/reports/newsletter/text', { text: ' \r\n' })
    expect(answer.status).toBe(422)
    await expectValidHtml(answer.body)
    expect(answer.body).toContain('本文を入力してください')
  })

  it('says so where nobody was certified', async () => {
    expect((await shown('/reports/newsletter?from=2020-04-01&to=2020-04-30')).body).toContain('認定はありません')
  })
})
