import { expect, it } from 'vitest'
import { Layout, type PageFrame, renderPage } from '../../views/layout.tsx'
import { expectValidHtml } from '../support/html.ts'

const frame: PageFrame = {
  title: '申請の状況',
  city: '朝霞市',
  schemeName: 'ワーク・ライフ・グッドバランス企業認定',
  viewer: { name: '株式会社あさか製作所', role: 'company' },
  navigation: [
    { href: '/applications', label: '申請の状況', current: true },
    { href: '/scheme', label: '制度について', count: 4 }
  ],
  breadcrumb: [{ href: '/', label: 'トップ' }, { label: '申請の状況' }],
  assets: (path) => `/assets/v1/${path}`,
  contact: { section: '産業振興課', phone: '048-463-1903', email: 'sangyo@example.jp' },
  guides: [{ href: '/guides/faq', label: 'よくある質問' }],
  openDataUrl: '/open-data',
  signInUrl: '/sign-in',
  signOutUrl: '/session/end',
  accessibilityUrl: '/accessibility',
  privacyUrl: '/privacy'
}

const render = (changes: Partial<PageFrame> = {}): string =>
  renderPage(
    <Layout page={{ ...frame, ...changes }}>
      <p>本文</p>
    </Layout>,
    () => 'token'
  )

it.each<[string, Partial<PageFrame>]>([
  ['a company', {}],
  ['a visitor', { viewer: null, navigation: [], breadcrumb: [] }],
  ['the secretariat on a wide page', { viewer: { name: '佐藤', role: 'secretariat' }, wide: true }],
  [
    'a page with everything',
    { flash: '保存しました', demo: { label: 'デモ', mailsUrl: '/dev/mails' }, scripts: ['/a.js'] }
  ]
])('is a valid document for %s', async (_who, changes) => {
  await expectValidHtml(render(changes))
})

it('names the document after the heading and the scheme', () => {
  expect(render()).toContain('<title>申請の状況｜ワーク・ライフ・グッドバランス企業認定</title>')
})

it('says the scheme once where it is the heading itself', () => {
  expect(render({ title: frame.schemeName })).toContain(`<title>${frame.schemeName}</title>`)
})

it('puts the word for error first in the title of a form that came back', () => {
  expect(render({ hasErrors: true })).toContain('<title>エラー：申請の状況｜')
})

it('has one heading of the first level, unless the page sets its own', () => {
  expect(render().match(/<h1>/g)).toHaveLength(1)
  expect(render({ showHeading: false })).not.toContain('<h1>')
})

it('starts the body with the way to the content', () => {
  expect(render()).toMatch(/<body[^>]*><a class="skip-link" href="#main">/)
})

it('signs out by a form, since a link may be fetched ahead', () => {
  expect(render()).toContain('<form method="post" action="/session/end">')
})

it('offers the sign-in to a visitor and no sign-out', () => {
  const html = render({ viewer: null })
  expect(html).toContain('<a href="/sign-in">')
  expect(html).not.toContain('/session/end')
})

it.each<[NonNullable<PageFrame['viewer']>['role'], string]>([
  ['company', '>朝霞市<'],
  ['secretariat', '>朝霞市　事務局<'],
  ['committee', '>朝霞市　推進委員会<']
])('tells the %s whose side of the portal this is', (role, text) => {
  expect(render({ viewer: { name: '佐藤', role } })).toContain(text)
})

it('marks the current page in the navigation and shows a count', () => {
  expect(render()).toMatch(/href="\/applications" aria-current="page"/)
  expect(render()).toMatch(/制度について<span[^>]*> 4</)
})

it('dials the digits of the telephone number', () => {
  expect(render()).toContain('href="tel:0484631903"')
})

it('takes every file from the versioned assets', () => {
  const sources = [...render().matchAll(/<link[^>]*href="([^"]*)"/g)].map(([, href]) => href)
  expect(sources).toContain('/assets/v1/styles.css')
  expect(sources.every((href) => href?.startsWith('/assets/v1/'))).toBe(true)
})

it('escapes hostile names', () => {
  const html = render({
    viewer: { name: '<script>alert(1)</script>', role: 'company' },
    title: '<img src=x onerror=a>'
  })
  expect(html).not.toContain('<script>')
  expect(html).not.toContain('<img')
})
