import { OctetString } from 'asn1js'
import {
  AuthenticatedSafe,
  CertBag,
  Certificate,
  type ContentInfo,
  EncryptedData,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  type SafeBag,
  SafeContents
} from 'pkijs'

/** What a PKCS #12 file holds: private keys in PKCS #8 and certificates. */
export type Pkcs12 = { readonly keys: readonly Uint8Array[]; readonly certificates: readonly Certificate[] }

/** Why a PKCS #12 file cannot be read. */
export class Pkcs12Error extends Error {
  override readonly name = 'Pkcs12Error'
  readonly reason: 'not-readable' | 'wrong-password' | 'old-cipher'
  constructor(reason: Pkcs12Error['reason'], cause?: unknown) {
    super(`PKCS #12 file: ${reason}`, { cause })
    this.reason = reason
  }
}

/** RC2, RC4 and 3DES by the password-based encryption of PKCS #12 itself: the cryptography of the platform has none of them. */
const oldCiphers = '1.2.840.113549.1.12.1.'

const encryptedData = '1.2.840.113549.1.7.6'

const ownBuffer = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer

const refuseOldCipher = (algorithm: string): void => {
  if (algorithm.startsWith(oldCiphers)) throw new Pkcs12Error('old-cipher')
}

const bagsIn = async ({ contentType, content }: ContentInfo, password: ArrayBuffer): Promise<readonly SafeBag[]> => {
  if (contentType !== encryptedData)
    return content instanceof OctetString ? SafeContents.fromBER(content.getValue()).safeBags : []
  const encrypted = new EncryptedData({ schema: content })
  refuseOldCipher(encrypted.encryptedContentInfo.contentEncryptionAlgorithm.algorithmId)
  return SafeContents.fromBER(await encrypted.decrypt({ password })).safeBags
}

const keyIn = async ({ bagValue }: SafeBag, password: ArrayBuffer): Promise<readonly Uint8Array[]> => {
  if (bagValue instanceof PrivateKeyInfo) return [new Uint8Array(bagValue.toSchema().toBER())]
  if (!(bagValue instanceof PKCS8ShroudedKeyBag)) return []
  refuseOldCipher(bagValue.encryptionAlgorithm.algorithmId)
  const { encryptionAlgorithm: contentEncryptionAlgorithm, encryptedData: encryptedContent } = bagValue
  const encrypted = new EncryptedData()
  encrypted.encryptedContentInfo.contentEncryptionAlgorithm = contentEncryptionAlgorithm
  encrypted.encryptedContentInfo.encryptedContent = encryptedContent
  return [new Uint8Array(await encrypted.decrypt({ password }))]
}

const certificateIn = ({ bagValue }: SafeBag): readonly Certificate[] =>
  bagValue instanceof CertBag && bagValue.certValue instanceof OctetString
    ? [Certificate.fromBER(bagValue.certValue.getValue())]
    : []

/** The outer shell, checked against the password: what is inside is decrypted only when the password is the right one. */
const openShell = async (file: Uint8Array, password: ArrayBuffer): Promise<AuthenticatedSafe> => {
  const pfx = PFX.fromBER(ownBuffer(file))
  const { content } = pfx.authSafe
  if (!(content instanceof OctetString) || pfx.macData === undefined) throw new Pkcs12Error('not-readable')
  try {
    await pfx.parseInternalValues({ password, checkIntegrity: true })
  } catch (error) {
    const isBroken = error instanceof Error && error.message.startsWith('Integrity')
    throw new Pkcs12Error(isBroken ? 'wrong-password' : 'not-readable', error)
  }
  return AuthenticatedSafe.fromBER(content.getValue())
}

/**
 * Decrypts a PKCS #12 file, as `openssl pkcs12 -export` of OpenSSL 3 makes it (AES and PBKDF2).
 * @throws Pkcs12Error when it is none, the password is wrong, or its ciphers are too old
 */
export const readPkcs12 = async (file: Uint8Array, password: string): Promise<Pkcs12> => {
  const secret = ownBuffer(new TextEncoder().encode(password))
  try {
    const { safeContents } = await openShell(file, secret)
    const bags = (await Promise.all(safeContents.map((content) => bagsIn(content, secret)))).flat()
    const keys = (await Promise.all(bags.map((bag) => keyIn(bag, secret)))).flat()
    return { keys, certificates: bags.flatMap(certificateIn) }
  } catch (error) {
    throw error instanceof Pkcs12Error ? error : new Pkcs12Error('not-readable', error)
  }
}
