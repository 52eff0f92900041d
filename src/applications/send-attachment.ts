import type { FastifyReply } from 'fastify'
import type { Context } from '../platform/context.ts'
import { sendStoredFile } from '../platform/downloads.ts'
import { checkGivenOut, type FileReader } from '../scanning/find-holds.ts'
import type { Attachment } from './application.ts'

/**
 * Answers with an attached file. Whether this person may have it was asked before.
 * @throws FileHeldError when it waits for its scan, or something was found in it
 */
export const sendAttachment = async (
  reply: FastifyReply,
  context: Pick<Context, 'db' | 'scanner'>,
  { fileName, mediaType, sha256 }: Pick<Attachment, 'fileName' | 'mediaType' | 'sha256'>,
  reader: FileReader
): Promise<FastifyReply> => {
  await checkGivenOut(context, sha256, reader)
  return sendStoredFile(reply, context.db, { fileName, mediaType, sha256 })
}
