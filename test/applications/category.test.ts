import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../support/app.ts'
import { expectValidHtml } from '../support/html.ts'
import { type Drafting, drafting, moveTo, storedSection } from './draft.ts'

let portal: TestApp
let draft: Drafting
const url = (number: number | string): string => `/applications/${draft.applicationId}/categories/${number}`

beforeAll(async () => {
  portal = await openTestApp()
  draft = await drafting(portal)
})
afterAll(() => portal.close())

describe('the page of a category', () => {
  it.each([1, 2, 3, 4, 5, 6, 7])('is valid when nothing is filled in: %i', async (number) => {
    const answer = await draft.browser.get(url(number))
    expect(answer.status).toBe(200)
    expect(answer.body).toContain('まだ保存していません')
    await expectValidHtml(answer.body)
  })

  it('asks with the official wording of the year and offers 「-」 only where it exists', async () => {
    const overtime = await draft.browser.get(url(2))
    expect(overtime.body).toContain('2025年の平均時間外労働時間が前年比または一昨年比で10%以上減少している。')
    expect(overtime.body).toContain('2023年（令和5年）')
    expect(overtime.body).not.toContain('value="not_applicable"')
    const women = await draft.browser.get(url(4))
    expect(women.body.match(/value="not_applicable"/g)).toHaveLength(2)
  })

  it('belongs to the company alone', async () => {
    const other = await drafting(portal)
    expect((await other.browser.get(url(1))).status).toBe(404)
    expect((await other.browser.post(url(1), { version: '1' })).status).toBe(404)
    expect((await portal.visitor().get(url(1))).status).toBe(303)
  })

  it.each(['0', '8', '01', '1.0', 'x'])('exists for the categories of the sheet only: %s', async (number) => {
    expect((await draft.browser.get(url(number))).status).toBe(404)
  })
})

describe('saving a category', () => {
  it('keeps marks and entries and leads to the next category', async () => {
    const { browser, applicationId } = await drafting(portal)
    const page = `/applications/${applicationId}/categories/1`
    const answer = await browser.post(page, {
      version: '1',
      destination: 'next',
      'mark.1-1': 'checked',
      '1-1.text': '  イクボス宣言\r\nを行った ',
      'mark.1-2': 'unchecked',
      '1-2.text': ''
    })
    expect([answer.status, answer.location]).toEqual([303, `/applications/${applicationId}/categories/2`])
    expect(await storedSection(portal, applicationId, 'category-1')).toEqual({
      version: 2,
      data: { marks: { '1-1': 'checked', '1-2': 'unchecked' }, evidence: { '1-1': { text: 'イクボス宣言\nを行った' } } }
    })
    const after = await browser.get(page)
    expect(after.body).toContain('イクボス宣言\nを行った')
    expect(after.body).toContain('合格 1/2')
    expect(after.body).toContain('10時00分に保存しました')
    await expectValidHtml(after.body)
  })

  it('leads from the last category, or by the other button, to the list', async () => {
    const { browser, applicationId } = await drafting(portal)
    const list = `/applications/${applicationId}`
    expect((await browser.post(`${list}/categories/7`, { version: '1', destination: 'next' })).location).toBe(list)
    expect((await browser.post(`${list}/categories/3`, { version: '1', destination: 'list' })).location).toBe(list)
  })
})

describe('what none of our pages can send', () => {
  it.each([
    ['no version', { version: '' }],
    ['a version that is none', { version: '1e3' }],
    ['an unknown item', { 'mark.9-9': 'checked' }],
    ['an item of another category', { 'mark.2-1': 'checked' }],
    ['a mark that is none', { 'mark.1-1': 'yes' }],
    ['「-」 where it does not exist', { 'mark.1-1': 'not_applicable' }],
    ['two marks at once', { 'mark.1-1': ['checked', 'unchecked'] }],
    ['a text sent twice', { '1-1.text': ['一', '二'] }],
    ['a field of another item', { '1-1.measures': 'other' }],
    ['a field of Object', { '1-1.constructor': 'x' }]
  ])('is refused: %s', async (_what, fields) => {
    const answer = await draft.browser.post(url(1), { version: '1', ...fields })
    expect(answer.status).toBe(400)
    await expectValidHtml(answer.body)
  })

  it('is refused: a measure that the sheet does not have', async () => {
    expect((await draft.browser.post(url(2), { version: '1', '2-3.measures': ['other', 'golf'] })).status).toBe(400)
  })
})

describe('what cannot be stored', () => {
  it.each([
    ['a text of 100,000 characters', 'あ'.repeat(100_000), '2000文字以内'],
    ['a control character', 'べん\u0000り', '画面に表示できない文字']
  ])('comes back beside its field with everything else typed: %s', async (_what, text, message) => {
    const { browser, applicationId } = await drafting(portal)
    const answer = await browser.post(`/applications/${applicationId}/categories/1`, {
      version: '1',
      'mark.1-1': 'checked',
      '1-1.text': 'そのまま残る',
      'mark.1-2': 'unchecked',
      '1-2.text': text
    })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('まだ保存していません。次のところを直してください')
    expect(answer.body).toContain(message)
    expect(answer.body).toContain('href="#1-2.text"')
    expect(answer.body).toContain('そのまま残る')
    expect(await storedSection(portal, applicationId, 'category-1')).toMatchObject({ version: 1 })
  })

  it('shows the field even under a mark that does not call for it', async () => {
    const answer = await draft.browser.post(url(1), {
      version: '1',
      'mark.1-2': 'unchecked',
      '1-2.text': '長'.repeat(2001)
    })
    expect(answer.body).toMatch(/data-when="always"[\s\S]*id="1-2\.text"/)
    await expectValidHtml(answer.body)
  })
})

describe('entries in a wrong format', () => {
  it('are kept as typed, and named', async () => {
    const { browser, applicationId } = await drafting(portal)
    const page = `/applications/${applicationId}/categories/2`
    const fields = { version: '1', 'mark.2-1': 'checked', '2-1.basis': 'busiest', '2-1.2025.month': '四十二' }
    const answer = await browser.post(page, { ...fields, destination: 'next' })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('入力した内容は保存しました。次のところを確認してください')
    expect(answer.body).toContain('2-1 2025年 月の時間：数字で入力してください（例：42.5）')
    expect(answer.body).toContain('value="四十二"')
    await expectValidHtml(answer.body)
    expect(await storedSection(portal, applicationId, 'category-2')).toMatchObject({ version: 2 })
    const again = await browser.get(page)
    expect([again.status, again.body.includes('id="2-1.2025.month-error"')]).toEqual([200, true])
    expect(again.body).not.toContain('error-summary')
  })

  it('say nothing under a mark that does not call for them', async () => {
    const { browser, applicationId } = await drafting(portal)
    const fields = { version: '1', 'mark.2-1': 'unchecked', '2-1.2025.month': '四十二' }
    expect((await browser.post(`/applications/${applicationId}/categories/2`, fields)).status).toBe(303)
  })
})

describe('findings', () => {
  it('warn beside the item and offer the other way', async () => {
    const { browser, applicationId } = await drafting(portal)
    const page = `/applications/${applicationId}/categories/2`
    const hours = Object.fromEntries(
      [2023, 2024, 2025].flatMap((year) => [
        [`2-1.${year}.month`, year === 2024 ? '46.5' : '38'],
        [`2-1.${year}.year`, '312']
      ])
    )
    await browser.post(page, { version: '1', 'mark.2-1': 'checked', '2-1.basis': 'busiest', ...hours })
    const { body } = await browser.get(page)
    expect(body).toMatch(/data-finding="2-1" data-tone="warning">/)
    expect(body).toContain('2024年の46.5時間は、月45時間を超えています。')
    expect(body).toMatch(/<p data-finding-change[^>]*><a href="#2-1\.basis-2"/)
    expect(body).toContain('id="2-1.basis-2"')
    await expectValidHtml(body)
  })

  it('compare with the average of the company’s industry', async () => {
    const { browser, applicationId } = await drafting(portal, { industry: 'M' })
    const page = `/applications/${applicationId}/categories/4`
    await browser.post(page, { version: '1', 'mark.4-1': 'checked', '4-1.men': '6', '4-1.women': '２' })
    const { body } = await browser.get(page)
    expect(body).toContain('女性管理職の割合が業種別平均を超えています。')
    expect(body).toContain('>25.0%</output>')
  })

  it('keep a usage record in sight that contradicts 「-」', async () => {
    const { browser, applicationId } = await drafting(portal)
    const page = `/applications/${applicationId}/categories/4`
    await browser.post(page, {
      version: '1',
      'mark.4-3': 'not_applicable',
      '4-3.rows.0.year': '2024',
      '4-3.rows.0.men': '1'
    })
    const { body } = await browser.get(page)
    expect(body).toContain('「-」と利用実績が食い違っています。')
    expect(body).toMatch(/data-when="always"[\s\S]*id="4-3\.rows\.0\.year"/)
  })
})

describe('two people at one category', () => {
  const begin = async () => {
    const people = await drafting(portal)
    const page = `/applications/${people.applicationId}/categories/1`
    await people.colleague.post(page, { version: '1', 'mark.1-1': 'checked', '1-1.text': '社長が朝礼で宣言した' })
    return { ...people, page }
  }
  const typed = { version: '1', 'mark.1-1': 'checked', '1-1.text': 'ホームページで宣言した' }

  it('are told, and the later one sees both texts', async () => {
    const { browser, page, applicationId } = await begin()
    const answer = await browser.post(page, typed)
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('人事 次郎さんが10時00分に、別の画面でこのページを保存しました')
    expect(answer.body).toContain('社長が朝礼で宣言した')
    expect(answer.body).toMatch(/<textarea[^>]*id="1-1\.text"[^>]*>ホームページで宣言した/)
    expect(answer.body).toContain('name="version" value="2"')
    await expectValidHtml(answer.body)
    expect(await storedSection(portal, applicationId, 'category-1')).toMatchObject({ version: 2 })
  })

  it('can save knowingly afterwards', async () => {
    const { browser, page, applicationId } = await begin()
    await browser.post(page, typed)
    expect((await browser.post(page, { ...typed, version: '2' })).status).toBe(303)
    expect(await storedSection(portal, applicationId, 'category-1')).toMatchObject({
      version: 3,
      data: { evidence: { '1-1': { text: 'ホームページで宣言した' } } }
    })
  })

  it('do not conflict when they say the same, nor does a form sent twice', async () => {
    const { browser, page, applicationId } = await begin()
    const same = { ...typed, '1-1.text': '社長が朝礼で宣言した' }
    expect((await browser.post(page, same)).status).toBe(303)
    expect((await browser.post(page, same)).status).toBe(303)
    expect(await storedSection(portal, applicationId, 'category-1')).toMatchObject({ version: 2 })
  })

  it('let one of two saves at the same moment win', async () => {
    const people = await drafting(portal)
    const page = `/applications/${people.applicationId}/categories/7`
    const answers = await Promise.all(
      [people.browser, people.colleague].map((browser, index) =>
        browser.post(page, { version: '1', 'mark.7-2': 'checked', '7-2.text': `入力${index}` })
      )
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
  })
})

describe('the page’s own script', () => {
  const json = { accept: 'application/json' }

  it('is told version and time, what is wrong, and who was faster', async () => {
    const { browser, colleague, applicationId } = await drafting(portal)
    const page = `/applications/${applicationId}/categories/4`
    const saved = await browser.post(page, { version: '1', 'mark.4-1': 'checked', '4-1.men': '6' }, json)
    expect([saved.status, saved.json()]).toEqual([
      200,
      { saved: { version: 2, savedAt: '2026-11-21T01:00:00.000Z' }, problems: [] }
    ])
    const wrong = await browser.post(page, { version: '2', 'mark.4-1': 'checked', '4-1.men': '六' }, json)
    expect([wrong.status, wrong.json()]).toMatchObject([
      422,
      { saved: { version: 3 }, problems: [{ field: '4-1.men' }] }
    ])
    const late = await colleague.post(page, { version: '1', 'mark.4-1': 'unchecked' }, json)
    expect([late.status, late.json()]).toEqual([409, { conflict: { savedBy: '総務 花子', savedAt: '10時00分' } }])
    const long = await browser.post(page, { version: '3', '4-1.target': '長'.repeat(2001) }, json)
    expect([long.status, long.json()]).toMatchObject([422, { saved: null, problems: [{ field: '4-1.target' }] }])
  })

  it('is told that the session has ended or the application is closed', async () => {
    const { browser, applicationId } = await drafting(portal)
    const page = `/applications/${applicationId}/categories/1`
    expect((await portal.visitor().post(page, { version: '1' }, json)).status).toBe(401)
    await moveTo(portal, applicationId, 'submitted')
    const closed = await browser.post(page, { version: '1' }, json)
    expect([closed.status, closed.json()]).toEqual([409, { closed: { label: '受付' } }])
  })
})

it('a page that does not exist tells who is signed in that nothing was lost, and leads home', async () => {
  const { browser } = await drafting(portal)
  const { status, body } = await browser.get('/applications/no-such-page')
  expect(status).toBe(404)
  expect(body).toContain('そのまま残っています')
  expect(body).toContain('<a href="/company">「申請と認定」へ戻る</a>')
  await expectValidHtml(body)
})

describe('an application that is not edited', () => {
  it('shows its status instead of the form, and keeps nothing', async () => {
    const { browser, applicationId } = await drafting(portal)
    const page = `/applications/${applicationId}/categories/1`
    await moveTo(portal, applicationId, 'screening')
    expect((await browser.get(page)).location).toBe(`/applications/${applicationId}/status`)
    const answer = await browser.post(page, { version: '1', 'mark.1-1': 'checked', '1-1.text': '遅れて届いた文章' })
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('この申請は「確認中」のため')
    expect(answer.body).toContain('遅れて届いた文章')
    await expectValidHtml(answer.body)
    expect(await storedSection(portal, applicationId, 'category-1')).toMatchObject({ version: 1 })
  })

  it('can be edited again once it is returned', async () => {
    const { browser, applicationId } = await drafting(portal)
    await moveTo(portal, applicationId, 'returned')
    const answer = await browser.post(`/applications/${applicationId}/categories/1`, {
      version: '1',
      'mark.1-1': 'checked'
    })
    expect(answer.status).toBe(303)
  })
})
