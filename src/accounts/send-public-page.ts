import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { renderPage } from '../../views/layout.tsx'
import { sendPage } from '../platform/page.ts'

const tagOf = (content: string): string =>
  `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`

const isKnown = (request: FastifyRequest, tag: string): boolean =>
  (request.headers['if-none-match'] ?? '').split(',').some((known) => known.trim() === tag)

/**
 * Answers with a page that is the same for everybody who is signed out: browsers and proxies may keep it, and ask each
 * time whether it still stands. It is sent compressed: it holds nothing secret that its length could give away. Who is
 * signed in, or has just been told something, gets a page of their own that nobody keeps.
 */
export const sendPublicPage = (request: FastifyRequest, reply: FastifyReply, page: VNode): FastifyReply => {
  if (request.viewer !== null || request.takeFlash() !== null) return sendPage(reply, page)
  const html = renderPage(page)
  const tag = tagOf(html)
  reply.header('cache-control', 'public, max-age=0, must-revalidate').header('etag', tag).header('vary', 'cookie')
  if (isKnown(request, tag)) return reply.code(304).send()
  reply.type('text/html; charset=utf-8').compress(html)
  return reply
}
