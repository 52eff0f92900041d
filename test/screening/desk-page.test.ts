import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { official, submittedCase } from '../support/cases.ts'
import { expectValidHtml } from '../support/html.ts'
import { certifiedCase } from '../support/issued.ts'

let portal: TestApp
let desk: Browser
beforeAll(async () => {
  portal = await openTestApp()
  desk = await portal.signIn(await official(portal.context, 'secretariat', '産業 太郎'))
  portal.setNow('2026-10-01T10:00:00+09:00')
  await submittedCase(portal.context, { profile: { name: '有限会社ふるい', nameKana: 'ユウゲンガイシャフルイ' } })
  portal.setNow('2026-11-09T10:00:00+09:00')
  await submittedCase(portal.context, { profile: { name: '合同会社ＡＢＣ_100%', nameKana: 'エービーシー' } })
  await submittedCase(portal.context, { profile: { name: '待ちの会社' }, status: 'awaiting_committee' })
  await submittedCase(portal.context, { profile: { name: '決定の会社' }, status: 'heard' })
  await submittedCase(portal.context, { profile: { name: '照会の会社' }, status: 'returned' })
  portal.setNow('2026-11-21T10:00:00+09:00')
})
afterAll(() => portal.close())

const names = (body: string): readonly string[] =>
  [...body.matchAll(/<a href="\/cases\/[^"]+">([^<]+)<\/a>/g)].map(([, name]) => name ?? '')

const listed = async (query: string): Promise<readonly string[]> => {
  const answer = await desk.get(`/desk${query}`)
  expect(answer.status).toBe(200)
  await expectValidHtml(answer.body)
  return names(answer.body)
}

describe('the desk', () => {
  it('begins with what waits for the secretariat, the oldest first, with its days and deadline', async () => {
    const answer = await desk.get('/desk')
    expect(names(answer.body)).toEqual(['有限会社ふるい', '合同会社ＡＢＣ_100%', '決定の会社'])
    for (const words of ['51日', '12日', '処理の目安', '令和8年11月30日']) expect(answer.body).toContain(words)
  })

  it.each([
    ['?tab=returned', ['照会の会社']],
    ['?tab=committee', ['待ちの会社']],
    ['?tab=decision', ['決定の会社']],
    ['?tab=unknown', ['有限会社ふるい', '合同会社ＡＢＣ_100%', '決定の会社']]
  ])('lists %s', async (query, expected) => {
    expect(await listed(query)).toEqual(expected)
  })

  it('counts every tab', async () => {
    const { body } = await desk.get('/desk')
    const counts = [...body.matchAll(/class="tabs__link"[^>]*>([^<]+)<span class="tabs__count"> (\d+)</g)]
    expect(counts.map(([, label, count]) => `${label}${count}`)).toEqual([
      '要対応3',
      '照会中1',
      '委員会待ち1',
      '決定待ち・交付待ち1',
      '期限が近い0',
      'すべて5'
    ])
  })

  it.each([
    ['part of the name', 'ふるい', ['有限会社ふるい']],
    ['hiragana for the reading', 'ゆうげん', ['有限会社ふるい']],
    ['half-width kana for the reading', 'ﾌﾙｲ', ['有限会社ふるい']],
    ['what is a wildcard elsewhere', '_100%', ['合同会社ＡＢＣ_100%']],
    ['a wildcard alone', '%%', []],
    ['full-width letters', 'ＡＢＣ', ['合同会社ＡＢＣ_100%']],
    ['a quote', "' or 1=1", []],
    ['a zero byte', '\u0000', []]
  ])('finds by %s', async (what, search, expected) => {
    const found = await listed(`?tab=all&q=${encodeURIComponent(search)}`)
    if (what === 'a zero byte') expect(found).toHaveLength(5)
    else expect(found).toEqual(expected)
  })

  it('finds by the receipt number in either width', async () => {
    const { body } = await desk.get('/desk')
    const number = body.match(/新規 (R8-\d+)/)?.[1] ?? ''
    const wide = number.replaceAll(/[!-~]/g, (character) => String.fromCodePoint(character.charCodeAt(0) + 0xfee0))
    expect(await listed(`?tab=all&q=${encodeURIComponent(wide)}`)).toEqual(['有限会社ふるい'])
  })

  it('leads on by key where there are more than a page, and back again, each case once', async () => {
    portal.setNow('2026-11-15T10:00:00+09:00')
    for (let count = 0; count < 60; count++)
      await submittedCase(portal.context, { profile: { name: `多い会社${count}` }, status: 'refused' })
    portal.setNow('2026-11-21T10:00:00+09:00')
    const first = await desk.get('/desk?tab=all')
    const next = first.body.match(/href="([^"]+)" rel="next"/)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const second = await desk.get(next)
    await expectValidHtml(second.body)
    const seen = [...names(first.body), ...names(second.body)]
    expect([names(first.body).length, seen.length, new Set(seen).size]).toEqual([50, 65, 65])
    expect(second.body).not.toContain('rel="next"')
    const previous = second.body.match(/href="([^"]+)" rel="prev"/)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(names((await desk.get(previous)).body)).toEqual(names(first.body))
  })

  it('shows certifications whose end is in sight', async () => {
    await certifiedCase(
      portal.context,
      { startsOn: '2024-01-16', companyName: '満了の会社' },
      { profile: { name: '満了の会社' }, status: 'certified' }
    )
    const { body } = await desk.get('/desk?tab=ending')
    await expectValidHtml(body)
    for (const words of ['満了の会社', '令和9年1月15日（金）', '55日']) expect(body).toContain(words)
    const csv = await desk.get('/desk/cases.csv?tab=ending')
    expect(csv.body).toContain('満了の会社,2027-01-15,55')
  })

  it('counts no days of a case that is closed', async () => {
    const closed = await submittedCase(portal.context, { profile: { name: '昔の会社' }, status: 'withdrawn' })
    const { body } = await desk.get(`/desk?tab=all&q=${closed.number}`)
    expect(names(body)).toEqual(['昔の会社'])
    expect(body).not.toMatch(/>\d+日</)
    const csv = await desk.get(`/desk/cases.csv?tab=all&q=${closed.number}`)
    expect(csv.body.split('\r\n')[1]?.split(',').slice(7)).toEqual(['取下げ', '2026-11-21', '', '', '', ''])
  })

  it('points out corrections whose day has passed', async () => {
    expect((await desk.get('/desk')).body).not.toContain('補正の期限を過ぎた案件')
    const late = await submittedCase(portal.context)
    const message = { round: '1', message: '次の点をご確認ください。', deadline: '2026-11-30' }
    expect((await desk.post(`/cases/${late.applicationId}/correction`, message)).status).toBe(303)
    portal.setNow('2026-12-01T10:00:00+09:00')
    const page = await desk.get('/desk')
    expect(page.body).toContain('補正の期限を過ぎた案件が1件あります')
    await expectValidHtml(page.body)
    expect((await desk.get('/desk?tab=returned')).body).toContain('超過')
    portal.setNow('2026-11-21T10:00:00+09:00')
  })

  it('saves the list shown as CSV', async () => {
    const answer = await desk.get('/desk/cases.csv?tab=todo')
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.headers['content-disposition']).toBe('attachment; filename="cases-todo-2026-11-21.csv"')
    expect([...answer.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(answer.body.split('\r\n').map((line) => line.split(',')[3])).toEqual([
      '事業者名',
      '有限会社ふるい',
      '合同会社ＡＢＣ_100%',
      '決定の会社',
      undefined
    ])
  })

  it('says so where there is nothing', async () => {
    const { body } = await desk.get('/desk?tab=all&q=存在しない')
    expect(body).toContain('「存在しない」に合う案件はありません')
  })

  it('exists for the secretariat only', async () => {
    const company = await submittedCase(portal.context)
    const people = [
      await portal.signIn(company.email),
      await portal.signIn(await official(portal.context, 'committee', '委員'))
    ]
    for (const browser of people)
      for (const url of ['/desk', '/desk/cases.csv']) expect((await browser.get(url)).status).toBe(404)
    expect((await portal.visitor().get('/desk')).status).toBe(303)
  })
})
