import type { FastifyReply } from 'fastify'
import type { VNode } from 'preact'
import { renderPage } from '../../views/layout.tsx'

/** Answers with a page. Pages hold what one person may see, so nobody in between keeps them. */
export const sendPage = (reply: FastifyReply, page: VNode, status = 200): FastifyReply =>
  reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(renderPage(page, () => reply.formToken()))
