import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Certificate } from 'pkijs'
import { canSign, type DocumentSigner } from '../platform/document-signer.ts'
import { certificateName } from './certificate-name.ts'
import { type Pkcs12, Pkcs12Error, readPkcs12 } from './pkcs12.ts'
import { cmsSignature } from './sign-content.ts'

/** The P12 file cannot be signed with; the message names the variable and says what to do. */
export class SigningIdentityError extends Error {
  override readonly name = 'SigningIdentityError'
}

const messages: Readonly<Record<Pkcs12Error['reason'], string>> = {
  'not-readable': 'SIGNING_P12: P12（PKCS#12）のファイルとして読めません (not a PKCS#12 file that can be read)',
  'wrong-password': 'SIGNING_P12_PASSWORD: パスワードが違います (wrong password)',
  'old-cipher': `SIGNING_P12: 古い暗号方式（3DES・RC2）のP12は使えません。次のように作り直してください (old ciphers; make it anew)
  openssl pkcs12 -legacy -in old.p12 -nodes | openssl pkcs12 -export -out new.p12`
}

const noKey = 'SIGNING_P12: 秘密鍵と、その証明書が入っていません (holds no private key with its certificate)'
const unfitKey =
  'SIGNING_P12: 2048ビット以上のRSA、またはP-256・P-384・P-521のECDSAの鍵が必要です (wants RSA of 2048 bits or more, or ECDSA)'

const der = (certificate: Certificate): Buffer => Buffer.from(certificate.toSchema().toBER())

const spkiOf = ({ subjectPublicKeyInfo }: Certificate): Buffer => Buffer.from(subjectPublicKeyInfo.toSchema().toBER())

const curves: Readonly<Record<string, string>> = { prime256v1: 'P-256', secp384r1: 'P-384', secp521r1: 'P-521' }

const algorithmOf = ({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject) => {
  const { modulusLength = 0, namedCurve = '' } = asymmetricKeyDetails ?? {}
  if (asymmetricKeyType === 'rsa' && modulusLength >= 2048) return { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  const curve = curves[namedCurve]
  if (asymmetricKeyType === 'ec' && curve !== undefined) return { name: 'ECDSA', namedCurve: curve }
  throw new SigningIdentityError(unfitKey)
}

/** The signer's certificate first, then whoever vouches for the one before, as far as the file holds them. */
const chainFrom = (signer: Certificate, all: readonly Certificate[]): [Certificate, ...Certificate[]] => {
  const chain: [Certificate, ...Certificate[]] = [signer]
  for (let last = signer; chain.length <= all.length; ) {
    const issuer = all.find((one) => !chain.includes(one) && one.subject.isEqual(last.issuer))
    if (issuer === undefined) break
    chain.push(issuer)
    last = issuer
  }
  return chain
}

const keyWithCertificate = ({ keys, certificates }: Pkcs12) => {
  for (const pkcs8 of keys) {
    const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
    const spki = createPublicKey(key).export({ format: 'der', type: 'spki' })
    const certificate = certificates.find((one) => spkiOf(one).equals(spki))
    if (certificate !== undefined) return { key, pkcs8, chain: chainFrom(certificate, certificates) }
  }
  throw new SigningIdentityError(noKey)
}

const readIdentity = async (file: Uint8Array, password: string): Promise<DocumentSigner> => {
  const { key, pkcs8, chain } = keyWithCertificate(await readPkcs12(file, password))
  const [certificate] = chain
  const imported = await crypto.subtle.importKey('pkcs8', Uint8Array.from(pkcs8), algorithmOf(key), false, ['sign'])
  return {
    name: certificateName(certificate),
    validFrom: certificate.notBefore.value,
    validUntil: certificate.notAfter.value,
    // The certificates, the signature itself (1,024 bytes for the largest RSA key in use) and what is around them.
    signatureRoom: chain.reduce((sum, one) => sum + der(one).length, 0) + 4096,
    sign: (content) => cmsSignature(content, imported, chain)
  }
}

const readBytes = async (path: string): Promise<Buffer> => {
  try {
    return await readFile(path)
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error)
    throw new SigningIdentityError(`SIGNING_P12: ファイルを読めません (cannot be read) ${what}`)
  }
}

/**
 * The city's electronic signature from its P12 file: an RSA or ECDSA key, its certificate and those that vouch for it.
 * @param at the certificate has to hold then
 * @throws SigningIdentityError naming the variable and what to do, when nothing can be signed with it
 */
export const readSigningIdentity = async (
  { path, password }: { readonly path: string; readonly password: string },
  at: Date
): Promise<DocumentSigner> => {
  const file = await readBytes(path)
  try {
    const signer = await readIdentity(file, password)
    if (canSign(signer, at)) return signer
    const period = `${signer.validFrom.toISOString()} – ${signer.validUntil.toISOString()}`
    throw new SigningIdentityError(
      `SIGNING_P12: 証明書の有効期間の外です。新しい証明書に替えてください (the certificate does not hold now) ${period}`
    )
  } catch (error) {
    throw error instanceof Pkcs12Error ? new SigningIdentityError(messages[error.reason]) : error
  }
}
