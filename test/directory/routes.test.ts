import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { shownFields } from '../../src/publicity/shown-field.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import { expectValidHtml } from '../support/html.ts'
import { certifiedCase } from '../support/issued.ts'
import { letShow, say } from '../support/publicity.ts'
import { endFor, type Renewable, renewableCase } from '../support/renewable.ts'

let portal: TestApp
let soft: Renewable
let builder: Renewable
let ended: Renewable

const cardsIn = (body: string): readonly string[] =>
  [...body.matchAll(/<article class="company-card">.*?<a [^>]*>(.*?)<\/a>/gs)].map(([, name]) =>
    (name ?? '').replaceAll(/<[^>]*>/g, '')
  )

/** The companies that fit, without those that are offered besides. */
const foundIn = (body: string): readonly string[] => cardsIn(body.split('条件を一つ外すと')[0] ?? '')

const list = async (query = '') => portal.visitor().get(`/companies${query}`)

beforeAll(async () => {
  portal = await openTestApp()
  const { context } = portal
  soft = await renewableCase(context, {
    profile: { name: '株式会社みのりソフト', nameKana: 'カブシキガイシャミノリソフト', industry: 'G', employees: 26 },
    marks: { '1-1': 'checked', '2-3': 'checked', '2-4': 'checked', '5-1': 'checked', '5-2': 'checked' },
    evidence: {
      '2-3': { measures: ['no_overtime_day'] },
      '5-1': { measures: ['paternity_leave', 'side_jobs'] },
      '5-2': { text: '全員がテレワークを利用できます。' }
    }
  })
  builder = await renewableCase(context, {
    startsOn: '2025-02-01',
    profile: {
      name: '有限会社髙﨑工務店',
      nameKana: 'ユウゲンガイシャタカサキコウムテン',
      industry: 'D',
      employees: 12
    },
    marks: { '3-3': 'checked', '3-2': 'checked', '5-3': 'checked', '5-1': 'checked', '7-2': 'checked' },
    evidence: { '5-1': { measures: ['side_jobs'] }, '7-2': { text: '市民まつりのやぐらを組んでいます。' } }
  })
  ended = await renewableCase(context, { profile: { name: '取消商会' } })
  await endFor(context, ended, 'revoked', '2026-11-01')
})
beforeEach(() => portal.setNow(testNow))
afterAll(() => portal.close())

describe('the directory', () => {
  it('lists who is certified, the newest first, each with one thing it does', async () => {
    const { status, body } = await list()
    expect(status).toBe(200)
    await expectValidHtml(body)
    expect(cardsIn(body)).toEqual(['有限会社髙﨑工務店', '株式会社みのりソフト'])
    expect(body).toContain('テレワークができる環境づくりや、男性の育児休業の取得推進に取り組んでいます。')
    expect(body).not.toContain('取消商会')
    expect(cardsIn((await list('?sort=kana')).body)).toEqual(['有限会社髙﨑工務店', '株式会社みのりソフト'])
  })

  it.each([
    ['?q=残業', ['株式会社みのりソフト']],
    ['?q=高崎', ['有限会社髙﨑工務店']],
    ['?q=タカサキ', ['有限会社髙﨑工務店']],
    ['?q=みのり㈱', ['株式会社みのりソフト']],
    ['?q=育休', ['株式会社みのりソフト']],
    ['?q=在宅勤務+副業', ['株式会社みのりソフト']],
    ['?q=建', ['有限会社髙﨑工務店']],
    ['?q=やぐら', []],
    ['?industry=D', ['有限会社髙﨑工務店']],
    ['?industry=D&q=テレワーク', []],
    ['?category=2', ['株式会社みのりソフト']],
    ['?category=2&category=7', []],
    ['?measure=side-jobs', ['有限会社髙﨑工務店', '株式会社みのりソフト']],
    ['?measure=side-jobs&measure=care', ['有限会社髙﨑工務店']],
    ['?size=21-50', []]
  ])('finds by %s', async (query, names) => {
    const { status, body } = await list(encodeURI(query))
    expect(status).toBe(200)
    expect(foundIn(body)).toEqual(names)
  })

  it('says which condition to drop and offers who is near', async () => {
    const { body } = await list(encodeURI('?industry=D&q=テレワーク'))
    await expectValidHtml(body)
    expect(body).toContain('すべての条件に合う企業はありません')
    expect(body).toContain('「テレワーク」を外して1社を見る')
    expect(body).toContain('条件に近い企業')
    expect(cardsIn(body)).toEqual(['有限会社髙﨑工務店', '株式会社みのりソフト'])
  })

  it.each([
    'あ'.repeat(10_000),
    '%',
    '_%\\',
    '.*+?^$' + '{}()|[]',
    "' or 1=1; drop table companies; --",
    '🍎👨‍👩‍👧',
    '\u0000',
    '\ud800',
    '<script>alert(1)</script>',
    '" onfocus="alert(1)',
    '・・・',
    'a b c d e f g h i j k l'
  ])('takes the search %j kindly', async (q) => {
    const { status, body } = await list(`?q=${encodeURIComponent(q.toWellFormed())}`)
    expect(status).toBe(200)
    await expectValidHtml(body)
    expect(body).not.toContain('<script>alert')
  })

  it.each([
    '?q=a&q=b',
    '?industry=E&industry=G',
    '?after=%00',
    '?category[]=2',
    '?measure=__proto__',
    '?q=%ff%fe',
    '?size[x]=1'
  ])('takes the address %s kindly', async (query) => {
    expect((await list(query)).status).toBe(200)
  })

  it('says when a long search was cut', async () => {
    const { body } = await list(`?q=${'a'.repeat(101)}`)
    expect(body).toContain('はじめの100文字')
    expect((await list(`?q=${encodeURIComponent('・')}`)).body).toContain('記号や空白だけでは探せません')
  })

  it('is kept by browsers until something changes', async () => {
    const first = await list()
    const tag = String(first.headers.etag)
    const again = await portal.visitor().get('/companies', { 'if-none-match': tag })
    expect([again.status, again.body]).toEqual([304, ''])
    await letShow(portal.context, soft, ['size'])
    const changed = await portal.visitor().get('/companies', { 'if-none-match': tag })
    expect(changed.status).toBe(200)
    expect(changed.body).toContain('情報通信業・21〜50人')
    expect(foundIn((await list('?size=21-50')).body)).toEqual(['株式会社みのりソフト'])
    const secretariat = await portal.signIn((await certifiedCase(portal.context)).email)
    expect((await secretariat.get('/companies')).headers['cache-control']).toBe('no-store')
  })
})

describe('the page of a company', () => {
  it('tells what it does, links outside, and is described for machines', async () => {
    await letShow(portal.context, builder, [...shownFields], 'https://jobs.example.jp/?a=1&b=2')
    await say(portal.context, builder, { words: '現場は<午後5時>で終わりです。' })
    const { status, body } = await portal.visitor().get(`/companies/${builder.certificationNumber}`)
    expect(status).toBe(200)
    await expectValidHtml(body)
    for (const text of [
      '休暇の取得促進に力を入れています。',
      '現場は&lt;午後5時>で終わりです。',
      '市民まつりのやぐらを組んでいます。',
      '令和7年2月1日から',
      '求人情報を見る<span class="outside">（外部サイト）</span>',
      'rel="noopener external"',
      'href="https://jobs.example.jp/?a=1&amp;b=2"',
      `<link rel="canonical" href="${portal.context.baseUrl}/companies/${builder.certificationNumber}"`
    ])
      expect(body).toContain(text)
    const data = [...body.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, json]): unknown =>
      JSON.parse(json ?? '')
    )
    expect(data).toEqual([
      expect.objectContaining({
        '@type': 'LocalBusiness',
        name: '有限会社髙﨑工務店',
        award: expect.stringContaining(`（第${builder.certificationNumber}号）`)
      }),
      expect.objectContaining({ '@type': 'BreadcrumbList' })
    ])
  })

  it('never shows whom to ask, who stands for it, how many took leave, or files, on any page', async () => {
    const planted = {
      contactName: 'ひみつ花子',
      contactEmail: 'himitsu@secret.example.jp',
      contactPhone: '099-999-9999',
      representativeName: 'ひみつ太郎',
      representativeTitle: 'ひみつ役',
      postalCode: '999-9999',
      employees: 27_183
    }
    const usage = { 'rows.0.year': '2022', 'rows.0.men': '31415', 'rows.0.women': '92653', 'rows.0.people': '58979' }
    const secret = await renewableCase(portal.context, {
      profile: { name: '秘密の会社', ...planted },
      declarations: {
        legal_compliance: { declared: true, detail: '' },
        kurumin: { declared: true, detail: 'ひみつ区分' }
      },
      marks: {
        '1-2': 'checked',
        '4-1': 'checked',
        '4-3': 'checked',
        '4-4': 'checked',
        '5-3': 'checked',
        '7-1': 'checked'
      },
      evidence: {
        '1-2': { text: 'ひみつ課' },
        '4-1': { target: 'ひみつ目標', men: '31415', women: '92653' },
        '4-3': usage,
        '4-4': usage,
        '5-3': { ...usage, text: 'ひみつ制度' },
        '7-1': { goals: ['5'], description: '', published: 'ひみつ掲示板' }
      },
      files: { '4-3': 'ひみつ.pdf' }
    })
    await letShow(portal.context, secret, [...shownFields])
    const pages = [
      `/companies/${secret.certificationNumber}`,
      '/companies',
      '/companies/feed.atom',
      '/companies?q=ひみつ'
    ]
    for (const path of pages) {
      const { body } = await portal.visitor().get(encodeURI(path))
      for (const value of ['31415', '92653', '58979', '27183', '27,183', '099-999', '999-9999', 'secret.example'])
        expect(body).not.toContain(value)
      expect(body.replaceAll('「ひみつ」', '').replaceAll('value="ひみつ"', '')).not.toContain('ひみつ')
    }
  })

  it('links to the verification of the certificate in force, and to none where it is on paper', async () => {
    const { context } = portal
    expect((await portal.visitor().get(`/companies/${builder.certificationNumber}`)).body).not.toContain('/verify/')
    const issued = await certifiedCase(context, { startsOn: '2026-11-01' })
    const { body } = await portal.visitor().get(`/companies/${issued.number}`)
    const [link] = body.match(/\/verify\/[A-Z0-9-]+/) ?? []
    expect((await portal.visitor().get(link ?? '')).body).toContain('有効な認定証です')
  })

  it('is gone with all it showed when the certification ends, and was never there for other numbers', async () => {
    const { status, body } = await portal.visitor().get(`/companies/${ended.certificationNumber}`)
    expect(status).toBe(410)
    await expectValidHtml(body)
    expect(body).not.toContain('取消商会')
    expect(body).toContain('noindex')
    for (const number of ['99999', '0', '01', '1e3', '-1', 'x', '%00', '9'.repeat(30)])
      expect((await portal.visitor().get(`/companies/${number}`)).status).toBe(404)
    portal.setNow('2023-12-01T10:00:00+09:00')
    expect((await portal.visitor().get(`/companies/${soft.certificationNumber}`)).status).toBe(404)
    portal.setNow('2028-12-01T10:00:00+09:00')
    expect((await portal.visitor().get(`/companies/${soft.certificationNumber}`)).status).toBe(410)
    portal.setNow('2035-12-01T10:00:00+09:00')
    const { body: nobody } = await list()
    expect(nobody).toContain('いま認定されている企業はありません')
    await expectValidHtml(nobody)
  })
})

describe('for machines', () => {
  it('there is a feed of new certifications that a reader can parse', async () => {
    const { body, headers } = await portal.visitor().get('/companies/feed.atom')
    expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8')
    expect(body).toContain(`<title>有限会社髙﨑工務店（第${builder.certificationNumber}号）</title>`)
    expect(body).toContain('<updated>2025-02-01T00:00:00+09:00</updated>')
    expect(body).not.toContain('取消商会')
    const { headers: page } = await portal.visitor().get('/companies')
    expect(page['content-type']).toBe('text/html; charset=utf-8')
    const again = await portal.visitor().get('/companies/feed.atom', { 'if-none-match': String(headers.etag) })
    expect(again.status).toBe(304)
  })

  it('there is a sitemap whose pages all answer and may be found', async () => {
    const { body } = await portal.visitor().get('/sitemap.xml')
    const urls = [...body.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => url ?? '')
    expect(urls).toContain(`${portal.context.baseUrl}/companies/${soft.certificationNumber}`)
    for (const url of urls) {
      const page = await portal.visitor().get(url.slice(portal.context.baseUrl.length))
      expect([url, page.status, page.body.includes('noindex')]).toEqual([url, 200, false])
    }
    expect(body).not.toContain(`/companies/${ended.certificationNumber}<`)
  })

  it('crawlers are told where the sitemap is and what leads nowhere', async () => {
    const { body } = await portal.visitor().get('/robots.txt')
    expect(body).toContain(`Sitemap: ${portal.context.baseUrl}/sitemap.xml`)
    expect(body).toContain('Disallow: /companies?')
  })
})
