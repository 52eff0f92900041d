import { createHash } from 'node:crypto'
import { canSign, type DocumentSigner, SigningExpiredError } from '../platform/document-signer.ts'
import { type OpenedPdf, openPdf, updatedPdf } from './pdf-update.ts'

/** What a signature says of itself. */
export type SignatureDetails = { readonly at: Date; readonly reason: string }

/** A text in the dictionaries of a PDF: UTF-16 with its mark. */
const pdfText = (text: string): string => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`

const pdfDate = (at: Date): string => `(D:${at.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z)`

/** As wide as any three numbers that a file has, so that writing the true ones moves nothing. */
const rangePlace = `/ByteRange [0${' '.repeat(40)}]`

const pageOf = (pdf: OpenedPdf): number => {
  const pages = Number(pdf.dictionary(pdf.root).match(/\/Pages (\d+) 0 R/)?.[1])
  return Number(pdf.dictionary(pages).match(/\/Kids \[(\d+) 0 R/)?.[1])
}

/**
 * The PDF with a place for a signature. The field has no face: what is printed stays as it was, and nothing on paper claims
 * what only the file can prove. Its size is zero, so PDF/A wants no appearance and PDF/UA no place in the structure.
 */
const withPlace = (pdf: OpenedPdf, room: number, signer: DocumentSigner, { at, reason }: SignatureDetails): string => {
  const [page, field, value] = [pageOf(pdf), pdf.size, pdf.size + 1]
  const label = pdfText(`${signer.name}の電子署名`)
  const id = createHash('sha256').update(pdf.text, 'latin1').update(at.toISOString()).digest('hex').slice(0, 32)
  const root = `${pdf.dictionary(pdf.root)}/AcroForm << /Fields [${field} 0 R] /SigFlags 3 >>\n`
  const objects = [
    { number: pdf.root, body: root },
    { number: page, body: `${pdf.dictionary(page)}/Annots [${field} 0 R]\n/Tabs /S\n` },
    {
      number: field,
      body: `/Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /TU ${label} /Rect [0 0 0 0] /F 132 /P ${page} 0 R /V ${value} 0 R`
    },
    {
      number: value,
      body: `/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M ${pdfDate(at)} /Name ${pdfText(signer.name)} /Reason ${pdfText(reason)}\n${rangePlace} /Contents <${'0'.repeat(room * 2)}>`
    }
  ]
  return updatedPdf(pdf, objects, id)
}

/**
 * Signs a PDF of this house: PAdES baseline B-B (ETSI EN 319 142-1), an incremental update over the whole file. The bytes
 * before stay as they are.
 * @throws SigningExpiredError when the signing certificate does not hold at that moment
 * @throws StrangePdfError for a PDF that the portal did not write
 */
export const signPdf = async (pdf: Uint8Array, signer: DocumentSigner, details: SignatureDetails): Promise<Buffer> => {
  if (!canSign(signer, details.at)) throw new SigningExpiredError(`the certificate of ${signer.name} does not hold`)
  const room = signer.signatureRoom
  const text = withPlace(openPdf(pdf), room, signer, details)
  const rangeAt = text.lastIndexOf(rangePlace)
  const from = text.indexOf('/Contents <', rangeAt) + '/Contents '.length
  const to = from + room * 2 + 2
  const range = `/ByteRange [0 ${from} ${to} ${text.length - to}`
  const ranged = `${text.slice(0, rangeAt)}${range.padEnd(rangePlace.length - 1)}]${text.slice(rangeAt + rangePlace.length)}`
  const signed = Buffer.from(ranged, 'latin1')
  const signature = await signer.sign(Buffer.concat([signed.subarray(0, from), signed.subarray(to)]))
  if (signature.length > room) throw new Error(`a signature of ${signature.length} bytes has room for ${room}`)
  signed.write(Buffer.from(signature).toString('hex'), from + 1, 'latin1')
  return signed
}
