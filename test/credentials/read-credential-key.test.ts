import { calculateJwkThumbprint } from 'jose'
import { describe, expect, it } from 'vitest'
import { CredentialKeyError, readCredentialKey } from '../../src/credentials/read-credential-key.ts'
import { credentialKey, newCredentialKey } from '../support/credential-keys.ts'

describe('the key of credentials', () => {
  it('is named by its thumbprint, and its public half holds no secret', async () => {
    const { kid, publicKey } = await readCredentialKey(credentialKey)
    expect(kid).toBe(await calculateJwkThumbprint(JSON.parse(credentialKey)))
    expect(Object.keys(publicKey).toSorted()).toEqual(['alg', 'e', 'kty', 'n', 'use'])
  })

  it('is refused when it is none, with how to make one and without a word of it', async () => {
    const { d, ...publicOnly } = JSON.parse(credentialKey)
    const wrong = ['secret-word', '{}', '{"kty":"EC","secret-word":1}', JSON.stringify(publicOnly)]
    for (const text of [
      ...wrong,
      JSON.stringify({ ...publicOnly, d, n: JSON.parse(newCredentialKey()).n }),
      JSON.stringify({ kty: 'RSA', n: 'AQAB', d })
    ]) {
      const reading = readCredentialKey(text)
      await expect(reading).rejects.toThrow(CredentialKeyError)
      await expect(reading).rejects.toThrow('generateKeyPairSync')
      await expect(reading).rejects.not.toThrow('secret-word')
    }
  })
})
