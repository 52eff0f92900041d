import { randomBytes, randomInt, scrypt } from 'node:crypto'

/** How many recovery codes there are. */
export const recoveryCodeCount = 10

// Twelve digits, so that a phone's number pad can type them.
const digits = 12

/** New recovery codes in groups of four digits, with the salt of their hashes. */
export const makeRecoveryCodes = (): { readonly codes: readonly string[]; readonly salt: string } => {
  const codes = new Set<string>()
  while (codes.size < recoveryCodeCount)
    codes.add(Array.from({ length: digits / 4 }, () => randomInt(10_000).toString().padStart(4, '0')).join('-'))
  return { codes: [...codes], salt: randomBytes(16).toString('base64url') }
}

/** Hashes a recovery code slowly: twelve digits in a copied database are not to be tried out. */
export const hashRecoveryCode = (code: string, salt: string): Promise<string> =>
  new Promise((resolve, reject) => {
    scrypt(code.replaceAll(/\D/g, ''), salt, 32, { N: 2 ** 14, r: 8, p: 1 }, (error, hash) =>
      error === null ? resolve(hash.toString('base64url')) : reject(error)
    )
  })
