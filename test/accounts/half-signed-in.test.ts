import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessTable } from '../../src/access.ts'
import { officialRoles } from '../../src/accounts/viewer.ts'
import { openTestApp, type Route, type TestApp } from '../support/app.ts'
import type { Answer, Browser } from '../support/browser.ts'
import { official } from '../support/cases.ts'
import { enrol } from '../support/factor.ts'
import { filled } from '../support/world.ts'

let portal: TestApp
const half = new Map<string, { readonly browser: Browser; readonly wayOn: string }>()

beforeAll(async () => {
  portal = await openTestApp({ env: { SECOND_FACTOR: 'required' } })
  for (const role of officialRoles) {
    const browser = await portal.signIn(await official(portal.context, role, '職員 太郎'))
    half.set(`${role} without a second factor`, { browser, wayOn: '/account/second-factor' })
  }
  const email = await official(portal.context, 'secretariat', '事務局 花子')
  await enrol(portal, await portal.signIn(email))
  half.set('secretariat with one', { browser: await portal.signIn(email), wayOn: '/sign-in/factor' })
})
afterAll(() => portal.close())

/** What a session may reach that is not whole, besides what everybody may. */
const open = [
  'GET /sign-in/factor',
  'POST /sign-in/factor',
  'GET /account/second-factor',
  'POST /account/second-factor'
]

const isPublic = ({ method, url }: Route): boolean => accessTable[`${method} ${url}`]?.who.includes('public') ?? false

const ask = (browser: Browser, { method, url }: Route): Promise<Answer> => {
  const asked = filled(url, { id: '0197f2c0-0000-7000-8000-000000000001' }).replaceAll(/:\w+/g, '1')
  return method === 'GET' ? browser.get(asked) : browser.post(asked)
}

describe('a session that lacks its second factor', () => {
  it.each([...officialRoles.map((role) => `${role} without a second factor`), 'secretariat with one'])(
    'opens nothing but the way to it: %s',
    async (name) => {
      const session = half.get(name)
      if (session === undefined) throw new Error(name)
      const guarded = portal.routes().filter((route) => !isPublic(route))
      expect(guarded.length).toBeGreaterThan(120)
      for (const route of guarded) {
        const label = `${route.method} ${route.url}`
        if (open.includes(label) || label === 'POST /sign-out') continue
        const { status, location, body } = await ask(session.browser, route)
        expect([label, status]).toEqual([label, route.method === 'GET' ? 303 : 401])
        if (status === 303) expect(location).toMatch(new RegExp(`^${session.wayOn}\\?return=`))
        else expect(body).toContain('入力した内容はまだ保存されていません')
      }
    }
  )

  it('is shown the public pages as a stranger is', async () => {
    for (const { browser } of half.values()) {
      const { body } = await browser.get('/')
      expect(body).toContain('>ログイン</a>')
      expect(body).not.toContain('ログアウト')
    }
  })

  it('can sign out', async () => {
    const browser = await portal.signIn(await official(portal.context, 'committee', '委員 三郎'))
    expect((await browser.post('/sign-out')).status).toBe(303)
    expect((await browser.get('/meetings')).location).toContain('/sign-in?return=')
  })
})
