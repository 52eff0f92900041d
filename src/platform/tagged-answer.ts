import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** A tag that names a content, or everything that one is made from. */
export const tagOf = (content: string): string =>
  `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`

const strong = (tag: string): string => tag.trim().replace(/^W\//, '')

/** Whether the asker has what a tag names, by the weak comparison that reading asks for (RFC 9110, 13.1.2). */
export const isKnown = (request: FastifyRequest, tag: string): boolean =>
  (request.headers['if-none-match'] ?? '').split(',').some((known) => strong(known) === strong(tag))

/**
 * Answers with text that is the same for everybody: browsers and proxies may keep it, and ask each time whether it still
 * stands (304). It is sent compressed: it holds nothing secret that its length could give away.
 * @param type the media type with its charset
 */
export const sendTagged = (request: FastifyRequest, reply: FastifyReply, type: string, text: string): FastifyReply => {
  // Weak: compressed or not, it is the same text.
  const tag = `W/${tagOf(text)}`
  reply.header('cache-control', 'public, max-age=0, must-revalidate').header('etag', tag)
  if (isKnown(request, tag)) return reply.code(304).send()
  reply.type(type).compress(text)
  return reply
}
