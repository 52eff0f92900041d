import { createHash } from 'node:crypto'
import { ObjectIdentifier, OctetString, Sequence } from 'asn1js'
import {
  AlgorithmIdentifier,
  Attribute,
  type Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo
} from 'pkijs'

const oids = {
  data: '1.2.840.113549.1.7.1',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1'
} as const

const sha256 = (content: Uint8Array): Buffer => createHash('sha256').update(content).digest()

/** Bytes of their own: the ASN.1 library takes a whole buffer where a view on a part of one is given. */
const owned = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer

const octets = (bytes: Uint8Array): OctetString => new OctetString({ valueHex: owned(bytes) })

const encoded = (part: { readonly toSchema: () => { readonly toBER: () => ArrayBuffer } }): Buffer =>
  Buffer.from(part.toSchema().toBER())

/** Which certificate signed (RFC 5035): a signature cannot be passed off as another certificate's of the same key. */
const signingCertificate = (certificate: Certificate): Sequence =>
  new Sequence({
    value: [new Sequence({ value: [new Sequence({ value: [octets(sha256(encoded(certificate)))] })] })]
  })

/**
 * What is signed along with the content, as PAdES baseline wants it (EN 319 142-1): no signing time, which stands in the
 * PDF's own dictionary. Sorted as DER sorts a set.
 */
const signedAttributes = (content: Uint8Array, certificate: Certificate): SignedAndUnsignedAttributes => {
  const attributes = [
    new Attribute({ type: oids.contentType, values: [new ObjectIdentifier({ value: oids.data })] }),
    new Attribute({ type: oids.messageDigest, values: [octets(sha256(content))] }),
    new Attribute({ type: oids.signingCertificateV2, values: [signingCertificate(certificate)] })
  ]
  return new SignedAndUnsignedAttributes({
    type: 0,
    attributes: attributes.toSorted((one, other) => Buffer.compare(encoded(one), encoded(other)))
  })
}

/**
 * Signs content with SHA-256: a detached CAdES signature (CMS SignedData, RFC 5652) in DER.
 * @param certificates the signer's first, then those that vouch for it
 */
export const cmsSignature = async (
  content: Uint8Array,
  key: CryptoKey,
  certificates: readonly [Certificate, ...Certificate[]]
): Promise<Uint8Array> => {
  const [certificate] = certificates
  const { issuer, serialNumber } = certificate
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oids.data }),
    digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: oids.sha256 })],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer, serialNumber }),
        signedAttrs: signedAttributes(content, certificate)
      })
    ],
    certificates: [...certificates]
  })
  await signed.sign(key, 0, 'SHA-256', owned(content))
  const wrapped = new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema(true) })
  return new Uint8Array(wrapped.toSchema().toBER())
}
