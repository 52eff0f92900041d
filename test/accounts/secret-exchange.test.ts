import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeSecretKeys } from '../../src/accounts/make-secret-keys.ts'
import type { Connection } from '../../src/platform/database.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import { official } from '../support/cases.ts'
import { openTestDatabase } from '../support/databases.ts'
import { type App, enrol } from '../support/factor.ts'

const [first, second] = [
  'the first secret of the portal, which is long',
  'the second secret of the portal, long as well'
]

let database: Connection
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

let minutes = 0

/** The portal with these secrets, on the database that stays; codes are taken once, so each has a later time. */
const during = async (env: Readonly<Record<string, string>>, work: (portal: TestApp) => Promise<void>) => {
  const connection = { ...database, close: async () => undefined }
  const portal = await openTestApp({ connection, env: { SECOND_FACTOR: 'required', LOG_LEVEL: 'info', ...env } })
  portal.setNow(new Date(new Date(testNow).getTime() + 60_000 * ++minutes).toISOString())
  await work(portal)
  await portal.close()
}

/** What signing in with a code of the app, or a recovery code, is answered. */
const statusOf = async (portal: TestApp, email: string, code: string): Promise<number> =>
  (await (await portal.signIn(email)).post('/sign-in/factor', { code })).status

const shown = (portal: TestApp, app: App): string => app.codeAt(portal.context.clock.now())

it('lets officials in with their apps when the secret is exchanged, and no longer needs the one before', {
  timeout: 60_000
}, async () => {
  const people: { email: string; app: App; recoveryCodes: readonly string[] }[] = []
  await during({ SESSION_SECRET: first }, async (portal) => {
    for (const name of ['事務局 太郎', '事務局 花子', '事務局 次郎']) {
      const email = await official(portal.context, 'secretariat', name)
      people.push({ email, ...(await enrol(portal, await portal.signIn(email))) })
    }
    expect(portal.log()).not.toContain('SESSION_SECRET')
  })
  const [one, other, third] = people
  if (one === undefined || other === undefined || third === undefined) throw new Error('three officials were enrolled')

  await during({ SESSION_SECRET: second, SESSION_SECRET_PREVIOUS: first }, async (portal) => {
    expect(portal.log()).toContain('3 second factors still need SESSION_SECRET_PREVIOUS')
    expect(await statusOf(portal, one.email, '000000')).toBe(422)
    expect(await statusOf(portal, one.email, shown(portal, one.app))).toBe(303)
    expect(await statusOf(portal, other.email, other.recoveryCodes[0] ?? '')).toBe(303)
  })

  await during({ SESSION_SECRET: second }, async (portal) => {
    expect(portal.log()).toContain('1 second factors cannot be opened')
    for (const { email, app } of [one, other]) expect(await statusOf(portal, email, shown(portal, app))).toBe(303)
    expect(await statusOf(portal, third.email, shown(portal, third.app))).toBe(422)
    expect(await statusOf(portal, third.email, third.recoveryCodes[0] ?? '')).toBe(303)
  })
  await during({ SESSION_SECRET: second, SESSION_SECRET_PREVIOUS: first }, async (portal) => {
    expect(await statusOf(portal, third.email, shown(portal, third.app))).toBe(303)
  })
  await during({ SESSION_SECRET: second, SESSION_SECRET_PREVIOUS: first }, async (portal) => {
    expect(portal.log()).toContain('SESSION_SECRET_PREVIOUS is needed no more')
    const { rows } = await portal.context.db.execute(sql`select count(*)::int as kept from second_factors`)
    expect(rows).toEqual([{ kept: 3 }])
  })
})

it('opens what the previous secret sealed for its owner only, and seals it anew once', () => {
  const [old, present] = [makeSecretKeys(first), makeSecretKeys(second, first)]
  const sealed = old.seal(Buffer.from('a shared secret'), 'owner')
  expect(present.unseal(sealed, 'owner')?.toString()).toBe('a shared secret')
  expect(present.unseal(sealed, 'somebody else')).toBeNull()
  const resealed = present.reseal(sealed, 'owner') ?? ''
  expect(old.unseal(resealed, 'owner')).toBeNull()
  expect(makeSecretKeys(second).unseal(resealed, 'owner')?.toString()).toBe('a shared secret')
  expect([present.reseal(resealed, 'owner'), present.reseal(sealed, 'somebody else')]).toEqual([null, null])
  // Tokens and codes are not: whoever had one signs in anew.
  expect(present.hashOf('session token', 'token')).not.toBe(old.hashOf('session token', 'token'))
})
