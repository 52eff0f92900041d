import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editions, itemsOf, itemText } from '../../src/checklist/index.ts'
import { guideSlugs, guides } from '../../src/guides/guide.ts'
import { latestRevision } from '../../src/guides/guide-store.ts'
import { paths } from '../../src/paths.ts'
import { asaka } from '../../src/scheme/scheme.ts'
import { accountOf, meetingOn } from '../committee/meeting-of-cases.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { official } from '../support/cases.ts'
import { expectValidHtml } from '../support/html.ts'

let portal: TestApp
let desk: Browser
let email: string
beforeAll(async () => {
  portal = await openTestApp()
  email = await official(portal.context, 'secretariat', '案内 花子')
  desk = await portal.signIn(email)
})
afterAll(() => portal.close())

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const textIn = (body: string): string => body.match(/<div class="guide">[\s\S]*?<\/div>/)?.[0] ?? ''
const basisOf = (body: string): string => body.match(/name="basis" value="([^"]*)"/)?.[1] ?? ''

describe.each(guideSlugs)('the guide %s', (slug) => {
  it('stands for everybody, filled in, with the way to the others', async () => {
    const page = await portal.visitor().get(paths.guide(slug))
    expect(page.status).toBe(200)
    expect(page.body).toContain(`<h1>${guides[slug].title}</h1>`)
    expect(textIn(page.body)).not.toMatch(/[{}]|undefined|null/)
    for (const other of guideSlugs) expect(page.body).toContain(`href="${paths.guide(other)}"`)
    expect(page.body).toContain(`<link rel="canonical" href="${portal.context.baseUrl}${paths.guide(slug)}"`)
    await expectValidHtml(page.body)
  })
})

describe('the guides', () => {
  it('tell the standard in the official wording of the edition, every item of every category', async () => {
    const { body } = await portal.visitor().get(paths.guide('standard'))
    for (const item of itemsOf(editions['asaka-2023'])) {
      expect(body).toContain(`<th scope="row" data-label="番号">${item.code}</th>`)
      expect(body).toContain(escaped(itemText(item, 2025)))
      if (item.note !== undefined) expect(body).toContain(escaped(item.note))
    }
    expect(body.match(/項目以上<\/strong>に当てはまると合格です/g)).toHaveLength(7)
  })

  it('give questions and answers to search engines', async () => {
    const { body } = await portal.visitor().get(paths.guide('faq'))
    const [, json = '{}'] = body.match(/<script type="application\/ld\+json">(.*?)<\/script>/) ?? []
    const data = JSON.parse(json)
    expect(data['@type']).toBe('FAQPage')
    expect(data.mainEntity.length).toBeGreaterThan(12)
    for (const { name, acceptedAnswer } of data.mainEntity) {
      expect(body).toContain(`${escaped(name)}</h3>`)
      expect(acceptedAnswer.text.length).toBeGreaterThan(5)
    }
  })

  it('name the next meeting and by when to apply for it, while that can be said', async () => {
    const page = async () => textIn((await portal.visitor().get(paths.guide('procedure'))).body)
    expect(await page()).toContain('日程は、決まりしだい')
    await meetingOn(portal.context, '2026-12-22', await accountOf(portal.context, email))
    expect(await page()).toContain('令和8年12月22日（火）です。令和8年12月1日（火）までに申請いただくと')
    portal.setNow('2026-12-02T09:00:00+09:00')
    expect(await page()).toContain('これから申請いただく場合は、その次の会議')
    portal.setNow('2026-11-21T10:00:00+09:00')
  })

  it('are kept by browsers until they change', async () => {
    const first = await portal.visitor().get(paths.guide('contact'))
    const again = await portal.visitor().get(paths.guide('contact'), { 'if-none-match': String(first.headers.etag) })
    expect([again.status, again.body]).toEqual([304, ''])
  })

  it('do not exist under other names', async () => {
    for (const slug of ['nothing', 'constructor', '__proto__', 'FAQ'])
      expect((await portal.visitor().get(paths.guide(slug))).status).toBe(404)
  })

  it('lead the secretariat to the editor, a company to its own pages', async () => {
    expect((await desk.get(paths.guide('faq'))).body).toContain(`href="${paths.guideSetting('faq')}"`)
    const company = await portal.signIn('guide-reader@example.jp')
    expect((await company.get(paths.guide('faq'))).body).toContain(
      `class="button button--secondary" href="${paths.company}"`
    )
  })
})

const url = paths.guideSetting('contact')
const own = '## 窓口\n\n{{担当課}}（市役所2階）へ。**土日**はお休みです。\n\n<script>alert(1)</script>'
const save = async (parts: Readonly<Record<string, string>> = {}) => {
  const { body } = await desk.get(url)
  return desk.post(url, { body: own, basis: basisOf(body), step: 'save', ...parts })
}
const latest = () => latestRevision(portal.context.db, 'contact')

describe('the list of guides', () => {
  it('names every guide and whose text it has, beside the letters', async () => {
    const { status, body } = await desk.get(paths.guideSettings)
    expect(status).toBe(200)
    for (const slug of guideSlugs) expect(body).toContain(`href="${paths.guideSetting(slug)}">${guides[slug].title}<`)
    expect(body).toContain(`href="${paths.letterSettings}"`)
    expect((await desk.get(paths.letterSettings)).body).toContain(`href="${paths.guideSettings}"`)
    await expectValidHtml(body)
  })
})

describe('a text that is tried', () => {
  it('is shown as it would be, and not saved', async () => {
    const answer = await save({ step: 'check' })
    expect(answer.status).toBe(200)
    expect(answer.body).toContain('まだ保存していない文面')
    expect(textIn(answer.body)).toContain(`${asaka.secretariat.section}（市役所2階）へ。<strong>土日</strong>`)
    expect(answer.body).not.toContain('<script>alert')
    await expectValidHtml(answer.body)
    expect(await latest()).toBeNull()
  })
})

describe('a text that is saved', () => {
  it('is public at once, stays in the history, and can be given up for the standard', async () => {
    const answer = await save()
    expect([answer.status, answer.location]).toEqual([303, url])
    const page = await portal.visitor().get(paths.guide('contact'))
    expect(page.body).toContain('（市役所2階）へ。')
    expect(page.body).toContain('最終更新　令和8年11月21日')
    expect(page.body).not.toContain('<script>alert')
    await expectValidHtml(page.body)
    const setting = await desk.get(url)
    for (const words of ['文面を保存しました', 'いまは市の文面です', '案内 花子', '市の文面を保存しました'])
      expect(setting.body).toContain(words)
    expect((await desk.get(paths.guideSettings)).body).toMatch(/市の文面（令和8年11月21日/)

    const back = await desk.post(paths.standardGuide('contact'), { basis: basisOf(setting.body) })
    expect([back.status, back.location]).toEqual([303, url])
    const after = await desk.get(url)
    expect(after.body).toContain('いまは標準の文面です')
    expect(after.body).toContain('標準の文面に戻しました')
    await expectValidHtml(after.body)
    expect((await portal.visitor().get(paths.guide('contact'))).body).not.toContain('市役所2階')
  })

  it.each([
    ['', '本文を入力してください'],
    [' \n\t ', '本文を入力してください'],
    ['あ'.repeat(20_001), '本文は20,000文字以内で入力してください（いまは20,001文字）'],
    ['ベル\u0007', '使えない文字（制御文字）'],
    ['{{理由}}', '「{{理由}}」は使えません'],
    ['{{市名', '閉じていない'],
    ['> '.repeat(4000), '入れ子が深すぎる']
  ])('is refused with 422 where it is %.20j, with what was typed kept', async (body, message) => {
    const before = await latest()
    const answer = await save({ body })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(message)
    expect(answer.body).toContain('href="#body"')
    expect(answer.body).toContain('<title>エラー：')
    expect(answer.body).toContain(escaped(body.slice(0, 100)).trimEnd())
    await expectValidHtml(answer.body)
    expect(await latest()).toEqual(before)
  })

  it('never overwrites what a colleague saved meanwhile', async () => {
    const stale = basisOf((await desk.get(url)).body)
    await save({ body: '先に保存した文面' })
    for (const [target, fields] of [
      [url, { body: '後から保存する文面', basis: stale, step: 'save' }],
      [paths.standardGuide('contact'), { basis: stale }]
    ] as const) {
      const answer = await desk.post(target, fields)
      expect(answer.status).toBe(409)
      expect(answer.body).toContain('別の画面で先に保存されたため、まだ保存していません')
      await expectValidHtml(answer.body)
    }
    expect((await latest())?.body).toBe('先に保存した文面')
  })

  it('is saved once when two save at the same time', async () => {
    const basis = basisOf((await desk.get(url)).body)
    const answers = await Promise.all(['一', '二', '三'].map((body) => desk.post(url, { body, basis, step: 'save' })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409, 409])
  })
})

describe('the standard text', () => {
  it('cannot be returned to where it stands already', async () => {
    const answer = await desk.post(paths.standardGuide('faq'), { basis: '' })
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('すでに標準の文面です')
  })

  it('is of no guide that does not exist', async () => {
    for (const target of [paths.guideSetting('nothing'), paths.standardGuide('nothing')])
      expect((await desk.post(target, { body: own, basis: '' })).status).toBe(404)
  })
})
