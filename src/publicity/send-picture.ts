import type { FastifyReply } from 'fastify'
import type { Database } from '../platform/database.ts'
import { asDownload } from '../platform/downloads.ts'
import { readStoredFile } from '../platform/files.ts'

/** For whom a picture is: everybody, or those of one page. */
type Audience = 'everybody' | 'those who may see it'

/**
 * A shown picture never changes under its address, so it need not be asked for again; a day, because one that its company
 * takes back is not to live on in caches for longer.
 */
const caching: Readonly<Record<Audience, string>> = {
  everybody: 'public, max-age=86400, immutable',
  'those who may see it': 'private, no-store'
}

/** Answers with a picture that the portal made. Whether this visitor may see it was asked before. */
export const sendPicture = async (
  reply: FastifyReply,
  db: Database,
  sha256: string,
  audience: Audience
): Promise<FastifyReply> => {
  const content = await readStoredFile(db, sha256)
  return asDownload(reply, `${sha256.slice(0, 12)}.webp`)
    .header('cache-control', caching[audience])
    .header('cross-origin-resource-policy', audience === 'everybody' ? 'cross-origin' : 'same-origin')
    .type('image/webp')
    .send(content)
}
