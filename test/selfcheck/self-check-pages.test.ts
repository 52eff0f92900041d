import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { currentEdition, editions, encodeMarks, itemsOf, itemText, type Marks } from '../../src/checklist/index.ts'
import { paths } from '../../src/paths.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import type { Answer } from '../support/browser.ts'
import { official } from '../support/cases.ts'
import { expectValidHtml } from '../support/html.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())

const codeOf = (marks: Marks, complies = false): string => encodeMarks({ edition: currentEdition, marks, complies })
const get = (url: string): Promise<Answer> => portal.visitor().get(url)
const resultUrl = (marks: Marks, complies = false): string => `${paths.selfCheckResult}?c=${codeOf(marks, complies)}`

const whole = { '1-1': 'checked', '5-1': 'checked', '5-2': 'checked', '7-2': 'checked' } as const
const nearly = { '1-1': 'checked', '2-1': 'unchecked', '4-3': 'not_applicable', '7-2': 'checked' } as const

describe('the self-check', () => {
  it('asks all items of the current sheet in their official wording, with what counts', async () => {
    const { status, body } = await get(paths.selfCheck)
    expect(status).toBe(200)
    await expectValidHtml(body)
    for (const item of itemsOf(currentEdition)) {
      expect(body).toContain(itemText(item, 2025).replaceAll('&', '&amp;'))
      expect(body).toContain(item.hint)
    }
    expect(body.match(/type="radio"/g)).toHaveLength(23 * 3 + 2)
    expect(body.match(/value="not_applicable"/g)).toHaveLength(2)
    expect(body).toContain('ノー残業デーの実施')
    expect(body).toContain('関係法令（労働基準法、育児・介護休業法など）を遵守している')
  })

  it('can be kept and found by everybody while it holds no answers', async () => {
    const page = await get(paths.selfCheck)
    expect(page.headers).toMatchObject({ 'cache-control': 'public, max-age=0, must-revalidate' })
    expect(page.body).toContain('<meta name="description"')
    expect(page.body).not.toContain('noindex')
    const again = await portal.visitor().get(paths.selfCheck, { 'if-none-match': String(page.headers.etag) })
    expect(again.status).toBe(304)
    expect((await get(`${paths.selfCheck}?utm_source=mail`)).status).toBe(200)
  })

  it('is in the public navigation, on the sign-in page and before the first application', async () => {
    for (const url of [paths.home, paths.signIn]) expect((await get(url)).body).toContain(`href="${paths.selfCheck}"`)
    const newcomer = await portal.signIn('newcomer@selfcheck.example.jp')
    expect((await newcomer.get(paths.company)).body).toContain(`href="${paths.selfCheck}"`)
  })

  it('without a script goes on to the next category with the answers in the address, and counts anew', async () => {
    const sent = await get(`${paths.selfCheck}?mark.1-1=checked&mark.1-2=&go=2`)
    expect([sent.status, sent.location]).toEqual([
      303,
      `${paths.selfCheck}?c=${codeOf({ '1-1': 'checked' })}&at=2#category-2`
    ])
    expect(sent.headers['cache-control']).toBe('no-store')
    const { body, headers } = await get(sent.location ?? '')
    await expectValidHtml(body)
    expect(headers['cache-control']).toBe('no-store')
    expect(body).toContain('noindex')
    expect(body).toContain('23項目のうち1項目に回答')
    expect(body.match(/<details class="check"[^>]* open/g)).toHaveLength(1)
    expect(body).toMatch(/id="category-2" data-passed="false" open/)
    expect(body).toMatch(/id="category-1" data-passed="true"/)
    expect(body).toMatch(/name="mark.1-1" value="checked" checked/)
  })

  it.each([
    ['result', `${paths.selfCheckResult}?c=`],
    ['condition', `${paths.selfCheck}?c=`],
    ['', `${paths.selfCheck}?c=`],
    ['constructor', `${paths.selfCheck}?c=`]
  ])('leads on from the button "%s"', async (go, begins) => {
    const { status, location } = await get(`${paths.selfCheck}?mark.7-2=checked&complies=yes&go=${go}`)
    expect(status).toBe(303)
    expect(location?.startsWith(`${begins}${codeOf({ '7-2': 'checked' }, true)}`)).toBe(true)
  })

  it('opens the first category with open questions; when there are none, all are closed', async () => {
    const first = Object.fromEntries(['1-1', '1-2'].map((code) => [code, 'unchecked' as const]))
    const all = Object.fromEntries(itemsOf(currentEdition).map(({ code }) => [code, 'unchecked' as const]))
    expect((await get(`${paths.selfCheck}?c=${codeOf(first)}`)).body).toMatch(/id="category-2"[^>]* open/)
    expect((await get(`${paths.selfCheck}?c=${codeOf(all)}`)).body).not.toMatch(/<details class="check"[^>]* open/)
  })

  it('puts an answer that no page offers back to open, keeps the others and says so', async () => {
    const { status, body } = await get(`${paths.selfCheck}?mark.1-1=checked&mark.1-2=x&mark.2-1=a&mark.2-1=b&go=result`)
    expect(status).toBe(422)
    await expectValidHtml(body)
    expect(body).toContain('<title>エラー：')
    expect(body).toContain('項目1-2、2-1の答えを「まだ分からない」に戻しました')
    expect(body).toMatch(/name="mark.1-1" value="checked" checked/)
  })
})

describe('the result', () => {
  it('of who meets the standard says so, what will be asked, and leads into an application', async () => {
    const { status, body, headers } = await get(resultUrl(whole, true))
    expect(status).toBe(200)
    await expectValidHtml(body)
    expect(headers['cache-control']).toBe('no-store')
    expect(body).toContain('noindex')
    expect(body).toContain('認定基準を満たす見込みです')
    expect(body).not.toContain('いちばんの近道')
    expect(body).toContain('「理念の概要」を、短い文章で書きます。')
    expect(body).toContain(`href="${paths.selfCheckApplication}?c=${codeOf(whole, true)}"`)
  })

  it('of who does not yet shows the shortest way and the items that are on it', async () => {
    const { body } = await get(resultUrl(nearly))
    await expectValidHtml(body)
    expect(body).toContain('あと2項目で、認定基準に届きます')
    expect(body).toContain('いちばんの近道')
    expect(body).toContain('まだチェックがありません')
    expect(body).toContain('対象者がいない「-」')
  })

  it('says where the two ways to count 「-」 part', async () => {
    const marks = { '4-1': 'checked', '4-2': 'checked', '4-3': 'not_applicable' } as const
    expect((await get(resultUrl(marks))).body).toContain('「女性活躍の推進」は合格になりません')
  })

  it('holds a link, in words and as a picture, with marks and nothing else', async () => {
    const { body } = await get(`${resultUrl(nearly)}&name=secret&at=3`)
    const link = body.match(/id="link"[^>]*value="([^"]*)"/)?.[1] ?? ''
    expect(link).toBe(`${portal.context.baseUrl}${resultUrl(nearly)}`)
    expect(body).toMatch(/<svg class="qr-code"[^>]*aria-label="この結果を開くQRコード"/)
    expect(body).not.toContain('secret')
  })

  it('is not an invitation to apply for officials', async () => {
    const browser = await portal.signIn(await official(portal.context, 'secretariat', '産業 花子'))
    const { status, body } = await browser.get(resultUrl(whole))
    expect(status).toBe(200)
    expect(body).not.toContain('この内容で申請をはじめる')
  })
})

const old = encodeMarks({ edition: editions['asaka-2020'], marks: { '1-1': 'checked' }, complies: false })
const unknown = encodeMarks({
  edition: { ...currentEdition, introducedInFiscalYear: 2029 },
  marks: {},
  complies: false
})
const hostile = [
  '',
  'x',
  `${codeOf(whole)}0`,
  codeOf(whole).slice(0, -1),
  'x'.repeat(10_000),
  encodeURIComponent('😀'.repeat(500)),
  'constructor',
  '__proto__',
  encodeURIComponent('<script>alert(1)</script>'),
  encodeURIComponent("' or 1=1 --"),
  '%00',
  '%E0%A4%A'
]

describe('a link', () => {
  it.each([paths.selfCheck, paths.selfCheckResult])('of the sheet of 2020 is carried over at %s', async (path) => {
    const { status, body } = await get(`${path}?c=${old}`)
    expect(status).toBe(200)
    await expectValidHtml(body)
    expect(body).toContain('リンクから、答えを移しました')
  })

  it.each([paths.selfCheck, paths.selfCheckResult])('of a sheet that is not known begins anew at %s', async (path) => {
    const { status, body } = await get(`${path}?c=${unknown}`)
    expect(status).toBe(422)
    await expectValidHtml(body)
    expect(body).toContain('別のチェックシートのものです')
  })

  it.each(hostile.map((code) => ({ code, shown: code.slice(0, 30) })))(
    'that nobody made is answered with kind words: $shown',
    async ({ code }) => {
      for (const path of [paths.selfCheck, paths.selfCheckResult]) {
        const { status, body } = await get(`${path}?c=${code}`)
        expect([path, status]).toEqual([path, 422])
        expect(body).toContain('リンクから答えを読み取れませんでした')
        expect(body).not.toContain('<script>alert')
        await expectValidHtml(body)
      }
    }
  )

  it.each([
    `c=${codeOf(whole)}&c=${codeOf(nearly)}`,
    `c[]=${codeOf(whole)}`,
    `c[constructor]=1`,
    '__proto__=1&constructor=2',
    '__proto__[c]=1',
    'mark.__proto__=checked',
    'mark.9-9=checked&mark.constructor=1'
  ])('with odd names or lists is answered: %s', async (query) => {
    for (const path of [paths.selfCheck, paths.selfCheckResult]) {
      const { status } = await get(`${path}?${query}`)
      expect([path, [200, 303, 422].includes(status)]).toEqual([path, true])
    }
  })

  it('without answers leads to the questions', async () => {
    const { status, body } = await get(paths.selfCheckResult)
    expect(status).toBe(422)
    expect(body).toContain('リンクに答えが入っていません')
  })
})

it('stores nothing and logs no answers', async () => {
  const logged = await openTestApp({ env: { LOG_LEVEL: 'info' } })
  const code = codeOf(nearly, true)
  await logged.visitor().get(`${paths.selfCheckResult}?c=${code}`)
  await logged.visitor().get(`${paths.selfCheck}?mark.1-1=checked&go=2`)
  expect(logged.log()).toContain(paths.selfCheckResult)
  expect(logged.log()).not.toContain(code)
  expect(logged.log()).not.toContain('mark.1-1')
  await logged.close()
})
