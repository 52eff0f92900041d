import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeFor, openTestApp, type TestApp, testNow } from '../support/app.ts'
import { withoutFormToken } from '../support/browser.ts'
import { expectValidHtml } from '../support/html.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())

const askForCode = async (email: string) => {
  const browser = portal.visitor()
  const answer = await browser.post('/sign-in', { email, return: '/company' })
  return { browser, answer, code: codeFor(await portal.mails(), email) }
}

const otherThan = (code: string): string => (code === '000000' ? '111111' : '000000')

describe('asking for a code', () => {
  it('shows a valid page that asks for the address', async () => {
    const answer = await portal.visitor().get('/sign-in')
    expect(answer.status).toBe(200)
    await expectValidHtml(answer.body)
  })

  it('refuses what is no address, beside the field, and keeps what was typed', async () => {
    const answer = await portal.visitor().post('/sign-in', { email: 'soumu＠' })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('<title>エラー：')
    expect(answer.body).toContain('メールアドレスを正しい形式で入力してください')
    expect(answer.body).toContain('value="soumu＠"')
    await expectValidHtml(answer.body)
  })

  it('answers a known and an unknown address alike', async () => {
    const { answer: first } = await askForCode('known@example.jp')
    await portal.signIn('known@example.jp')
    const { answer: known } = await askForCode('known@example.jp')
    expect(known.status).toBe(first.status)
    expect(withoutFormToken(known.body)).toBe(withoutFormToken(first.body))
  })

  it('stops after five codes to one address within ten minutes', async () => {
    for (let count = 0; count < 5; count++) await askForCode('eager@example.jp')
    const { answer } = await askForCode('eager@example.jp')
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('10分ほど待ってから')
  })

  it('keeps neither the code nor what binds it to the browser, but hashes of them', async () => {
    const { answer, code } = await askForCode('hash@example.jp')
    const { rows } = await portal.context.db.execute(sql`select * from sign_in_codes`)
    const kept = JSON.stringify(rows)
    expect(kept).not.toContain(code)
    const [, token = ''] = String(answer.headers['set-cookie']).match(/wlgb_code=([\w-]{43});/) ?? []
    expect(token).not.toBe('')
    expect(kept).not.toContain(token)
  })

  it('makes no account: only who enters the code has one', async () => {
    const accounts = sql`select count(*)::int as n from users where email = 'stranger@example.jp'`
    const { browser, code } = await askForCode('stranger@example.jp')
    await browser.post('/sign-in/code', { email: 'stranger@example.jp', code: otherThan(code) })
    expect((await portal.context.db.execute(accounts)).rows).toEqual([{ n: 0 }])
    await browser.post('/sign-in/code', { email: 'stranger@example.jp', code })
    expect((await portal.context.db.execute(accounts)).rows).toEqual([{ n: 1 }])
  })
})

describe('entering a code', () => {
  it('signs in, in either width of digits, and goes on to where the person wanted to be', async () => {
    const { browser, code } = await askForCode('wide@example.jp')
    const wide = [...code].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('')
    const answer = await browser.post('/sign-in/code', {
      email: 'wide@example.jp',
      code: ` ${wide} `,
      return: '/company'
    })
    expect([answer.status, answer.location]).toEqual([303, '/company'])
  })

  it('refuses a wrong code and lets the right one in afterwards', async () => {
    const { browser, code } = await askForCode('wrong@example.jp')
    const wrong = await browser.post('/sign-in/code', { email: 'wrong@example.jp', code: otherThan(code) })
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain('確認コードが違います')
    const right = await browser.post('/sign-in/code', { email: 'wrong@example.jp', code })
    expect(right.status).toBe(303)
  })

  it('makes a code worthless after too many wrong tries, even the right one', async () => {
    const { browser, code } = await askForCode('many@example.jp')
    const bodies: string[] = []
    for (let count = 0; count < 6; count++)
      bodies.push((await browser.post('/sign-in/code', { email: 'many@example.jp', code: otherThan(code) })).body)
    expect(bodies.at(-1)).toContain('このコードは使えなくなりました')
    const right = await browser.post('/sign-in/code', { email: 'many@example.jp', code })
    expect(right.status).toBe(422)
  })

  it('takes a code for ten minutes', async () => {
    const [early, late] = [await askForCode('early@example.jp'), await askForCode('late@example.jp')]
    portal.setNow('2026-11-21T10:09:59+09:00')
    const inTime = await early.browser.post('/sign-in/code', { email: 'early@example.jp', code: early.code })
    portal.setNow('2026-11-21T10:10:00+09:00')
    const answer = await late.browser.post('/sign-in/code', { email: 'late@example.jp', code: late.code })
    portal.setNow(testNow)
    expect([inTime.status, answer.status]).toEqual([303, 422])
    expect(answer.body).toContain('有効時間が過ぎた')
  })

  it('takes of two codes asked for in one browser only the newer', async () => {
    const { browser, code: older } = await askForCode('twice@example.jp')
    await browser.post('/sign-in', { email: 'twice@example.jp' })
    const newer = codeFor(await portal.mails(), 'twice@example.jp')
    if (older !== newer)
      expect((await browser.post('/sign-in/code', { email: 'twice@example.jp', code: older })).status).toBe(422)
    expect((await browser.post('/sign-in/code', { email: 'twice@example.jp', code: newer })).status).toBe(303)
  })

  it('takes a code only in the browser that asked for it, and leaves each browser its own', async () => {
    const [one, other] = [await askForCode('both@example.jp'), await askForCode('both@example.jp')]
    const stolen = await portal.visitor().post('/sign-in/code', { email: 'both@example.jp', code: one.code })
    expect(stolen.status).toBe(422)
    expect(stolen.body).toContain('別のブラウザー')
    for (const { browser, code } of [other, one])
      expect((await browser.post('/sign-in/code', { email: 'both@example.jp', code })).status).toBe(303)
  })

  it('does not take the code of one address for another', async () => {
    const { browser, code } = await askForCode('mine@example.jp')
    expect((await browser.post('/sign-in/code', { email: 'yours@example.jp', code })).status).toBe(422)
  })

  it('signs in once when the right code arrives twice at the same time', async () => {
    const { browser, code } = await askForCode('double@example.jp')
    const both = [1, 2].map(() => browser.post('/sign-in/code', { email: 'double@example.jp', code }))
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([303, 422])
  })

  it('takes a code only once', async () => {
    const { browser, code } = await askForCode('once@example.jp')
    await browser.post('/sign-in/code', { email: 'once@example.jp', code })
    const again = await browser.post('/sign-in/code', { email: 'once@example.jp', code })
    expect(again.status).toBe(422)
  })

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'never leads to another site: %s',
    async (target) => {
      const email = `target${target.length}@example.jp`
      const { browser, code } = await askForCode(email)
      const answer = await browser.post('/sign-in/code', { email, code, return: target })
      expect(answer.location).toBe('/company')
    }
  )

  it.each(['12345', '1234567', 'abcdef', ''])('says what a code looks like when given %j', async (code) => {
    const answer = await portal.visitor().post('/sign-in/code', { email: 'form@example.jp', code })
    expect(answer.status).toBe(422)
    await expectValidHtml(answer.body)
  })
})

describe('a session', () => {
  it('ends with signing out', async () => {
    const browser = await portal.signIn('leaving@example.jp')
    const signedOut = await browser.post('/sign-out')
    expect([signedOut.status, signedOut.headers['clear-site-data']]).toEqual([303, '"storage"'])
    const again = await browser.post('/sign-out')
    expect(again.status).toBe(401)
    // Whose session merely ran out loses nothing of what was typed.
    expect(again.headers).not.toHaveProperty('clear-site-data')
  })

  it('is over for whoever kept its token, too', async () => {
    const browser = await portal.signIn('copied@example.jp')
    const cookie = `wlgb_session=${browser.cookie('wlgb_session')}`
    expect((await portal.visitor().get('/company', { cookie })).status).toBe(200)
    await browser.post('/sign-out')
    expect((await portal.visitor().get('/company', { cookie })).location).toBe('/sign-in?return=%2Fcompany')
  })

  it('keeps what was typed when it has ended before a form arrives', async () => {
    const answer = await portal.visitor().post('/sign-out', { memo: '書きかけ"><script>', list: ['一', '二'] })
    expect(answer.status).toBe(401)
    expect(answer.body).toContain('value="書きかけ&quot;>&lt;script>"')
    expect(answer.body).toContain('value="二"')
    await expectValidHtml(answer.body)
  })

  it('is told apart for the page’s own script', async () => {
    const answer = await portal.visitor().post('/sign-out', {}, { accept: 'application/json' })
    expect([answer.status, answer.json()]).toEqual([401, { error: 'session-ended' }])
  })
})

describe('a form of another site', () => {
  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
  ])('is refused: %j', async (headers) => {
    const answer = await portal.visitor().post('/sign-in', { email: 'victim@example.jp' }, headers)
    expect(answer.status).toBe(403)
    await expectValidHtml(answer.body)
  })
})

it('answers an unknown address with a page, not a bare error', async () => {
  const answer = await portal.visitor().get('/no-such-page')
  expect(answer.status).toBe(404)
  expect(answer.body).toContain('ページが見つかりません')
  await expectValidHtml(answer.body)
})
