import { fromBER, Sequence } from 'asn1js'
import fc from 'fast-check'
import { Certificate, ContentInfo, SignedData } from 'pkijs'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeCertificate } from '../../src/certificates/certificate-pdf.ts'
import { openPdf, StrangePdfError } from '../../src/documents/pdf-update.ts'
import { readPdfSigner } from '../../src/documents/read-pdf-signer.ts'
import { signPdf } from '../../src/documents/sign-pdf.ts'
import type { DocumentSigner } from '../../src/platform/document-signer.ts'
import { certificateInput } from '../support/certificates.ts'
import { pdf as otherPdf } from '../support/sample-files.ts'
import { type KeyKind, signerFor, signerName, throwAwayIdentity } from '../support/signing-identities.ts'

const at = new Date('2026-11-21T01:02:03Z')
const details = { at, reason: '認定証の交付' }

let original: Uint8Array
beforeAll(async () => {
  original = await makeCertificate(certificateInput())
})

const rangeOf = (pdf: Buffer): readonly [number, number, number, number] => {
  const [, a, b, c, d] = pdf.toString('latin1').match(/\/ByteRange \[(\d+) (\d+) (\d+) (\d+) *\]/) ?? []
  return [Number(a), Number(b), Number(c), Number(d)]
}

const cmsOf = (pdf: Buffer): SignedData => {
  const [, before, rest] = rangeOf(pdf)
  const bytes = Buffer.from(pdf.toString('latin1', before + 1, rest - 1), 'hex')
  return new SignedData({ schema: new ContentInfo({ schema: fromBER(Uint8Array.from(bytes).buffer).result }).content })
}

describe.each<KeyKind>(['rsa', 'ec'])('a PDF signed with a key of kind %s', (kind) => {
  let signer: DocumentSigner
  let signed: Buffer
  beforeAll(async () => {
    signer = await signerFor(await throwAwayIdentity({ kind }), at)
    signed = await signPdf(original, signer, details)
  })

  it('says who signed', async () => {
    expect(await readPdfSigner(signed)).toBe(signerName)
  })

  it('keeps the bytes that were signed, and leaves no byte but the signature outside its range', () => {
    expect(signed.subarray(0, original.length)).toEqual(Buffer.from(original))
    const [start, before, rest, after] = rangeOf(signed)
    expect([start, rest + after]).toEqual([0, signed.length])
    expect(signed.toString('latin1', before, rest)).toMatch(/^<[0-9a-f]+>$/)
  })

  it('is of the form that PAdES baseline asks for', () => {
    const text = signed.toString('latin1')
    for (const words of [
      '/SubFilter /ETSI.CAdES.detached',
      '/M (D:20261121010203Z)',
      '/SigFlags 3',
      '/F 132',
      '/Rect [0 0 0 0]'
    ])
      expect(text).toContain(words)
    const [info] = cmsOf(signed).signerInfos
    expect(info?.digestAlgorithm.algorithmId).toBe('2.16.840.1.101.3.4.2.1')
    // Content type, digest, signing certificate: and no signing time, which stands in the PDF.
    expect(info?.signedAttrs?.attributes.map(({ type }) => type)).toEqual([
      '1.2.840.113549.1.9.3',
      '1.2.840.113549.1.9.4',
      '1.2.840.113549.1.9.16.2.47'
    ])
    expect(info?.signedAttrs?.attributes[2]?.values[0]).toBeInstanceOf(Sequence)
  })

  it('brings the certificates that it takes to check it', () => {
    const names = cmsOf(signed).certificates?.map((one) =>
      one instanceof Certificate ? one.subject.typesAndValues.at(-1)?.value.valueBlock.value : null
    )
    expect(names).toEqual([signerName, '試験用認証局'])
  })

  it('is no longer signed when any one byte is another, and not by what was cut off or appended', async () => {
    const [, before, rest] = rangeOf(signed)
    const position = fc.integer({ min: 0, max: signed.length - 1 }).filter((index) => index < before || index >= rest)
    await fc.assert(
      fc.asyncProperty(position, fc.integer({ min: 1, max: 255 }), async (index, change) => {
        const altered = Buffer.from(signed)
        altered[index] = (altered[index] ?? 0) ^ change
        expect(await readPdfSigner(altered)).toBeNull()
      }),
      { numRuns: 25 }
    )
    expect(await readPdfSigner(signed.subarray(0, -1))).toBeNull()
    expect(await readPdfSigner(Buffer.concat([signed, Buffer.from('\n')]))).toBeNull()
  })

  it('does not carry the signature of another document', async () => {
    const other = await signPdf(await makeCertificate(certificateInput({ number: 13 })), signer, details)
    const [, before, rest] = rangeOf(other)
    const [, ownBefore, ownRest] = rangeOf(signed)
    const forged = Buffer.concat([
      signed.subarray(0, ownBefore),
      other.subarray(before, rest),
      signed.subarray(ownRest)
    ])
    expect(await readPdfSigner(forged)).toBeNull()
  })
})

describe('the signature', () => {
  it('is refused outside the days of the certificate', async () => {
    const signer = await signerFor(
      await throwAwayIdentity({ until: '2026-11-21T00:00:00Z' }),
      new Date('2026-11-20T00:00:00Z')
    )
    await expect(signPdf(original, signer, details)).rejects.toThrow('does not hold')
  })

  it('is never found in a PDF without one, however its range is made up', async () => {
    expect(await readPdfSigner(original)).toBeNull()
    expect(await readPdfSigner(otherPdf())).toBeNull()
    for (const range of ['0 0 0 0', '0 9 99 1', '0 9999999999 9999999999 9999999999', '5 1 2 3'])
      expect(await readPdfSigner(Buffer.from(`%PDF-1.7 /ByteRange [${range}] /Contents <00>`))).toBeNull()
  })

  it('is put under no PDF of another make', () => {
    expect(() => openPdf(otherPdf())).toThrow(StrangePdfError)
  })
})
