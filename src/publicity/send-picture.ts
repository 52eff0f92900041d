import type { FastifyReply } from 'fastify'
import type { Context } from '../platform/context.ts'
import { asDownload } from '../platform/downloads.ts'
import { readStoredFile } from '../platform/files.ts'
import { checkGivenOut } from '../scanning/find-holds.ts'

/** For whom a picture is: everybody, its company, or the secretariat. */
type Audience = 'everybody' | 'its company' | 'the secretariat'

/**
 * A shown picture never changes under its address, so it need not be asked for again; a day, because one that its company
 * takes back is not to live on in caches for longer.
 */
const caching: Readonly<Record<Audience, string>> = {
  everybody: 'public, max-age=86400, immutable',
  'its company': 'private, no-store',
  'the secretariat': 'private, no-store'
}

/**
 * Answers with a picture that the portal made. Whether this visitor may see it was asked before.
 * @throws FileHeldError when it waits for its scan, or something was found in it
 */
export const sendPicture = async (
  reply: FastifyReply,
  context: Pick<Context, 'db' | 'scanner'>,
  sha256: string,
  audience: Audience
): Promise<FastifyReply> => {
  await checkGivenOut(context, sha256, audience === 'its company' ? 'owner' : 'others')
  const content = await readStoredFile(context.db, sha256)
  return asDownload(reply, `${sha256.slice(0, 12)}.webp`)
    .header('cache-control', caching[audience])
    .header('cross-origin-resource-policy', audience === 'everybody' ? 'cross-origin' : 'same-origin')
    .type('image/webp')
    .send(content)
}
