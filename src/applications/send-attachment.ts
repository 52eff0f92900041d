import type { FastifyReply } from 'fastify'
import type { Database } from '../platform/database.ts'
import { sendStoredFile } from '../platform/downloads.ts'
import type { Attachment } from './application.ts'

/** Answers with an attached file. Whether this person may have it was asked before. */
export const sendAttachment = (
  reply: FastifyReply,
  db: Database,
  { fileName, mediaType, sha256 }: Pick<Attachment, 'fileName' | 'mediaType' | 'sha256'>
): Promise<FastifyReply> => sendStoredFile(reply, db, { fileName, mediaType, sha256 })
