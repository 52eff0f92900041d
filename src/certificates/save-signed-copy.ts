import { readPdfSigner } from '../documents/read-pdf-signer.ts'
import { type Actor, recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { readStoredFile, sha256Of, storeFile } from '../platform/files.ts'
import { requestScan } from '../scanning/request-scan.ts'
import type { IssuedCertificate } from './certificate-store.ts'
import { bytesProblem, type SignedCopyProblem } from './signed-copy.ts'
import { insertSignedCopy, lockCertificate, originalOf, signedCopiesOf } from './signed-copy-store.ts'

export type SignedCopyResult =
  | { readonly ok: true; readonly signer: string }
  | { readonly ok: false; readonly reason: SignedCopyProblem }

/**
 * Hands out a PDF that the city signed outside the portal in place of a certificate. It has to be the portal's own bytes
 * with a signature over the whole file after them; whose signature that is, the page says and an official judges. The
 * portal's PDF and earlier copies stay.
 */
export const saveSignedCopy = async (
  context: Context,
  copy: {
    readonly certificate: Pick<IssuedCertificate, 'id' | 'certificationId' | 'number'>
    readonly content: Buffer
    readonly actor: Actor & { readonly id: string }
  }
): Promise<SignedCopyResult> => {
  const { certificate, content, actor } = copy
  const { id: certificateId, certificationId, number } = certificate
  const original = await originalOf(context.db, certificateId)
  const problem = bytesProblem(await readStoredFile(context.db, original.sha256), content)
  if (problem !== null) return { ok: false, reason: problem }
  const signer = await readPdfSigner(content)
  if (signer === null) return { ok: false, reason: 'broken' }
  return context.db.transaction(async (tx): Promise<SignedCopyResult> => {
    await lockCertificate(tx, certificateId)
    const copies = await signedCopiesOf(tx, certificateId)
    if (copies.some(({ sha256 }) => sha256 === sha256Of(content))) return { ok: false, reason: 'kept' }
    const sha256 = await storeFile(tx, context, content)
    await requestScan(tx, context, sha256)
    const [id, uploadedAt] = [context.ids(), context.clock.now()]
    await insertSignedCopy(tx, { id, certificateId, sha256, signer, uploadedAt, uploadedBy: actor.id })
    const details = { number, signer, sha256, replaces: copies[0]?.sha256 ?? original.sha256 }
    await recordEvent(tx, context, { actor, subjectId: certificationId, kind: 'certificate-signed', details })
    return { ok: true, signer }
  })
}
