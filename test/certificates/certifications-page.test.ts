import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountOf } from '../committee/meeting-of-cases.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { official } from '../support/cases.ts'
import { expectValidHtml } from '../support/html.ts'
import { certificationCase } from '../support/issued.ts'
import { proceedingOn } from '../support/proceedings.ts'

let portal: TestApp
let desk: Browser

const named = (name: string, nameKana: string, startsOn: string) =>
  certificationCase(portal.context, { startsOn }, { profile: { name, nameKana }, status: 'certified' })

beforeAll(async () => {
  portal = await openTestApp()
  const city = await official(portal.context, 'secretariat', '産業 太郎')
  desk = await portal.signIn(city)
  await named('有限会社ふるい', 'ユウゲンガイシャフルイ', '2020-04-01')
  await named('合同会社ＡＢＣ_100%', 'エービーシー', '2026-04-01')
  const doubted = await named('=株式会社うたがい', 'ウタガイ', '2026-05-01')
  await proceedingOn(portal.context, doubted.certificationId, await accountOf(portal.context, city))
  const given = await named('株式会社じたい', 'ジタイ', '2026-06-01')
  const surrender = { step: 'surrender', reason: '廃業のため', on: '2026-11-21', confirmed: 'yes' }
  await (await portal.signIn(given.email)).post(`/company/certifications/${given.certificationId}/surrender`, surrender)
})
afterAll(() => portal.close())

const listed = async (query: string): Promise<readonly string[]> => {
  const { status, body } = await desk.get(`/certifications${query}`)
  expect(status).toBe(200)
  await expectValidHtml(body)
  return [...body.matchAll(/<a href="\/certifications\/[0-9a-f-]{36}">([^<]+)<\/a>/g)].map(([, name]) => name ?? '')
}

describe('the list of certifications', () => {
  it.each([
    ['', ['=株式会社うたがい', '合同会社ＡＢＣ_100%']],
    ['?state=revocation', ['=株式会社うたがい']],
    ['?state=expired', ['有限会社ふるい']],
    ['?state=ended', ['株式会社じたい']],
    ['?state=all', ['株式会社じたい', '=株式会社うたがい', '合同会社ＡＢＣ_100%', '有限会社ふるい']],
    ['?state=all&below=3', ['合同会社ＡＢＣ_100%', '有限会社ふるい']],
    ['?state=all&below=x', ['株式会社じたい', '=株式会社うたがい', '合同会社ＡＢＣ_100%', '有限会社ふるい']],
    ['?state=unknown', ['=株式会社うたがい', '合同会社ＡＢＣ_100%']]
  ])('shows %s', async (query, names) => {
    expect(await listed(query)).toEqual(names)
  })

  it.each([
    ['part of the name', 'ふるい', ['有限会社ふるい']],
    ['hiragana for the reading', 'ゆうげん', ['有限会社ふるい']],
    ['what is a wildcard elsewhere', '_100%', ['合同会社ＡＢＣ_100%']],
    ['a wildcard alone', '%%', []],
    ['the number', '2', ['合同会社ＡＢＣ_100%']],
    ['the number as printed', '第４号', ['株式会社じたい']],
    ['a number too long for any', '99999999999999999999', []],
    ['a quote', "' or 1=1", []]
  ])('finds by %s', async (_what, search, names) => {
    expect(await listed(`?state=all&q=${encodeURIComponent(search)}`)).toEqual(names)
  })

  it('counts every view', async () => {
    const { body } = await desk.get('/certifications')
    const counts = [...body.matchAll(/class="tabs__link"[^>]*>([^<]+)<span class="tabs__count"> (\d+)</g)]
    expect(counts.map(([, label, count]) => `${label}${count}`)).toEqual([
      '有効・開始前2',
      '取消しの手続中1',
      '期間満了1',
      '辞退・取消し1',
      'すべて4'
    ])
  })

  it('is saved as CSV, as shown', async () => {
    const answer = await desk.get('/certifications/list.csv?state=all')
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    const lines = answer.body.split('\r\n')
    expect(lines).toHaveLength(6)
    expect(lines[1]).toBe('第4号,株式会社じたい,ジタイ,辞退,0,2026-06-01,2029-05-31,2026-11-21,')
    expect(lines[2]).toBe("第3号,'=株式会社うたがい,ウタガイ,有効,0,2026-05-01,2029-04-30,,手続中")
    expect((await desk.get('/certifications/list.csv?q=ふるい&state=expired')).body).toContain('期間満了')
  })
})
