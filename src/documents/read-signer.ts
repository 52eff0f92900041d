import { createHash } from 'node:crypto'
import { fromBER, Sequence } from 'asn1js'
import { type Certificate, type CertificateSetItem, ContentInfo, IssuerAndSerialNumber, SignedData } from 'pkijs'
import { certificateName } from './certificate-name.ts'

const signingCertificateV2 = '1.2.840.113549.1.9.16.2.47'

const owned = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer

const isX509 = (item: CertificateSetItem): item is Certificate => 'subjectPublicKeyInfo' in item

const certificateOf = ({ certificates, signerInfos }: SignedData): Certificate | undefined => {
  const [{ sid } = { sid: null }] = signerInfos
  if (!(sid instanceof IssuerAndSerialNumber)) return undefined
  return certificates
    ?.filter(isX509)
    .find(({ issuer, serialNumber }) => issuer.isEqual(sid.issuer) && serialNumber.isEqual(sid.serialNumber))
}

/** Whether the signature names the certificate that it is checked with, where it names one at all. */
const namesItsCertificate = ({ signerInfos }: SignedData, certificate: Certificate): boolean => {
  const attribute = signerInfos[0]?.signedAttrs?.attributes.find(({ type }) => type === signingCertificateV2)
  if (attribute === undefined) return true
  const wanted = createHash('sha256').update(Buffer.from(certificate.toSchema().toBER())).digest()
  return attribute.values.some(
    (value: unknown) => value instanceof Sequence && Buffer.from(value.toBER()).includes(wanted)
  )
}

/**
 * Who signed content, as the signing certificate names the holder; null when the signature is none, is not by the
 * certificate in it, or is not of this content. Whom the city trusts is not asked: no list of roots is kept here.
 * @param signature CMS in DER; what follows it, as in a PDF's padded space, is ignored
 */
export const readSigner = async (content: Uint8Array, signature: Uint8Array): Promise<string | null> => {
  try {
    const { result } = fromBER(owned(signature))
    const signed = new SignedData({ schema: new ContentInfo({ schema: result }).content })
    const certificate = certificateOf(signed)
    if (certificate === undefined || !namesItsCertificate(signed, certificate)) return null
    const holds = await signed.verify({ signer: 0, data: owned(content), checkChain: false })
    return holds ? certificateName(certificate) : null
  } catch {
    return null
  }
}
