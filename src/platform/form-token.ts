import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const proofBytes = 32

const xor = (one: Buffer, other: Buffer): Buffer => Buffer.from(one.map((byte, index) => byte ^ (other[index] ?? 0)))

/** Makes and checks the tokens of posted forms. A seed is the random value of a browser's cookie. */
export type FormTokens = {
  /** A token for a seed, different each time: a page may be sent compressed, and its length must not give it away. */
  readonly mint: (seed: string) => string
  /** Whether a token was made for a seed. */
  readonly accepts: (seed: string, token: string) => boolean
}

/** @param secret of this installation; what is made from it here opens nothing else */
export const formTokens = (secret: string): FormTokens => {
  const key = createHmac('sha256', secret).update('form token').digest()
  const proofOf = (seed: string): Buffer => createHmac('sha256', key).update(seed).digest()
  return {
    mint: (seed) => {
      const pad = randomBytes(proofBytes)
      return Buffer.concat([pad, xor(proofOf(seed), pad)]).toString('base64url')
    },
    accepts: (seed, token) => {
      const bytes = Buffer.from(token, 'base64url')
      if (bytes.length !== 2 * proofBytes) return false
      return timingSafeEqual(xor(bytes.subarray(0, proofBytes), bytes.subarray(proofBytes)), proofOf(seed))
    }
  }
}

/** A seed no one can guess: 128 random bits. */
export const newSeed = (): string => randomBytes(16).toString('base64url')

/** Whether a cookie holds what `newSeed` made. */
export const isSeed = (value: string | undefined): value is string => value !== undefined && /^[\w-]{22}$/.test(value)
