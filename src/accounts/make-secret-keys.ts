import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, randomInt } from 'node:crypto'

/** What the session secret is used for; each use has a key of its own. */
type Purpose = 'session token' | 'code token' | 'code' | 'attempt' | 'provider sign-in'

/**
 * Makes and keeps the secrets of signing in. Everything depends on the session secret: a new one ends every session. What
 * the previous one has sealed can still be opened while it is known.
 */
export type SecretKeys = {
  /** 256 bits of chance, as they stand in a cookie. */
  readonly newToken: () => string
  /** So many bytes of chance. */
  readonly newBytes: (length: number) => Buffer
  /** Six digits of chance. */
  readonly newCode: () => string
  /** A keyed hash, in base64url: the same text gives the same hash, and nobody without the secret can make or undo it. */
  readonly hashOf: (purpose: Purpose, text: string) => string
  /** Encrypts bytes for one owner (AES-256-GCM); base64url of nonce, tag and content. */
  readonly seal: (content: Uint8Array, owner: string) => string
  /** What `seal` was given; null where it was sealed for another owner, with neither secret, or changed since. */
  readonly unseal: (sealed: string, owner: string) => Buffer | null
  /** The same sealed anew where the previous secret has sealed it; null where that is not so. */
  readonly reseal: (sealed: string, owner: string) => string | null
}

const nonceBytes = 12
const tagBytes = 16
const cipher = 'aes-256-gcm'

const derive = (secret: string, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32))

const sealWith = (key: Buffer, content: Uint8Array, owner: string): string => {
  const nonce = randomBytes(nonceBytes)
  const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([sealing.update(content), sealing.final()])
  return Buffer.concat([nonce, sealing.getAuthTag(), sealed]).toString('base64url')
}

const unsealWith = (key: Buffer, sealed: string, owner: string): Buffer | null => {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < nonceBytes + tagBytes) return null
  try {
    const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
      .setAAD(Buffer.from(owner))
      .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
    return Buffer.concat([opening.update(bytes.subarray(nonceBytes + tagBytes)), opening.final()])
  } catch {
    return null
  }
}

/**
 * @param secret of this installation
 * @param previous what it was until lately; null when nothing is to be opened with it any more
 */
export const makeSecretKeys = (secret: string, previous: string | null = null): SecretKeys => {
  const keys: Readonly<Record<Purpose, Buffer>> = {
    'session token': derive(secret, 'session token'),
    'code token': derive(secret, 'code token'),
    code: derive(secret, 'code'),
    attempt: derive(secret, 'attempt'),
    'provider sign-in': derive(secret, 'provider sign-in')
  }
  const sealing = derive(secret, 'second factor')
  const previousSealing = previous === null ? null : derive(previous, 'second factor')
  const seal: SecretKeys['seal'] = (content, owner) => sealWith(sealing, content, owner)
  const unsealPrevious: SecretKeys['unseal'] = (sealed, owner) =>
    previousSealing === null ? null : unsealWith(previousSealing, sealed, owner)
  return {
    newToken: () => randomBytes(32).toString('base64url'),
    newBytes: (length) => randomBytes(length),
    newCode: () => randomInt(1_000_000).toString().padStart(6, '0'),
    hashOf: (purpose, text) => createHmac('sha256', keys[purpose]).update(text).digest('base64url'),
    seal,
    unseal: (sealed, owner) => unsealWith(sealing, sealed, owner) ?? unsealPrevious(sealed, owner),
    reseal: (sealed, owner) => {
      const content = unsealPrevious(sealed, owner)
      return content === null ? null : seal(content, owner)
    }
  }
}
