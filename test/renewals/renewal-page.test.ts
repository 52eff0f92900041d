import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sectionsOf } from '../../src/applications/section-store.ts'
import { answersIn } from '../../src/applications/sections.ts'
import { paths } from '../../src/paths.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import type { Answer, Browser } from '../support/browser.ts'
import { cheapestEvidence, cheapestMarks, submittedCase } from '../support/cases.ts'
import { draftCase } from '../support/drafts.ts'
import { expectValidHtml } from '../support/html.ts'
import { formOf } from '../support/posted-form.ts'
import { type RenewableParts, renewableCase } from '../support/renewable.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())
beforeEach(() => portal.setNow(testNow))

const withFigures = {
  marks: { ...cheapestMarks, '4-1': 'checked', '4-3': 'checked' },
  evidence: {
    ...cheapestEvidence,
    '4-1': { target: '管理職の3割を女性に', men: '4', women: '2' },
    '4-3': { 'rows.0.year': '2021', 'rows.0.men': '1', 'rows.0.women': '3' }
  }
} as const satisfies RenewableParts

type Renewing = { readonly browser: Browser; readonly id: string; readonly url: string; readonly page: Answer }

const renewing = async (parts: RenewableParts = {}): Promise<Renewing> => {
  const one = await renewableCase(portal.context, parts)
  const browser = await portal.signIn(one.email)
  const url = (await browser.post(paths.renewals)).location ?? ''
  const [, id = ''] = url.match(/^\/applications\/([^/]+)\/renewal$/) ?? []
  return { browser, id, url, page: await browser.get(url) }
}

const stored = async (id: string) => answersIn(await sectionsOf(portal.context.db, id))

/** The part of the page that is about one item. */
const itemIn = ({ body }: Answer, code: string): string =>
  body.match(new RegExp(`<section class="item renewal-item" id="item-${code}"[\\s\\S]*?</section>`))?.[0] ?? ''

describe('the page of a renewal', () => {
  it('shows what stands as 変更なし with its entries, and blanks for figures with last time beside them', async () => {
    const { page } = await renewing({ ...withFigures, files: { '1-1': '宣言.pdf' } })
    expect(page.status).toBe(200)
    await expectValidHtml(page.body)
    const [vision, women, leave] = [itemIn(page, '1-1'), itemIn(page, '4-1'), itemIn(page, '4-3')]
    expect(vision).toContain('変更なし')
    expect(vision).toContain('<dd>イクボス宣言を行い、社内に掲示している。</dd>')
    expect(vision).toContain('宣言.pdf')
    expect(vision).toContain('令和5年10月18日に提出')
    expect(women).toContain('男性')
    expect(women).toContain('name="4-1.men"')
    expect(women).not.toContain('value="4"')
    expect(women).toMatch(/前回の[^<]*<\/dt><dd><ul><li>[^<]*4人/)
    expect(leave).toContain('2021年')
    expect(leave).not.toMatch(/<option[^>]*selected[^>]*value="2021"/)
    expect(page.body).toContain('認定期間は令和9年1月15日に終わります（あと55日）')
  })

  it('keeps every change behind a native disclosure, closed where nothing is to be done', async () => {
    const { page } = await renewing()
    expect(itemIn(page, '1-1')).toMatch(/<details class="disclosure"><summary>/)
    expect(itemIn(page, '1-1')).toContain('>1-1を</span>変更する')
    expect(itemIn(page, '2-2')).toContain('当てはまらない')
  })

  it('marks what is new on the sheet and what is asked in other words', async () => {
    const { page } = await renewing({
      edition: 'asaka-2020',
      marks: { '1-1': 'checked', '4-1': 'checked' },
      evidence: { '1-1': { text: '理念を掲げている。' } },
      declarations: {}
    })
    await expectValidHtml(page.body)
    expect(itemIn(page, '1-1')).toContain('変更なし')
    expect(itemIn(page, '5-2')).toContain('書き方が変わりました。確認してください')
    expect(itemIn(page, '5-2')).toContain('<details class="disclosure" open')
    expect(itemIn(page, '7-1')).toContain('新規項目')
  })

  it('is an empty sheet, opened, where the paper was never entered', async () => {
    const { page } = await renewing({ edition: 'asaka-2020', withoutSheet: true })
    await expectValidHtml(page.body)
    expect(page.body).toContain('前回の認定の申請書が登録されていないため')
    expect(page.body).not.toContain('変更なし')
    expect(page.body.match(/<details class="disclosure" open/g)?.length).toBe(24)
  })

  it('holds the sheet of 2020 too, without a forecast', async () => {
    const { scheme } = portal.context
    Object.assign(scheme, { oldEditionYears: 9 })
    try {
      const { page, browser, url } = await renewing({
        edition: 'asaka-2020',
        marks: { '1-1': 'checked' },
        evidence: { '1-1': { text: '理念を掲げている。' } }
      })
      expect(page.status).toBe(200)
      await expectValidHtml(page.body)
      expect(page.body).not.toContain('合格見込み')
      expect((await browser.post(url, formOf(page.body, url, { destination: 'next' }))).status).toBe(303)
    } finally {
      Object.assign(scheme, { oldEditionYears: 0 })
    }
  })

  it('says what was not accepted last time', async () => {
    const { page } = await renewing({ rejected: ['5-2'] })
    expect(itemIn(page, '5-2')).toContain('前回の認定では認められなかったため')
    expect(itemIn(page, '5-2')).toContain('テレワークを導入している。</textarea>')
  })

  it('is where every page of an initial application leads', async () => {
    const { browser, id, url } = await renewing()
    for (const path of [paths.application(id), paths.category(id, 3), paths.declarations(id)])
      expect((await browser.get(path)).location, path).toBe(url)
    expect((await browser.get(paths.applicationStatus(id))).location).toBe(paths.application(id))
    expect((await browser.get(paths.company)).body).toContain(`href="${url}"`)
  })

  it('belongs to the company alone, and to renewals', async () => {
    const { url } = await renewing()
    const other = await draftCase(portal.context)
    const stranger = await portal.signIn(other.email)
    expect((await stranger.get(url)).status).toBe(404)
    expect((await stranger.post(url, { version: '1' })).status).toBe(404)
    expect((await stranger.get(paths.renewal(other.applicationId))).status).toBe(404)
  })
})

describe('saving a renewal', () => {
  it('keeps everything with one form, and leads to the confirmation', async () => {
    const { browser, id, url, page } = await renewing(withFigures)
    const before = await stored(id)
    const posted = formOf(page.body, url, { destination: 'next', '4-1.men': '5', '4-1.women': '３' })
    const saved = await browser.post(url, posted)
    expect([saved.status, saved.location]).toEqual([303, paths.confirmation(id)])
    const after = await stored(id)
    expect(after.evidence['4-1']).toEqual({ target: '管理職の3割を女性に', men: '5', women: '３' })
    expect({ ...after, evidence: { ...after.evidence, '4-1': null } }).toEqual({
      ...before,
      evidence: { ...before.evidence, '4-1': null }
    })
  })

  it('keeps what is incomplete, and shows what was changed as 変更あり', async () => {
    const { browser, id, url, page } = await renewing()
    const changes = { destination: 'page', '1-1.text': '新しい方針', organisationChanged: 'yes' }
    const saved = await browser.post(url, formOf(page.body, url, changes))
    expect([saved.status, saved.location]).toEqual([303, url])
    expect((await stored(id)).renewal).toEqual({ organisationChanged: true, organisationDetail: '' })
    const again = await browser.get(url)
    expect(itemIn(again, '1-1')).toContain('変更あり')
    await expectValidHtml(again.body)
  })

  it('leads on to the files of an item, and to the profile', async () => {
    const { browser, id, url, page } = await renewing()
    const files = await browser.post(url, formOf(page.body, url, { destination: 'files-1-1' }))
    expect(files.location).toBe(paths.itemAttachments(id, '1-1'))
    const profile = await browser.post(url, formOf(page.body, url, { destination: 'profile' }))
    expect(profile.location).toBe(paths.profile)
  })

  it('keeps wrong figures as typed and says what to do', async () => {
    const { browser, id, url, page } = await renewing(withFigures)
    const answer = await browser.post(url, formOf(page.body, url, { destination: 'next', '4-1.men': 'たくさん' }))
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('入力した内容は保存しました。')
    expect(answer.body).toContain('href="#4-1.men"')
    expect(answer.body).toContain('value="たくさん"')
    await expectValidHtml(answer.body)
    expect((await stored(id)).evidence['4-1']?.men).toBe('たくさん')
  })

  it('keeps nothing that cannot be kept, and every value on the page', async () => {
    const { browser, id, url, page } = await renewing()
    const detail = 'あ'.repeat(1001)
    const answer = await browser.post(
      url,
      formOf(page.body, url, { organisationDetail: detail, '1-1.text': '別の方針' })
    )
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('まだ保存していません。')
    expect(answer.body).toContain('href="#organisationDetail"')
    expect(answer.body).toContain(detail)
    expect(answer.body).toContain('別の方針')
    await expectValidHtml(answer.body)
    expect((await stored(id)).evidence['1-1']?.text).toBe(cheapestEvidence['1-1']?.text)
  })

  it('tells the second of two tabs, and keeps what it typed', async () => {
    const { browser, id, url, page } = await renewing()
    await browser.post(url, formOf(page.body, url, { '1-1.text': '先の文章' }))
    const late = await browser.post(url, formOf(page.body, url, { '7-2.text': '後の文章' }))
    expect(late.status).toBe(409)
    expect(late.body).toContain('別の画面で先に保存されたため')
    expect(late.body).toContain('後の文章')
    expect(late.body).toContain('先の文章')
    await expectValidHtml(late.body)
    expect((await stored(id)).evidence['7-2']?.text).toBe(cheapestEvidence['7-2']?.text)
    const twice = await browser.post(url, formOf(late.body, url, {}))
    expect(twice.status).toBe(303)
    expect((await browser.post(url, formOf(late.body, url, {}))).status).toBe(303)
  })

  it('answers the script of the page with the new version', async () => {
    const { browser, url, page } = await renewing()
    const script = { accept: 'application/json' }
    const first = await browser.post(url, formOf(page.body, url, { '1-1.text': '打っている途中' }), script)
    expect(first.json()).toMatchObject({ saved: { version: 10 }, problems: [] })
    const late = await browser.post(url, formOf(page.body, url, { '1-1.text': '別のタブ' }), script)
    expect(late.status).toBe(409)
    expect(late.json()).toMatchObject({ conflict: { savedBy: '総務 花子' } })
  })

  it('is refused once the renewal was sent, and what was typed is shown', async () => {
    const sent = await submittedCase(portal.context)
    expect(
      (await (await portal.signIn(sent.email)).post(paths.renewal(sent.applicationId), { version: '1' })).status
    ).toBe(404)
  })

  it.each([
    ['an unknown field', { 'x-1.text': 'x' }],
    ['an unknown mark', { 'mark.1-1': 'perhaps' }],
    ['「-」 where it does not exist', { 'mark.1-1': 'not_applicable' }],
    ['no version', { version: '' }]
  ])('refuses %s', async (_what, changes) => {
    const { browser, url, page } = await renewing()
    expect((await browser.post(url, formOf(page.body, url, changes))).status).toBe(400)
  })
})
