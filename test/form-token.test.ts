import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attachmentsOf } from '../src/applications/attachment-store.ts'
import { paths } from '../src/paths.ts'
import { codeFor, openTestApp, type TestApp } from './support/app.ts'
import { type Answer, type Browser, formTokenIn } from './support/browser.ts'
import { draftCase } from './support/drafts.ts'
import { expectValidHtml } from './support/html.ts'
import { readSources } from './support/imports.ts'
import { type FindRightful, rightfulPeople } from './support/rightful.ts'
import { pdf } from './support/sample-files.ts'
import { filled, type World, worldOf } from './support/world.ts'

/** The routes that take a post without a token, each for the reason that its route gives. */
const exempt: readonly string[] = [paths.fileVerification]
/** The routes that read the token as the first part of a form with files, once they know what it is about. */
const readsParts = [
  paths.itemAttachments(':id', ':itemCode'),
  paths.signedCopy(':id'),
  paths.publicity,
  paths.publicityPreview
]

let portal: TestApp
let rightful: FindRightful
let somebodyElse: Browser
beforeAll(async () => {
  portal = await openTestApp()
  rightful = await rightfulPeople(portal)
  somebodyElse = portal.visitor()
})
afterAll(() => portal.close())

/** What every table holds, as one line each. */
const everything = async (): Promise<string> => {
  const { db } = portal.context
  const tables = await db.execute(sql`select tablename from pg_tables where schemaname = 'public' order by 1`)
  const names = tables.rows.map(({ tablename }) => String(tablename))
  const lines = names.map(
    (name) => sql`select ${name} as name, md5(string_agg(t::text, '|' order by t::text)) as held
      from ${sql.identifier(name)} t`
  )
  const { rows } = await db.execute(sql.join(lines, sql` union all `))
  return JSON.stringify(rows)
}

const posted = () =>
  portal
    .routes()
    .filter(({ method, url }) => method === 'POST' && !exempt.includes(url))
    .map(({ url }) => url)

const nobody: World = { owner: '', values: {} }

/** Tokens that are none of this browser's: one of another visitor, and its own with a part turned round. */
const wrongTokens = async (browser: Browser) => {
  const own = await browser.formToken()
  const others = await portal.visitor().formToken()
  return { others, garbled: `${own.slice(0, 40)}${[...own.slice(40)].reverse().join('')}` }
}

/** A file as a part of a form. */
const aFile = (): Blob => new Blob([new Uint8Array(pdf())])

const inParts = (browser: Browser, url: string, token: string | null): Promise<Answer> => {
  const form = new FormData()
  form.append('files', aFile(), '規則.pdf')
  return browser.upload(url, form, {}, token)
}

describe('a form without the token of the browser that sends it', () => {
  it('is refused by every route before it looks at anything, and nothing is changed', {
    timeout: 60_000
  }, async () => {
    const people = [portal.visitor(), await portal.signIn('person@example.jp'), await rightful('/cases', nobody)]
    const before = await everything()
    let walked = 0
    for (const url of posted())
      for (const browser of people) {
        const { others, garbled } = await wrongTokens(browser)
        const own = await browser.formToken()
        const got: number[] = []
        for (const formToken of [[], others, garbled, [own, own]])
          got.push((await browser.post(filled(url, {}), { formToken })).status)
        expect([url, got]).toEqual([url, [403, 403, 403, 403]])
        walked += got.length
      }
    expect(walked).toBeGreaterThan(58 * 3 * 4 - 1)
    expect(await everything()).toBe(before)
  })

  it('is refused in parts where parts are not read', async () => {
    for (const url of posted().filter((one) => !readsParts.includes(one)))
      expect([403, 415]).toContain((await inParts(somebodyElse, filled(url, {}), null)).status)
  })

  it.each(readsParts)('is refused in parts by %s before a file is kept', async (url) => {
    const world = await worldOf(portal.context, url)
    const browser = await rightful(url, world)
    const { others, garbled } = await wrongTokens(browser)
    const before = await everything()
    for (const token of [null, others, garbled])
      expect((await inParts(browser, filled(url, world.values), token)).status).toBe(403)
    expect(await everything()).toBe(before)
  })

  it('is refused in every way of sending that the server might read', async () => {
    const browser = await portal.signIn('newcomer@example.jp')
    const token = await browser.formToken()
    for (const type of [
      'text/plain',
      'application/json',
      'multipart/mixed; boundary=x',
      'Multipart/Form-Data; boundary=x'
    ]) {
      const payload = type.includes('json') ? JSON.stringify({ formToken: token }) : 'formToken=x'
      const headers = { 'content-type': type, 'sec-fetch-site': 'same-origin' }
      const { status } = await browser.send({ method: 'POST', url: paths.signOut, payload, headers })
      expect([403, 415]).toContain(status)
    }
    const bare = await browser.send({
      method: 'POST',
      url: paths.signOut,
      headers: { 'sec-fetch-site': 'same-origin' }
    })
    expect(bare.status).toBe(403)
    expect((await browser.get(paths.company)).status).toBe(200)
  })

  it('is told apart from a form of another site, which not even a right token helps', async () => {
    const browser = portal.visitor()
    const answer = await browser.post(paths.signIn, { email: 'a@example.jp' }, { 'sec-fetch-site': 'cross-site' })
    expect(answer.status).toBe(403)
    expect(answer.body).toContain('別のサイトからの送信')
  })

  it('is answered in JSON where a script asks', async () => {
    const browser = await portal.signIn('script@example.jp')
    const answer = await browser.post(paths.profile, { formToken: 'x' }, { accept: 'application/json' })
    expect([answer.status, answer.json()]).toEqual([403, { error: 'stale-form' }])
  })

  it('may be sent only where the route says why', async () => {
    const reasons = readSources(['src']).filter(({ text }) => text.includes('formToken: { needless:'))
    expect(reasons.map(({ path }) => path)).toEqual(['src/credentials/file-verification-routes.ts'])
    expect((await portal.visitor().post(paths.fileVerification, { formToken: [] })).status).toBe(422)
  })
})

describe('what was typed on a page that is too old', () => {
  it('stands on the answer and can be sent once more', async () => {
    const browser = portal.visitor()
    const answer = await browser.post(paths.signIn, { email: 'typed@example.jp', return: '/company', formToken: [] })
    expect(answer.status).toBe(403)
    await expectValidHtml(answer.body)
    expect(answer.body).toContain('入力した内容はまだ保存されていません')
    expect(answer.body).toContain('name="email" value="typed@example.jp"')
    const token = formTokenIn(answer.body) ?? ''
    const again = await browser.post(paths.signIn, { email: 'typed@example.jp', return: '/company', formToken: token })
    expect(again.status).toBe(200)
    expect(again.body).toContain('typed@example.jp')
  })

  it('is a file where nothing can be kept: the page says what to do', async () => {
    const { applicationId, email } = await draftCase(portal.context)
    const browser = await portal.signIn(email)
    const answer = await inParts(browser, paths.itemAttachments(applicationId, '1-1'), null)
    expect(answer.status).toBe(403)
    expect(answer.body).toContain('読み込み直してから、もう一度お試しください')
    await expectValidHtml(answer.body)
  })

  it('is sent after a new sign-in in another tab, with the token of the page from before', async () => {
    const browser = await portal.signIn('two-tabs@example.jp')
    const kept = formTokenIn((await browser.get(paths.profile)).body) ?? ''
    browser.forget()
    const ended = await browser.post(paths.profile, { name: '株式会社あさか', formToken: kept })
    expect(ended.status).toBe(401)
    expect(ended.body).toContain('value="株式会社あさか"')
    const resend = formTokenIn(ended.body) ?? ''
    await browser.post(paths.signIn, { email: 'two-tabs@example.jp' })
    await browser.post(paths.signInCode, {
      email: 'two-tabs@example.jp',
      code: codeFor(await portal.mails(), 'two-tabs@example.jp')
    })
    for (const formToken of [kept, resend])
      expect((await browser.post(paths.profile, { name: '株式会社あさか', formToken })).status).toBe(422)
  })

  it('never holds the token itself', async () => {
    const browser = portal.visitor()
    const token = await browser.formToken()
    const ended = await browser.post(paths.profile, { name: '株式会社あさか', formToken: token })
    expect(ended.status).toBe(401)
    expect(ended.body).not.toContain(token)
    expect(ended.body.match(/name="formToken"/g)).toHaveLength(1)
  })
})

describe('an upload', () => {
  it('stores nothing of a form whose token comes after the file', async () => {
    const { applicationId, email } = await draftCase(portal.context)
    const browser = await portal.signIn(email)
    const form = new FormData()
    form.append('files', aFile(), '規則.pdf')
    form.append('formToken', await browser.formToken())
    const url = paths.itemAttachments(applicationId, '1-1')
    expect((await browser.upload(url, form, {}, null)).status).toBe(403)
    expect(await attachmentsOf(portal.context.db, applicationId)).toEqual([])
    expect((await inParts(browser, url, await browser.formToken())).status).toBe(303)
    expect(await attachmentsOf(portal.context.db, applicationId)).toHaveLength(1)
  })
})

describe('pages', () => {
  it('that are the same for everybody hold no token and set no cookie', async () => {
    const tagged: string[] = []
    for (const { url } of portal.routes().filter(({ method, url }) => method === 'GET' && !/:(?!slug)/.test(url))) {
      const { headers, body, status } = await portal.visitor().get(filled(url, { slug: 'faq' }))
      if (status !== 200 || headers['cache-control'] === 'no-store') continue
      expect([url, headers['set-cookie'], formTokenIn(body)]).toEqual([url, undefined, null])
      tagged.push(url)
    }
    expect(tagged).toEqual(expect.arrayContaining([paths.home, paths.companies, paths.selfCheck, paths.openData]))
  })

  it('set the cookie once, and only where a form needs it', async () => {
    const browser = portal.visitor()
    expect((await browser.get(paths.fileVerification)).headers).not.toHaveProperty('set-cookie')
    expect(String((await browser.get(paths.signIn)).headers['set-cookie'])).toMatch(
      /^wlgb_form=[\w-]{22}; Path=\/; HttpOnly; SameSite=Lax$/
    )
    expect((await browser.get(paths.signIn)).headers).not.toHaveProperty('set-cookie')
  })

  it('post by the one form that carries the token', () => {
    const posting = readSources(['views']).filter(({ text }) => /<form\b[^>]*method="post"/i.test(text))
    expect(posting.map(({ path }) => path).sort()).toEqual([
      'views/components/post-form.tsx',
      'views/credentials/file-verification-page.tsx'
    ])
    const route = readFileSync('src/credentials/file-verification-routes.ts', 'utf8')
    expect(route).toContain('needless:')
  })
})
