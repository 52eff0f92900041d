import type { FastifyReply } from 'fastify'
import type { Database } from './database.ts'
import { readStoredFile } from './files.ts'

const asciiOnly = (name: string): string => name.replaceAll(/[^\x20-\x7e]/g, '_').replaceAll(/["\\%]/g, '_')

/** What encodeURIComponent leaves alone but RFC 8187 does not allow in a value. */
const escapeRest = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`

/**
 * The header by which a browser saves a file under its name (RFC 6266, RFC 8187).
 * @param plain the name for those who read ASCII only
 */
export const attachmentDisposition = (fileName: string, plain = fileName): string => {
  const simple = `attachment; filename="${asciiOnly(plain)}"`
  if (asciiOnly(plain) === fileName) return simple
  const encoded = encodeURIComponent(fileName.toWellFormed()).replaceAll(/['()*]/g, escapeRest)
  return `${simple}; filename*=UTF-8''${encoded}`
}

/** `default-src` stands for neither of the two after it. */
const sandbox = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox"

/**
 * Makes an answer one that runs nothing in the portal's name, whatever its bytes are: of its stated type and no other, in
 * a sandbox without scripts, out of reach of other sites, in no cache.
 */
export const sandboxed = (reply: FastifyReply): FastifyReply =>
  reply
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', sandbox)
    .header('cross-origin-resource-policy', 'same-origin')
    .header('cache-control', 'no-store')

/** Makes an answer a file to be saved under a name, never shown inside the portal. */
export const asDownload = (reply: FastifyReply, fileName: string, plain?: string): FastifyReply =>
  sandboxed(reply).header('content-disposition', attachmentDisposition(fileName, plain))

/** A stored file as somebody saves it. */
type Download = {
  readonly sha256: string
  readonly mediaType: string
  readonly fileName: string
  /** The name for those who read ASCII only. */
  readonly plainName?: string
}

/**
 * Answers with stored bytes, to be saved: the one way on which documents and what people hand in leave the portal.
 * Whether this person may have them was asked before.
 * @throws Error when they are missing or damaged
 */
export const sendStoredFile = async (reply: FastifyReply, db: Database, download: Download): Promise<FastifyReply> => {
  const { sha256, mediaType, fileName, plainName } = download
  const content = await readStoredFile(db, sha256)
  return asDownload(reply, fileName, plainName).header('etag', `"${sha256}"`).type(mediaType).send(content)
}
