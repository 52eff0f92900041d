import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { Ajv2019 } from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import { compactVerify, createLocalJWKSet, decodeJwt, decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { recordSurrender } from '../../src/certificates/record-surrender.ts'
import { ConfigError } from '../../src/config.ts'
import { readBakedToken } from '../../src/credentials/read-baked-token.ts'
import { readCredentialKey } from '../../src/credentials/read-credential-key.ts'
import { recordCredentialKey } from '../../src/credentials/record-credential-key.ts'
import { paths } from '../../src/paths.ts'
import { accountOf } from '../committee/meeting-of-cases.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import { official } from '../support/cases.ts'
import { credentialKey, newCredentialKey } from '../support/credential-keys.ts'
import { certificationCase } from '../support/issued.ts'

const schema = JSON.parse(readFileSync(new URL('./ob_v3p0_achievementcredential_schema.json', import.meta.url), 'utf8'))

const jwks = z.object({ keys: z.array(z.looseObject({ kty: z.literal('RSA'), kid: z.string() })) })

let portal: TestApp
let held: Awaited<ReturnType<typeof certificationCase>>
beforeAll(async () => {
  portal = await openTestApp({ env: { CREDENTIAL_KEY: credentialKey } })
  held = await certificationCase(portal.context, { startsOn: '2026-11-01' })
})
afterAll(() => portal.close())

const get = (url: string) => portal.visitor().get(url)
const tokenOf = async (code = held.verificationCode) => (await get(paths.credential(code, 'jwt'))).body
const published = async () => createLocalJWKSet(jwks.parse((await get(paths.keySet)).json()))

/** What a verifier anywhere reads: by the published keys alone. */
const verified = async (token: string) => {
  const { payload } = await compactVerify(token, await published(), { algorithms: ['RS256'] })
  return JSON.parse(new TextDecoder().decode(payload))
}

describe('a certificate as a credential', () => {
  it('is valid by the published JSON schema of Open Badges 3.0', async () => {
    const ajv = new Ajv2019({ strict: false, allErrors: true })
    addFormats.default(ajv)
    const validate = ajv.compile(schema)
    const credential = await verified(await tokenOf())
    expect([validate(credential), validate.errors]).toEqual([true, null])
    const { credentialSubject, ...lacking } = credential
    expect(validate(lacking)).toBe(false)
    expect(validate({ ...credential, validFrom: 'tomorrow' })).toBe(false)
    expect(validate({ ...credential, type: ['VerifiableCredential'] })).toBe(false)
  })

  it('says what the certificate says, and nothing else of the company', async () => {
    const credential = await verified(await tokenOf())
    expect(credential).toMatchObject({
      name: `朝霞市ワーク・ライフ・グッドバランス企業 第${held.number}号`,
      validFrom: '2026-11-01T00:00:00+09:00',
      validUntil: '2029-10-31T23:59:59+09:00',
      credentialSubject: {
        identifier: [{ identityType: 'name', hashed: false, identityHash: '株式会社あさか製作所' }],
        licenseNumber: `第${held.number}号`,
        achievement: { achievementType: 'Certification' }
      },
      credentialStatus: { statusListIndex: String(held.number) }
    })
    expect(credential.credentialSubject.achievement.criteria.narrative).toContain('7分野23項目')
    expect(JSON.stringify(credential)).not.toMatch(/@(?!context)|example\.jp/)
  })

  it('has the header and the claims of the token that Open Badges asks for', async () => {
    const token = await tokenOf()
    const header = decodeProtectedHeader(token)
    expect(Object.keys(header).toSorted()).toEqual(['alg', 'kid', 'typ'])
    expect([header.alg, header.typ]).toEqual(['RS256', 'JWT'])
    const claims = decodeJwt<{ id: string; issuer: { id: string }; credentialSubject: { id: string } }>(token)
    expect([claims.iss, claims.sub, claims.jti]).toEqual([claims.issuer.id, claims.credentialSubject.id, claims.id])
    expect(new Date((claims.nbf ?? 0) * 1000).toISOString()).toBe('2026-10-31T15:00:00.000Z')
    expect(new Date((claims.exp ?? 0) * 1000).toISOString()).toBe('2029-10-31T14:59:59.000Z')
    const key = await get(new URL(header.kid ?? '').pathname)
    expect([key.status, key.json()]).toMatchObject([200, { kty: 'RSA', kid: header.kid }])
    expect(key.body).not.toMatch(/"(d|p|q|dp|dq|qi)":/)
  })

  it('is the same at every download, in every format', async () => {
    const token = await tokenOf()
    expect(await tokenOf()).toBe(token)
    for (const format of ['png', 'svg']) {
      const { bytes, headers } = await get(paths.credential(held.verificationCode, format))
      expect(readBakedToken(bytes)).toBe(token)
      expect(headers['content-disposition']).toContain(`credential-${held.verificationCode}.${format}`)
    }
    expect((await get(paths.credential(held.verificationCode, 'json'))).json()).toEqual({
      '@context': 'https://www.w3.org/ns/credentials/v2',
      id: `data:application/vc+jwt,${token}`,
      type: 'EnvelopedVerifiableCredential'
    })
  })

  it('is not had by a code that there is not', async () => {
    for (const code of ['7KQ2-M9XT-4HDR', 'short', '%00', '../x'])
      for (const format of ['jwt', 'png', 'svg', 'json'])
        expect((await get(paths.credential(encodeURIComponent(code), format))).status).toBe(404)
  })
})

describe('what verifiers ask for', () => {
  it('is open to other sites', async () => {
    for (const url of [
      paths.keySet,
      paths.didDocument,
      paths.credentialIssuer,
      paths.credentialStatus,
      paths.credentialImage
    ]) {
      const { status, headers } = await get(url)
      expect([status, headers['access-control-allow-origin']]).toEqual([200, '*'])
    }
  })

  it('names the same issuer and keys everywhere', async () => {
    const { issuer } = await verified(await tokenOf())
    expect((await get(paths.credentialIssuer)).json()).toMatchObject({
      id: issuer.id,
      name: '朝霞市',
      type: ['Profile']
    })
    expect((await get(paths.didDocument)).json()).toMatchObject({
      id: 'did:web:localhost%3A3000',
      alsoKnownAs: [issuer.id],
      verificationMethod: [{ type: 'JsonWebKey', controller: 'did:web:localhost%3A3000' }]
    })
    const achievement = (await verified(await tokenOf())).credentialSubject.achievement
    expect((await get(new URL(achievement.id).pathname)).json()).toMatchObject(achievement)
  })

  it('is 404 for keys and achievements that there are not', async () => {
    for (const url of [
      paths.credentialKey('none'),
      paths.credentialKey('%00'),
      paths.credentialAchievement('asaka-1999')
    ])
      expect((await get(url)).status).toBe(404)
  })
})

/** The bits of the status list, as a verifier reads them. */
const statusBit = async (index: number): Promise<boolean> => {
  const list = await verified((await get(paths.credentialStatus)).body)
  expect(list).toMatchObject({ credentialSubject: { type: 'BitstringStatusList', statusPurpose: 'revocation' } })
  const bits = gunzipSync(Buffer.from(list.credentialSubject.encodedList.slice(1), 'base64url'))
  return (((bits[index >> 3] ?? 0) >> (7 - (index & 7))) & 1) === 1
}

describe('the status list', () => {
  it('turns the bit of a certification that ended, and its credential is handed out no more', async () => {
    const ending = await certificationCase(portal.context, { startsOn: '2026-11-01' })
    expect(await statusBit(ending.number)).toBe(false)
    const actor = await accountOf(portal.context, ending.email)
    await recordSurrender(portal.context, {
      certificationId: ending.certificationId,
      on: '2026-11-25',
      reason: '廃業',
      actor
    })
    expect([
      await statusBit(ending.number),
      (await get(paths.credential(ending.verificationCode, 'jwt'))).status
    ]).toEqual([false, 200])
    portal.setNow('2026-11-25T00:00:00+09:00')
    expect(await statusBit(ending.number)).toBe(true)
    expect(await statusBit(held.number)).toBe(false)
    expect((await get(paths.credential(ending.verificationCode, 'jwt'))).status).toBe(404)
    portal.setNow(testNow)
  })
})

describe('a key', () => {
  it('that was replaced is published on, so that what it signed is checked', async () => {
    const earlier = await readCredentialKey(newCredentialKey())
    await recordCredentialKey(portal.context, earlier)
    await recordCredentialKey(portal.context, earlier)
    const { keys } = jwks.parse((await get(paths.keySet)).json())
    expect(keys).toHaveLength(2)
    await verified(await tokenOf())
  })

  it('that is none is refused at the start', async () => {
    await expect(openTestApp({ env: { CREDENTIAL_KEY: '{}' } })).rejects.toThrow(ConfigError)
  })
})

describe('without a key', () => {
  it('nothing is offered, and the secretariat is told', async () => {
    const plain = await openTestApp({ env: { LOG_LEVEL: 'info' } })
    const { certificationId, verificationCode, email } = await certificationCase(plain.context)
    expect(plain.log()).toContain('CREDENTIAL_KEY is not set')
    for (const url of [paths.credential(verificationCode, 'jwt'), paths.credentialStatus])
      expect((await plain.visitor().get(url)).status).toBe(404)
    expect((await plain.visitor().get(paths.keySet)).json()).toEqual({ keys: [] })
    const city = await plain.signIn(await official(plain.context, 'secretariat', '産業 太郎'))
    expect((await city.get(paths.certification(certificationId))).body).toContain(
      'デジタル証明書（Open Badges 3.0）は、署名の鍵が設定されていない'
    )
    const own = await (await plain.signIn(email)).get(paths.ownBadge(certificationId))
    expect(own.body).not.toContain('credential.png')
    await plain.close()
  })
})
