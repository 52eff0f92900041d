import cookie from '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

declare module 'fastify' {
  interface FastifyRequest {
    /** What the request before has done, in words; null after the first call. */
    takeFlash: () => string | null
  }
  interface FastifyReply {
    /** Tells the next page what was done. */
    setFlash: (message: string) => FastifyReply
  }
}

/** Adds cookies, and messages that last for one redirect: signed, so a page shows only what this product wrote. */
export const addFlash = async (app: FastifyInstance, secret: string, secure: boolean): Promise<void> => {
  const name = secure ? '__Host-wlgb_done' : 'wlgb_done'
  await app.register(cookie, { secret, hook: 'onRequest' })
  app.decorateRequest('takeFlash', function takeFlash(this: FastifyRequest) {
    const signed = this.cookies[name]
    if (signed === undefined) return null
    const { valid, value } = this.unsignCookie(signed)
    return valid ? value : null
  })
  app.decorateReply('setFlash', function setFlash(this: FastifyReply, message: string) {
    return this.setCookie(name, message, {
      signed: true,
      httpOnly: true,
      sameSite: 'lax',
      secure,
      path: '/',
      maxAge: 60
    })
  })
  app.addHook('onSend', async (request, reply) => {
    const isPage = String(reply.getHeader('content-type') ?? '').startsWith('text/html')
    if (isPage && request.cookies[name] !== undefined) reply.clearCookie(name, { path: '/', secure })
  })
}
