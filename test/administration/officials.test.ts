import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAccountByEmail } from '../../src/accounts/account-store.ts'
import { officials } from '../../src/administration/official-store.ts'
import { removeOfficial } from '../../src/administration/remove-official.ts'
import { resetFactor } from '../../src/administration/reset-factor.ts'
import { historyOf } from '../../src/platform/audit.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { official } from '../support/cases.ts'
import { enrol } from '../support/factor.ts'
import { expectValidHtml } from '../support/html.ts'

let portal: TestApp
let administrator: { readonly email: string; readonly id: string; readonly browser: Browser }
beforeAll(async () => {
  portal = await openTestApp()
  const email = await official(portal.context, 'administrator', '管理 一郎')
  administrator = { email, id: await idOf(email), browser: await portal.signIn(email) }
})
afterAll(() => portal.close())

const idOf = async (email: string): Promise<string> =>
  (await findAccountByEmail(portal.context.db, email))?.id ?? 'nobody'

const add = (fields: Readonly<Record<string, string>>) =>
  administrator.browser.post('/administration/officials', fields)

describe('the page of officials', () => {
  it('lists who holds a role, with the second factor, and takes nothing from the viewer', async () => {
    const page = await administrator.browser.get('/administration/officials')
    expect(page.status).toBe(200)
    expect(page.body).toContain('管理 一郎（あなた）')
    expect(page.body).not.toContain(`/administration/officials/${administrator.id}/removal`)
    await expectValidHtml(page.body)
  })

  it('adds a secretary by address and name, who is told by mail how to get in', async () => {
    const added = await add({ name: '事務 花子', email: 'hanako@city.example.jp', role: 'secretariat' })
    expect([added.status, added.location]).toEqual([303, '/administration/officials'])
    const mail = (await portal.mails()).find(({ kind }) => kind === 'official-added')
    expect([mail?.recipient, mail?.body]).toEqual(['hanako@city.example.jp', expect.stringContaining('二段階認証')])
    expect((await (await portal.signIn('hanako@city.example.jp')).get('/desk')).status).toBe(200)
  })

  it.each([
    [{ name: '', email: 'x@city.example.jp', role: 'secretariat' }, '名前を入力してください'],
    [{ name: '名', email: 'x', role: 'secretariat' }, '正しい形式'],
    [{ name: '名', email: 'x@city.example.jp', role: 'committee' }, '役割を選んでください'],
    [{ name: '名', email: 'x@city.example.jp', role: '' }, '役割を選んでください']
  ])('refuses %j beside the field', async (fields, message) => {
    const refused = await add(fields)
    expect([refused.status, refused.body]).toEqual([422, expect.stringContaining(message)])
    await expectValidHtml(refused.body)
  })

  it('does not change the role of somebody who holds one', async () => {
    const email = await official(portal.context, 'committee', '委員 花子')
    const refused = await add({ name: '委員 花子', email, role: 'administrator' })
    expect([refused.status, refused.body]).toEqual([409, expect.stringContaining('すでに職員か委員')])
  })
})

describe('taking a role away', () => {
  it('asks first, and signs the person out in every browser at once', async () => {
    const email = await official(portal.context, 'secretariat', '去る 人')
    const [one, other] = [await portal.signIn(email), await portal.signIn(email)]
    const path = `/administration/officials/${await idOf(email)}/removal`
    await expectValidHtml((await administrator.browser.get(path)).body)
    expect((await administrator.browser.post(path)).status).toBe(303)
    for (const browser of [one, other]) expect((await browser.get('/desk')).location).toBe('/sign-in?return=%2Fdesk')
    const history = await historyOf(portal.context.db, await idOf(email))
    expect(history.at(-1)).toMatchObject({ kind: 'role-revoked', actorName: '管理 一郎' })
  })

  it('is refused for oneself', async () => {
    await official(portal.context, 'administrator', '管理 二郎')
    const refused = await administrator.browser.post(`/administration/officials/${administrator.id}/removal`)
    expect([refused.status, refused.body]).toEqual([409, expect.stringContaining('自分の役割')])
    await expectValidHtml(refused.body)
  })

  it('leaves one of two administrators who remove each other at the same time', async () => {
    for (const { id, role } of await officials(portal.context.db))
      if (role === 'administrator' && id !== administrator.id)
        await removeOfficial(portal.context, { id, actor: { id: administrator.id, name: '管理 一郎' } })
    const rival = { id: await idOf(await official(portal.context, 'administrator', '管理 三郎')), name: '管理 三郎' }
    const own = { id: administrator.id, name: '管理 一郎' }
    await Promise.allSettled([
      removeOfficial(portal.context, { id: rival.id, actor: own }),
      removeOfficial(portal.context, { id: own.id, actor: rival })
    ])
    const left = (await officials(portal.context.db)).filter(({ role }) => role === 'administrator')
    expect(left).toHaveLength(1)
    if (left[0]?.id !== administrator.id) {
      const browser = await portal.signIn(left[0]?.email ?? '')
      administrator = { email: left[0]?.email ?? '', id: left[0]?.id ?? '', browser }
    }
  })

  it('is not open to a committee member here: that is the secretariat’s matter', async () => {
    const id = await idOf(await official(portal.context, 'committee', '委員 四郎'))
    expect((await administrator.browser.post(`/administration/officials/${id}/removal`)).status).toBe(404)
  })
})

describe('resetting a second factor', () => {
  it('signs the owner out, tells by mail, and lets another app be set up', async () => {
    const email = await official(portal.context, 'committee', '委員 五郎')
    const browser = await portal.signIn(email)
    await enrol(portal, browser)
    const path = `/administration/officials/${await idOf(email)}/second-factor/removal`
    await expectValidHtml((await administrator.browser.get(path)).body)
    expect((await administrator.browser.post(path, { confirmedBy: 'called-back', note: '内線' })).status).toBe(303)
    expect((await browser.get('/meetings')).location).toContain('/sign-in?return=')
    const mail = (await portal.mails()).find(({ kind }) => kind === 'factor-reset')
    expect(mail?.recipient).toBe(email)
    expect((await (await portal.signIn(email)).get('/account/second-factor')).body).toContain('secret-text')
    expect((await administrator.browser.post(path)).status).toBe(404)
    const reset = (await historyOf(portal.context.db, await idOf(email))).find(({ kind }) => kind === 'factor-reset')
    expect(reset).toMatchObject({ actorName: '管理 一郎', details: { confirmedBy: 'called-back', note: '内線' } })
  })

  it.each([
    [{}, '選んでください'],
    [{ confirmedBy: 'mail' }, '選んでください'],
    [{ confirmedBy: 'other', note: ' ' }, '確かめた方法を入力してください']
  ])('is not done before it is said how the owner was made sure of: %j', async (fields, words) => {
    const email = await official(portal.context, 'committee', '委員 六郎')
    await enrol(portal, await portal.signIn(email))
    const path = `/administration/officials/${await idOf(email)}/second-factor/removal`
    const refused = await administrator.browser.post(path, fields)
    expect(refused.status).toBe(422)
    expect(refused.body).toContain(words)
    await expectValidHtml(refused.body)
    expect((await (await portal.signIn(email)).get('/meetings')).location).toContain('/sign-in/factor')
  })

  it('is done at the server for an only administrator who has nobody else to ask', async () => {
    const email = await official(portal.context, 'administrator', '管理 七郎')
    const browser = await portal.signIn(email)
    await enrol(portal, browser)
    expect(await resetFactor(portal.context, ` ${email.toUpperCase()} `)).toBe(true)
    expect((await browser.get('/administration')).location).toContain('/sign-in?return=')
    expect((await portal.mails()).find(({ kind }) => kind === 'factor-reset')?.recipient).toBe(email)
    const [reset] = (await historyOf(portal.context.db, await idOf(email))).filter(
      ({ kind }) => kind === 'factor-reset'
    )
    expect(reset).toMatchObject({ actorName: 'システム', details: { confirmedBy: 'operator' } })
    expect(await resetFactor(portal.context, email)).toBe(false)
    expect(await resetFactor(portal.context, 'nobody@example.jp')).toBe(false)
  })

  it('is not done to oneself: an open browser would be enough', async () => {
    await enrol(portal, administrator.browser)
    const path = `/administration/officials/${administrator.id}/second-factor/removal`
    expect((await administrator.browser.post(path)).status).toBe(404)
  })
})
