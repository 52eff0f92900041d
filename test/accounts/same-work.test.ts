import { afterAll, beforeAll, expect, it } from 'vitest'
import { acceptSignInCode } from '../../src/accounts/accept-sign-in-code.ts'
import { makeSecretKeys } from '../../src/accounts/make-secret-keys.ts'
import { requestSignInCode } from '../../src/accounts/request-sign-in-code.ts'
import { sessionLimits } from '../../src/accounts/session-limits.ts'
import type { Context } from '../../src/platform/context.ts'
import { openTestApp, type TestApp } from '../support/app.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())

const authentication = {
  keys: makeSecretKeys('x'.repeat(32)),
  secureCookies: false,
  limits: sessionLimits,
  secondFactor: 'off'
} as const

const asked = ['select', 'insert', 'update', 'delete', 'execute']

/** A context whose transactions note what is asked of the database, in its order. */
const noting = (context: Context): { readonly context: Context; readonly noted: string[] } => {
  const noted: string[] = []
  const watched = <T extends object>(target: T): T =>
    new Proxy(target, {
      get: (object, name, receiver) => {
        if (asked.includes(String(name))) noted.push(String(name))
        return Reflect.get(object, name, receiver)
      }
    })
  const db = new Proxy(context.db, {
    get: (object, name, receiver) =>
      name === 'transaction'
        ? (work: (tx: Context['db']) => Promise<unknown>) => object.transaction((tx) => work(watched(tx)))
        : Reflect.get(object, name, receiver)
  })
  return { context: { ...context, db }, noted }
}

const ask = async (email: string): Promise<readonly string[]> => {
  const { context, noted } = noting(portal.context)
  await requestSignInCode(context, authentication, { email, source: '203.0.113.9', earlierToken: null })
  return noted
}

const tryWrongCode = async (email: string): Promise<readonly string[]> => {
  const request = { email, source: '203.0.113.9', earlierToken: null }
  const { ok, ...rest } = await requestSignInCode(portal.context, authentication, request)
  if (!ok || !('token' in rest)) throw new Error('no code was sent')
  const { context, noted } = noting(portal.context)
  const entered = {
    email,
    code: 'wrong!',
    source: '203.0.113.9',
    codeToken: rest.token,
    browser: '',
    earlierToken: null
  }
  await acceptSignInCode(context, authentication, entered)
  return noted
}

it('does the same work for an address that has an account and one that has none', async () => {
  await portal.signIn('known@example.jp')
  const [known, unknown] = [await ask('known@example.jp'), await ask('unknown@example.jp')]
  expect(known.length).toBeGreaterThan(4)
  expect(known).toEqual(unknown)
})

it('does the same work for a wrong code of either', async () => {
  await portal.signIn('known@example.jp')
  const [known, unknown] = [await tryWrongCode('known@example.jp'), await tryWrongCode('stranger@example.jp')]
  expect(known.length).toBeGreaterThan(2)
  expect(known).toEqual(unknown)
})
