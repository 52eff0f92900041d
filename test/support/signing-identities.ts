import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Integer, PrintableString, Utf8String } from 'asn1js'
import {
  AttributeTypeAndValue,
  AuthenticatedSafe,
  BasicConstraints,
  CertBag,
  Certificate,
  Extension,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeBag,
  SafeContents
} from 'pkijs'
import { readSigningIdentity } from '../../src/documents/read-signing-identity.ts'
import type { DocumentSigner } from '../../src/platform/document-signer.ts'

/** Kinds of keys that a city's certificate may come with. */
export type KeyKind = 'rsa' | 'ec'

/** A certificate authority made for one test, and a P12 file with a certificate of it. */
export type ThrowAwayIdentity = {
  readonly p12: Buffer
  readonly password: string
  readonly authority: Certificate
  readonly certificate: Certificate
  readonly key: CryptoKey
}

const algorithms = {
  rsa: { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
  ec: { name: 'ECDSA', namedCurve: 'P-256' }
} as const

const makeKeys = (kind: KeyKind): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey(algorithms[kind], true, ['sign', 'verify'])

const nameParts = (commonName: string) => [
  new AttributeTypeAndValue({ type: '2.5.4.6', value: new PrintableString({ value: 'JP' }) }),
  new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value: commonName }) })
]

type CertificateParts = {
  readonly commonName: string
  readonly keys: CryptoKeyPair
  readonly issuer: { readonly commonName: string; readonly key: CryptoKey }
  readonly from: Date
  readonly until: Date
  readonly serial: number
  readonly isAuthority: boolean
}

const makeCertificate = async (parts: CertificateParts): Promise<Certificate> => {
  const certificate = new Certificate({ version: 2, serialNumber: new Integer({ value: parts.serial }) })
  certificate.subject.typesAndValues.push(...nameParts(parts.commonName))
  certificate.issuer.typesAndValues.push(...nameParts(parts.issuer.commonName))
  certificate.notBefore.value = parts.from
  certificate.notAfter.value = parts.until
  const constraints = new BasicConstraints({ cA: parts.isAuthority })
  certificate.extensions = [
    new Extension({
      extnID: '2.5.29.19',
      critical: true,
      extnValue: constraints.toSchema().toBER(),
      parsedValue: constraints
    })
  ]
  await certificate.subjectPublicKeyInfo.importKey(parts.keys.publicKey)
  await certificate.sign(parts.issuer.key, 'SHA-256')
  return certificate
}

const bytesOf = (text: string): ArrayBuffer => Uint8Array.from(new TextEncoder().encode(text)).buffer

const makeP12 = async (key: CryptoKey, certificates: readonly Certificate[], password: string): Promise<Buffer> => {
  const secret = bytesOf(password)
  const ciphers = {
    password: secret,
    contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256, iv: crypto.getRandomValues(new Uint8Array(16)) },
    hmacHashAlgorithm: 'SHA-256',
    iterationCount: 1000
  }
  const keyBag = new PKCS8ShroudedKeyBag({
    parsedValue: PrivateKeyInfo.fromBER(await crypto.subtle.exportKey('pkcs8', key))
  })
  await keyBag.makeInternalValues(ciphers)
  const certificateBags = certificates.map(
    (parsedValue) => new SafeBag({ bagId: '1.2.840.113549.1.12.10.1.3', bagValue: new CertBag({ parsedValue }) })
  )
  const authenticatedSafe = new AuthenticatedSafe({
    parsedValue: {
      safeContents: [
        {
          privacyMode: 0,
          value: new SafeContents({
            safeBags: [new SafeBag({ bagId: '1.2.840.113549.1.12.10.1.2', bagValue: keyBag })]
          })
        },
        { privacyMode: 1, value: new SafeContents({ safeBags: certificateBags }) }
      ]
    }
  })
  await authenticatedSafe.makeInternalValues({ safeContents: [{}, ciphers] })
  const pfx = new PFX({ parsedValue: { integrityMode: 0, authenticatedSafe } })
  await pfx.makeInternalValues({
    password: secret,
    iterations: 1000,
    pbkdf2HashAlgorithm: { name: 'SHA-256' },
    hmacHashAlgorithm: 'SHA-256'
  })
  return Buffer.from(pfx.toSchema().toBER())
}

/** The name on throw-away certificates. */
export const signerName = '朝霞市長'

/** A throw-away authority with one certificate, in a P12 file as OpenSSL 3 makes them. */
export const throwAwayIdentity = async (
  parts: { readonly kind?: KeyKind; readonly from?: string; readonly until?: string; readonly password?: string } = {}
): Promise<ThrowAwayIdentity> => {
  const { kind = 'ec', password = 'throw-away' } = parts
  const [authorityKeys, keys] = await Promise.all([makeKeys(kind), makeKeys(kind)])
  const days = {
    from: new Date(parts.from ?? '2026-01-01T00:00:00Z'),
    until: new Date(parts.until ?? '2036-01-01T00:00:00Z')
  }
  const commonName = '試験用認証局'
  const issuer = { commonName, key: authorityKeys.privateKey }
  const authority = await makeCertificate({
    commonName,
    keys: authorityKeys,
    issuer,
    ...days,
    serial: 1,
    isAuthority: true
  })
  const certificate = await makeCertificate({
    commonName: signerName,
    keys,
    issuer,
    ...days,
    serial: 2,
    isAuthority: false
  })
  const p12 = await makeP12(keys.privateKey, [certificate, authority], password)
  return { p12, password, authority, certificate, key: keys.privateKey }
}

/** The signer of a throw-away identity, read from a file as the portal reads it. */
export const signerFor = (identity: ThrowAwayIdentity, at: Date): Promise<DocumentSigner> =>
  withP12(identity.p12, (path) => readSigningIdentity({ path, password: identity.password }, at))

/** Does something with a P12 file that is gone afterwards. */
export const withP12 = async <T>(p12: Buffer, use: (path: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'p12-'))
  try {
    const path = join(folder, 'city.p12')
    writeFileSync(path, p12)
    return await use(path)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
