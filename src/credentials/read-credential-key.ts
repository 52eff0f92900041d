import { CompactSign, calculateJwkThumbprint, compactVerify, importJWK, type JWK } from 'jose'
import { z } from 'zod'
import type { CredentialKey } from './credential-key.ts'

/** CREDENTIAL_KEY cannot sign credentials; the message says what to do. */
export class CredentialKeyError extends Error {
  override readonly name = 'CredentialKeyError'
}

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/)

/** 2048 bits and more, in base64url. */
const modulus = base64url.min(342)

const privateJwk = z.object({
  kty: z.literal('RSA'),
  n: modulus,
  e: base64url,
  d: base64url,
  p: base64url,
  q: base64url,
  dp: base64url,
  dq: base64url,
  qi: base64url
})

const message = `CREDENTIAL_KEY: 2048ビット以上のRSAの秘密鍵を、JWK（JSON）で指定してください (an RSA private key of 2048 bits or more as JWK). 作り方 (make one):
  node -e "console.log(JSON.stringify(require('node:crypto').generateKeyPairSync('rsa',{modulusLength:3072}).privateKey.export({format:'jwk'})))"`

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A private half of another key is taken without a word by the cryptography below, and nothing it signs can be checked. */
const refuseOtherPublicHalf = async (privateKey: CryptoKey, publicHalf: JWK): Promise<void> => {
  const signed = await new CompactSign(new Uint8Array([0])).setProtectedHeader({ alg: 'RS256' }).sign(privateKey)
  await compactVerify(signed, await importJWK(publicHalf, 'RS256'))
}

/**
 * The key that signs credentials, from a private JWK: RSA, since RS256 is what every verifier of Open Badges 3.0 has to know.
 * @throws CredentialKeyError when it is none, with how to make one; the key itself is never in the message
 */
export const readCredentialKey = async (text: string): Promise<CredentialKey> => {
  const read = privateJwk.safeParse(parsed(text))
  if (!read.success) throw new CredentialKeyError(message)
  const { kty, n, e } = read.data
  try {
    const privateKey = await importJWK(read.data, 'RS256')
    if (privateKey instanceof Uint8Array) throw new CredentialKeyError(message)
    await refuseOtherPublicHalf(privateKey, { kty, n, e })
    const kid = await calculateJwkThumbprint({ kty, n, e })
    return { kid, publicKey: { kty, n, e, alg: 'RS256', use: 'sig' }, privateKey }
  } catch {
    throw new CredentialKeyError(message)
  }
}
