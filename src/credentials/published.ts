import type { FastifyReply } from 'fastify'

/** For verifiers, which ask from other sites: five minutes old is young enough. */
export const sendPublished = (reply: FastifyReply, type: string, content: string | Buffer): FastifyReply =>
  reply
    .header('access-control-allow-origin', '*')
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('cache-control', 'public, max-age=300')
    .type(type)
    .send(content)
