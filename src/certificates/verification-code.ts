/** Crockford's base 32: no I, L, O or U, so that a code read out or copied from paper cannot be mistaken. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const codeLength = 12

const grouped = (characters: string): string => (characters.match(/.{4}/g) ?? []).join('-')

/**
 * The code on a certificate by which anybody can check it, such as `7KQ2-M9XT-4HDR`: 60 bits that cannot be guessed.
 * @param randomBytes at least 12 bytes from a cryptographic source; each gives one character, without bias.
 * @throws RangeError when there are fewer.
 */
export const verificationCode = (randomBytes: Uint8Array): string => {
  if (randomBytes.length < codeLength) throw new RangeError(`a verification code needs ${codeLength} random bytes`)
  return grouped([...randomBytes.subarray(0, codeLength)].map((byte) => alphabet.charAt(byte % 32)).join(''))
}

/**
 * The code that somebody meant: lower case, full width, spaces and missing or odd hyphens are forgiven, O is read as 0
 * and I and L as 1. Null for what cannot be a code.
 */
export const parseVerificationCode = (text: string): string | null => {
  const characters = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}−ー]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  const isCode = characters.length === codeLength && [...characters].every((character) => alphabet.includes(character))
  return isCode ? grouped(characters) : null
}
