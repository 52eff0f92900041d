import type { FastifyReply } from 'fastify'
import type { Database } from '../platform/database.ts'
import { readStoredFile } from '../platform/files.ts'
import type { Attachment } from './application.ts'
import { attachmentDisposition } from './file-name.ts'

/**
 * Answers with an attached file, to be saved and never shown inside the portal: what strangers hand in runs nothing
 * here. Whether this person may have it was asked before.
 */
export const sendAttachment = async (
  reply: FastifyReply,
  db: Database,
  { fileName, mediaType, sha256 }: Pick<Attachment, 'fileName' | 'mediaType' | 'sha256'>
): Promise<FastifyReply> => {
  const content = await readStoredFile(db, sha256)
  return reply
    .header('content-disposition', attachmentDisposition(fileName))
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'no-store')
    .type(mediaType)
    .send(content)
}
