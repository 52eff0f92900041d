import { Secret, TOTP } from 'otpauth'

const period = 30
// A phone's clock may be off by so many steps of time.
const skew = 1

/** Whose codes an authenticator app shows: it lists them by issuer and label. */
export type CodeOwner = { readonly issuer: string; readonly label: string }

const totpOf = (secret: Uint8Array, owner: Partial<CodeOwner> = {}): TOTP =>
  new TOTP({
    ...owner,
    algorithm: 'SHA1',
    digits: 6,
    period,
    secret: new Secret({ buffer: Uint8Array.from(secret).buffer })
  })

/** Bytes of a shared secret, as long as the hash (RFC 4226, 4). */
export const secretBytes = 20

/** The step of time that a code of six digits belongs to, of now and its neighbours; null when it is of none (RFC 6238). */
export const stepOf = (secret: Uint8Array, code: string, now: Date): number | null => {
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: skew })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / period) + delta
}

/** The code of an instant, as an app shows it. */
export const codeAt = (secret: Uint8Array, now: Date): string => totpOf(secret).generate({ timestamp: now.getTime() })

/** What an authenticator app reads from a QR code. */
export const appUri = (secret: Uint8Array, owner: CodeOwner): string => totpOf(secret, owner).toString()

/** A secret as people type it into an app that cannot read the QR code: groups of four. */
export const typedSecret = (secret: Uint8Array): string =>
  (new Secret({ buffer: Uint8Array.from(secret).buffer }).base32.match(/.{1,4}/g) ?? []).join(' ')
