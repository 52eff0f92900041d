import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { renderPage } from '../../views/layout.tsx'
import { sendPage } from '../platform/page.ts'
import { sendTagged } from '../platform/tagged-answer.ts'

/**
 * Answers with a page that is the same for everybody who is signed out: browsers and proxies may keep it, and ask each
 * time whether it still stands. Who is signed in, or has just been told something, gets a page of their own that nobody
 * keeps.
 */
export const sendPublicPage = (request: FastifyRequest, reply: FastifyReply, page: VNode): FastifyReply => {
  if (request.viewer !== null || request.takeFlash() !== null) return sendPage(reply, page)
  return sendTagged(request, reply.header('vary', 'cookie'), 'text/html; charset=utf-8', renderPage(page, null))
}
