import { CompactSign, exportJWK, importJWK } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkCredential } from '../../src/credentials/check-credential.ts'
import { openBadgeCredential, tokenClaims } from '../../src/credentials/credential.ts'
import type { CredentialKey } from '../../src/credentials/credential-key.ts'
import { keyUrl } from '../../src/credentials/published-keys.ts'
import { readCredentialKey } from '../../src/credentials/read-credential-key.ts'
import { signToken } from '../../src/credentials/sign-token.ts'
import { asaka } from '../../src/scheme/scheme.ts'
import { credentialKey, newCredentialKey } from '../support/credential-keys.ts'

const baseUrl = 'https://wlgb.example.jp'
const issuing = { scheme: asaka, baseUrl }

const credential = openBadgeCredential(issuing, {
  number: 12,
  companyName: '株式会社あさか製作所',
  edition: 'asaka-2023',
  period: { startsOn: '2027-01-16', endsOn: '2030-01-15' },
  issuedOn: '2027-01-16',
  verificationCode: '7KQ2-M9XT-4HDR'
})

let key: CredentialKey
let other: CredentialKey
let token: string
beforeAll(async () => {
  key = await readCredentialKey(credentialKey)
  other = await readCredentialKey(newCredentialKey())
  token = await signToken(tokenClaims(credential), { baseUrl, key, typ: 'JWT' })
})

const check = (
  asked: string,
  parts: { ended?: readonly number[]; at?: string; published?: readonly CredentialKey[] } = {}
) =>
  checkCredential(asked, {
    baseUrl,
    published: parts.published ?? [key],
    ended: parts.ended ?? [],
    at: new Date(parts.at ?? '2028-01-01T00:00:00Z')
  })

const own = { ok: true, number: 12, verificationCode: '7KQ2-M9XT-4HDR' }

describe('a credential of the city', () => {
  it.each([
    ['2027-01-15T14:59:59Z', 'not_yet'],
    ['2027-01-15T15:00:00Z', 'valid'],
    ['2030-01-15T14:59:59Z', 'valid'],
    ['2030-01-15T15:00:00Z', 'expired']
  ])('is, at %s, %s', async (at, validity) => {
    expect(await check(token, { at })).toEqual({ ...own, validity })
  })

  it('is revoked once its certification ended, also after its last day', async () => {
    expect(await check(token, { ended: [11, 12] })).toEqual({ ...own, validity: 'revoked' })
    expect(await check(token, { ended: [12], at: '2031-01-01T00:00:00Z' })).toEqual({ ...own, validity: 'revoked' })
    expect(await check(token, { ended: [11] })).toEqual({ ...own, validity: 'valid' })
  })

  it('stays good after the key was replaced', async () => {
    expect(await check(token, { published: [other, key] })).toMatchObject({ ok: true })
  })
})

const segments = (asked: string) => asked.split('.').map((part) => Buffer.from(part, 'base64url'))
const joined = (parts: readonly Buffer[]) => parts.map((part) => part.toString('base64url')).join('.')

describe('a credential that is not', () => {
  it('is altered when its content, its signature or its claims are others', async () => {
    const [header = Buffer.alloc(0), payload = Buffer.alloc(0), signature = Buffer.alloc(0)] = segments(token)
    const renamed = Buffer.from(payload.toString().replaceAll('株式会社あさか製作所', '株式会社にせもの'))
    const flipped = Buffer.from(signature)
    flipped[0] = (flipped[0] ?? 0) ^ 1
    for (const parts of [
      [header, renamed, signature],
      [header, payload, flipped],
      [header, payload, Buffer.alloc(0)]
    ])
      expect(await check(joined(parts))).toEqual({ ok: false, reason: 'altered' })
    for (const claims of [
      { exp: 9_999_999_999 },
      { nbf: 0 },
      { jti: 'https://elsewhere/' },
      { iss: 'x' },
      { sub: 'x' },
      { type: ['Other'] }
    ]) {
      const signed = await signToken({ ...tokenClaims(credential), ...claims }, { baseUrl, key, typ: 'JWT' })
      expect(await check(signed)).toEqual({ ok: false, reason: 'altered' })
    }
  })

  it('is foreign when another key signed it, also one that it brings along, or none did', async () => {
    const claims = new TextEncoder().encode(JSON.stringify(tokenClaims(credential)))
    const foreign = await signToken(tokenClaims(credential), { baseUrl, key: other, typ: 'JWT' })
    expect(await check(foreign)).toEqual({ ok: false, reason: 'foreign' })
    const jwk = await exportJWK(await importJWK(other.publicKey, 'RS256'))
    const brought = await new CompactSign(claims).setProtectedHeader({ alg: 'RS256', jwk }).sign(other.privateKey)
    expect(await check(brought)).toEqual({ ok: false, reason: 'foreign' })
    const kid = keyUrl(baseUrl, key.kid)
    const forged = await new CompactSign(claims).setProtectedHeader({ alg: 'RS256', kid, jwk }).sign(other.privateKey)
    expect(await check(forged)).toEqual({ ok: false, reason: 'altered' })
    const unsigned = `${Buffer.from(JSON.stringify({ alg: 'none', kid })).toString('base64url')}.${Buffer.from(claims).toString('base64url')}.`
    expect(await check(unsigned)).toEqual({ ok: false, reason: 'foreign' })
    const secret = new TextEncoder().encode(JSON.stringify(key.publicKey))
    const confused = await new CompactSign(claims).setProtectedHeader({ alg: 'HS256', kid }).sign(secret)
    expect(await check(confused)).toEqual({ ok: false, reason: 'foreign' })
  })

  it('is foreign when it is no token at all', async () => {
    for (const text of ['', 'a.b.c', '...', '{}', 'x'.repeat(10_000), 'e30.e30.e30'])
      expect(await check(text)).toEqual({ ok: false, reason: 'foreign' })
  })

  it('is altered when the city’s key signed something else', async () => {
    const list = await signToken({ id: 'x', type: ['BitstringStatusListCredential'] }, { baseUrl, key, typ: 'vc+jwt' })
    expect(await check(list)).toEqual({ ok: false, reason: 'altered' })
  })
})
