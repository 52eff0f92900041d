import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { certificationNumberIn } from '../certificates/certification-number.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { isKnown } from '../platform/tagged-answer.ts'
import { type Card, companyCardOf, siteCardOf } from './draw-card.ts'
import { findEntry } from './read-entries.ts'

const send = async (request: FastifyRequest, reply: FastifyReply, { tag, draw }: Card): Promise<FastifyReply> => {
  reply.header('cache-control', 'public, max-age=600').header('etag', tag)
  // Others show these pictures beside links: that is what they are for.
  reply.header('cross-origin-resource-policy', 'cross-origin')
  if (isKnown(request, tag)) return reply.code(304).send()
  return reply.type('image/png').send(await draw())
}

/** The pictures that stand beside links to public pages, wherever people pass them on. */
export const cardRoutes = async (app: FastifyInstance, { context }: { readonly context: Context }): Promise<void> => {
  const { city, name, honour } = context.scheme
  const place = { city, scheme: name, honour }

  app.get(paths.siteCard, (request, reply) => send(request, reply, siteCardOf(place)))

  app.get<{ Params: { readonly number: string } }>(paths.companyCard(':number'), async (request, reply) => {
    const number = certificationNumberIn(request.params.number)
    const entry = number === null ? null : await findEntry(context, number)
    if (entry === null) throw new NotFoundError(`card of certification ${request.params.number}`)
    return send(request, reply, companyCardOf(context.db, place, entry))
  })
}
