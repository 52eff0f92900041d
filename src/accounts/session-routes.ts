import type { FastifyInstance } from 'fastify'
import { SessionPage } from '../../views/accounts/session-page.tsx'
import { SessionsPage } from '../../views/accounts/sessions-page.tsx'
import { homes } from '../frame.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { isUuid } from '../platform/ids.ts'
import { sendPage } from '../platform/page.ts'
import type { Authentication } from './authentication.ts'
import { endOtherSessions, endOwnSession } from './end-own-sessions.ts'
import { hasFactor } from './factor-store.ts'
import { signedInOf, wantsJson } from './guard.ts'
import { endOf } from './session-limits.ts'
import { sessionsOf } from './session-store.ts'
import { countSentence, limitSentence } from './session-words.ts'

type Deps = { readonly context: Context; readonly authentication: Authentication }

/** Where a person is signed in: the list, ending one or all others, and going on with this one. */
export const sessionRoutes = async (app: FastifyInstance, { context, authentication }: Deps): Promise<void> => {
  app.get(paths.sessions, async (request, reply) => {
    const { viewer, session } = signedInOf(request)
    const limit = authentication.limits[viewer.role]
    const now = context.clock.now()
    const standing = (await sessionsOf(context.db, viewer.userId)).filter((one) => endOf(one, limit) > now)
    const page = SessionsPage({
      frame: request.frame({
        title: 'ログインの管理',
        breadcrumb: [{ href: homes[viewer.role], label: 'ホーム' }]
      }),
      email: viewer.email,
      sessions: standing.map(({ id, browser, createdAt, lastSeenAt }) => ({
        id,
        browser,
        since: createdAt,
        lastSeen: lastSeenAt,
        isThis: id === session.id
      })),
      limits: `${limitSentence(limit)}${countSentence()}`,
      factor: await hasFactor(context.db, viewer.userId)
    })
    return sendPage(reply, page)
  })

  app.post(paths.otherSessions, async (request, reply) => {
    const ended = await endOtherSessions(context, signedInOf(request))
    return reply.setFlash(`ほかの${ended}件のログインを終わらせました。`).redirect(paths.sessions, 303)
  })

  app.post<{ Params: { id: string } }>(paths.sessionRemoval(':id'), async (request, reply) => {
    const { id } = request.params
    const ended = isUuid(id) && (await endOwnSession(context, signedInOf(request), id))
    if (!ended) throw new NotFoundError(`session ${id}`)
    return reply.setFlash('ログインを終わらせました。').redirect(paths.sessions, 303)
  })

  // Being asked is what prolongs the session: the guard has noted its use.
  app.get(paths.sessionContinuation, async (request, reply) => {
    const { endsAt } = signedInOf(request).session
    reply.header('cache-control', 'no-store')
    if (wantsJson(request)) return reply.send({ seconds: secondsUntil(endsAt, context.clock.now()) })
    return sendPage(reply, SessionPage({ frame: request.frame({ title: 'ログインの延長' }), endsAt }))
  })
}

const secondsUntil = (instant: Date, now: Date): number => Math.floor((instant.getTime() - now.getTime()) / 1000)
