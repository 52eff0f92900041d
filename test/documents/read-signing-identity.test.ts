import { describe, expect, it } from 'vitest'
import { readSigningIdentity, SigningIdentityError } from '../../src/documents/read-signing-identity.ts'
import { legacyP12 } from '../support/legacy-p12.ts'
import { signerFor, signerName, throwAwayIdentity, withP12 } from '../support/signing-identities.ts'

const at = new Date('2026-11-21T00:00:00Z')

const problemOf = async (read: Promise<unknown>): Promise<string> => {
  try {
    await read
    return ''
  } catch (error) {
    return error instanceof SigningIdentityError ? error.message : `not said: ${error}`
  }
}

const problemOfFile = (p12: Buffer, password: string, now = at): Promise<string> =>
  withP12(p12, (path) => problemOf(readSigningIdentity({ path, password }, now)))

describe('a P12 file', () => {
  it('gives the name and the days of its certificate', async () => {
    const identity = await throwAwayIdentity({ from: '2026-04-01T00:00:00Z', until: '2027-04-01T00:00:00Z' })
    expect(await signerFor(identity, at)).toMatchObject({
      name: signerName,
      validFrom: new Date('2026-04-01T00:00:00Z'),
      validUntil: new Date('2027-04-01T00:00:00Z')
    })
  })

  it('may have a password in Japanese', async () => {
    expect(await signerFor(await throwAwayIdentity({ password: '朝霞のひみつ' }), at)).toMatchObject({
      name: signerName
    })
  })

  it('is refused with the wrong password, without one, and when it is cut off', async () => {
    const { p12, password } = await throwAwayIdentity()
    for (const wrong of ['other', '']) expect(await problemOfFile(p12, wrong)).toContain('SIGNING_P12_PASSWORD')
    expect(await problemOfFile(p12.subarray(0, -20), password)).toContain('として読めません')
  })

  it('is refused when its ciphers are too old, with what to do', async () => {
    const problem = await problemOfFile(legacyP12, 'old')
    expect(problem).toContain('古い暗号方式')
    expect(problem).toContain('openssl pkcs12 -legacy')
    expect(await problemOfFile(legacyP12, 'other')).toContain('パスワードが違います')
  })

  it('is refused before and after the days of its certificate', async () => {
    const { p12, password } = await throwAwayIdentity({ from: '2026-11-01T00:00:00Z', until: '2026-11-30T00:00:00Z' })
    for (const day of ['2026-10-31', '2026-12-01'])
      expect(await problemOfFile(p12, password, new Date(`${day}T00:00:00Z`))).toContain('有効期間の外')
  })

  it('is refused when it is missing or something else', async () => {
    const missing = readSigningIdentity({ path: '/no/such/file.p12', password: '' }, at)
    expect(await problemOf(missing)).toContain('ファイルを読めません')
    for (const content of [
      Buffer.alloc(0),
      Buffer.from('-----BEGIN PRIVATE KEY-----'),
      Buffer.from([0x30, 0x03, 2, 1, 3])
    ])
      expect(await problemOfFile(content, 'x')).toContain('として読めません')
  })
})
