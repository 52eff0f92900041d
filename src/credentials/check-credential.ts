import { compactVerify, decodeProtectedHeader, importJWK } from 'jose'
import { z } from 'zod'
import { paths } from '../paths.ts'
import type { StoredKey } from './key-store.ts'
import { keyUrl } from './published-keys.ts'

/**
 * What a credential is worth: `foreign` names none of the city's keys, `altered` is not what the city signed. A genuine one
 * may be of another day than today.
 */
export type CredentialCheck =
  | { readonly ok: false; readonly reason: 'foreign' | 'altered' }
  | {
      readonly ok: true
      readonly validity: 'not_yet' | 'valid' | 'expired' | 'revoked'
      /** 第N号. */
      readonly number: number
      /** Of the certificate, as printed. */
      readonly verificationCode: string
    }

const claimed = z.object({
  id: z.string(),
  type: z.array(z.string()),
  issuer: z.object({ id: z.string() }),
  validFrom: z.iso.datetime({ offset: true }),
  validUntil: z.iso.datetime({ offset: true }),
  credentialSubject: z.object({ id: z.string() }),
  credentialStatus: z.object({ statusListIndex: z.string().regex(/^\d{1,9}$/) }),
  iss: z.string(),
  sub: z.string(),
  jti: z.string(),
  nbf: z.number(),
  exp: z.number()
})

const headerOf = (token: string): { readonly alg?: unknown; readonly kid?: unknown } => {
  try {
    return decodeProtectedHeader(token)
  } catch {
    return {}
  }
}

const payloadOf = async (token: string, { publicKey }: StoredKey): Promise<unknown> => {
  try {
    const key = await importJWK(publicKey, 'RS256')
    const { payload } = await compactVerify(token, key, { algorithms: ['RS256'] })
    return JSON.parse(new TextDecoder().decode(payload))
  } catch {
    return null
  }
}

/** Whether the claims of the token say what the credential says (Open Badges 3.0, Verify a Credential VC-JWT Signature). */
const agrees = (credential: z.infer<typeof claimed>): boolean =>
  credential.iss === credential.issuer.id &&
  credential.sub === credential.credentialSubject.id &&
  credential.jti === credential.id &&
  credential.nbf * 1000 === Date.parse(credential.validFrom) &&
  credential.exp * 1000 === Date.parse(credential.validUntil) &&
  credential.type.includes('OpenBadgeCredential')

/**
 * Checks a signed credential by the published keys alone, whatever key it brings along itself.
 * @param published every key with which the city ever signed
 * @param ended the numbers of certifications that were surrendered or revoked by now
 */
export const checkCredential = async (
  token: string,
  city: {
    readonly baseUrl: string
    readonly published: readonly StoredKey[]
    readonly ended: readonly number[]
    readonly at: Date
  }
): Promise<CredentialCheck> => {
  const { alg, kid } = headerOf(token)
  const key = city.published.find((one) => keyUrl(city.baseUrl, one.kid) === kid)
  if (key === undefined || alg !== 'RS256') return { ok: false, reason: 'foreign' }
  const read = claimed.safeParse(await payloadOf(token, key))
  if (!read.success || !agrees(read.data)) return { ok: false, reason: 'altered' }
  const { jti, nbf, exp, credentialStatus } = read.data
  const [, verificationCode] = jti.match(/\/verify\/([0-9A-Z-]+)\/credential\.jwt$/) ?? []
  if (verificationCode === undefined || jti !== `${city.baseUrl}${paths.credential(verificationCode, 'jwt')}`)
    return { ok: false, reason: 'altered' }
  const number = Number(credentialStatus.statusListIndex)
  const now = city.at.getTime() / 1000
  const own = { ok: true, number, verificationCode } as const
  if (city.ended.includes(number)) return { ...own, validity: 'revoked' }
  if (now < nbf) return { ...own, validity: 'not_yet' }
  return { ...own, validity: now <= exp ? 'valid' : 'expired' }
}
