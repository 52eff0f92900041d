import type { FastifyInstance } from 'fastify'
import { formatDate } from '../../views/format.ts'
import { paths } from '../paths.ts'
import { rasterise } from '../pictures/raster.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { isKnown, tagOf } from '../platform/tagged-answer.ts'
import { badgeWords, parseBadgeFile } from './badge.ts'
import { badgePicture } from './badge-picture.ts'
import { findBadgeFacts } from './badge-store.ts'
import { sendPublished } from './published.ts'

const limited = { config: { rateLimit: { max: 240, timeWindow: '1 minute' } } } as const

/**
 * Badges that companies show on their own pages. They are asked for anew every few minutes, so that a badge turns by itself
 * when a certification ends; a number that there is not gets a badge that says so, never a broken picture.
 */
export const badgeRoutes = async (app: FastifyInstance, { context }: { readonly context: Context }): Promise<void> => {
  const { db, clock, scheme } = context

  app.get<{ Params: { file: string } }>(paths.badge(':file'), limited, async (request, reply) => {
    const asked = parseBadgeFile(request.params.file)
    const facts = asked === null ? null : await findBadgeFacts(db, asked.number, today(clock))
    const words = badgeWords(facts, formatDate)
    const { shape, format } = asked ?? { shape: 'strip', format: 'svg' }
    const tag = tagOf(`${shape} ${format} ${words.headline} ${words.detail}`)
    reply.header('etag', tag)
    if (isKnown(request, tag)) return sendPublished(reply.code(304), 'image/svg+xml', '')
    const svg = badgePicture(scheme, words, shape)
    return format === 'png'
      ? sendPublished(reply, 'image/png', await rasterise(svg, 2))
      : sendPublished(reply, 'image/svg+xml', svg)
  })
}
