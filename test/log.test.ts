import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../src/paths.ts'
import { loggedError } from '../src/platform/request-log.ts'
import { codeFor, openTestApp, type TestApp } from './support/app.ts'
import { official } from './support/cases.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp({ env: { LOG_LEVEL: 'debug' } })
})
afterAll(() => portal.close())

const planted = {
  email: 'planted.person@planted.example.jp',
  company: '株式会社うえこみ製作所',
  person: '植込 花子',
  search: '植込商事',
  verification: '7KQ2-M9XT-4HDR'
}

const signIn = async () => {
  const browser = portal.visitor()
  await browser.post(paths.signIn, { email: planted.email, return: paths.company })
  const code = codeFor(await portal.mails(), planted.email)
  await browser.post(paths.signInCode, { email: planted.email, code: code === '000000' ? '111111' : '000000' })
  const answer = await browser.post(paths.signInCode, { email: planted.email, code })
  const cookie = [answer.headers['set-cookie']].flat().join()
  return { browser, code, token: cookie.match(/wlgb_session=([^;]*)/)?.[1] ?? '' }
}

describe('the log of a sign-in, a posted form and a search', () => {
  it('tells what was asked for and holds nothing of the person', async () => {
    const { browser, code, token } = await signIn()
    await browser.post(paths.profile, { name: planted.company, contactName: planted.person, contactEmail: 'x' })
    await browser.get(`/nowhere/${planted.email}?email=${planted.email}`)
    const desk = await portal.signIn(await official(portal.context, 'secretariat', planted.person))
    expect((await desk.get(`${paths.desk}?search=${encodeURIComponent(planted.search)}`)).status).toBe(200)
    await portal.visitor().get(paths.verification(planted.verification))

    const log = portal.log()
    for (const path of [paths.signIn, paths.signInCode, paths.profile, paths.desk]) expect(log).toContain(`"${path}"`)
    expect(token.length).toBeGreaterThan(20)
    const secrets = [...Object.values(planted), 'planted', code, token, 'wlgb_', 'set-cookie', '127.0.0.']
    for (const secret of secrets) {
      expect(log).not.toContain(secret)
      expect(log).not.toContain(encodeURIComponent(secret))
    }
  })

  it('numbers every request, so that the reference on an error page finds its line', async () => {
    const lines = portal.log().trim().split('\n')
    expect(lines.length).toBeGreaterThan(10)
    for (const line of lines)
      expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number), pid: expect.any(Number) })
    // Milliseconds of UTC by the machine's own clock, which no time zone moves.
    const times = lines.map((line) => JSON.parse(line).time)
    for (const time of times) expect(Math.abs(Date.now() - time)).toBeLessThan(600_000)
    expect(lines.filter((line) => line.includes('"reqId":"')).length).toBeGreaterThan(10)
  })
})

describe('a line of the log', () => {
  it('cannot be written by who asks, or by who causes a failure', async () => {
    const before = portal.log().length
    const forged = '{"level":60,"msg":"forged"}'
    const browser = await portal.signIn('forger@example.jp')
    await browser.get(`${paths.case(encodeURIComponent(`x\n${forged}\n`))}?a=%0A${encodeURIComponent(forged)}`)
    await browser.get('/', { 'user-agent': `x ${forged}`, 'x-request-id': forged, 'x-forwarded-for': forged })
    const logged = JSON.stringify(loggedError(new Error(`failed\n${forged}\n`)))
    expect(logged.split('\n')).toHaveLength(1)
    const lines = portal.log().slice(before).trim().split('\n')
    expect(lines.length).toBeGreaterThan(4)
    for (const line of lines) expect(JSON.parse(line)).not.toMatchObject({ msg: 'forged' })
  })
})

describe('a failure in the log', () => {
  it('names the rule of the database that was broken and none of the values', async () => {
    const { db, clock, ids } = portal.context
    const { insertAccount } = await import('../src/accounts/account-store.ts')
    const account = { name: planted.person, email: 'twice@planted.example.jp', at: clock.now() }
    await insertAccount(db, { ...account, id: ids() })
    const error: unknown = await insertAccount(db, { ...account, id: ids() }).catch((reason: unknown) => reason)
    if (!(error instanceof Error)) throw new Error('the second account was accepted')
    const logged = loggedError(error)
    expect(logged.message).toContain('insert into "users"')
    expect(logged.stack).toContain('account-store')
    expect(logged.cause).toMatchObject({ code: '23505', constraint: 'users_email_unique' })
    expect(JSON.stringify(error, ['message', 'detail', 'params', 'cause'])).toContain('planted')
    expect(JSON.stringify(logged)).not.toContain('planted')
    expect(JSON.stringify(logged)).not.toContain(planted.person)
  })

  it('leaves out addresses that a mail server quotes', () => {
    const refusal = new Error('550 5.1.1 <someone+a@mail.example.jp>: Recipient address rejected')
    expect(loggedError(refusal).message).toBe('550 5.1.1 <…@…>: Recipient address rejected')
    expect(loggedError(refusal).stack).not.toContain('someone')
  })

  it('follows causes, but not in circles', () => {
    const error = new Error('outer', { cause: new Error('inner') })
    expect(loggedError(error).cause?.message).toBe('inner')
    const circle = new Error('circle')
    circle.cause = circle
    expect(() => JSON.stringify(loggedError(circle))).not.toThrow()
  })
})
