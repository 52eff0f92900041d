import type { FastifyRequest } from 'fastify'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import type { Authentication } from './authentication.ts'
import { tokenIn } from './session-cookie.ts'
import { endOf, seenEvery } from './session-limits.ts'
import { findSessionOwner, noteSeen, type SessionOwner } from './session-store.ts'
import { type FactorStep, factorStepOf, type SignedIn } from './signed-in.ts'
import type { Viewer } from './viewer.ts'

/** Looks up which company a person acts for; given by the composition root, because companies know accounts. */
export type FindCompanyOf = (db: Database, userId: string) => Promise<Viewer['company']>

type Deps = {
  readonly context: Pick<Context, 'db' | 'clock'>
  readonly authentication: Authentication
  readonly findCompanyOf: FindCompanyOf
}

const viewerOf = async ({ context, findCompanyOf }: Deps, { user, role }: SessionOwner): Promise<Viewer> => {
  const company = role === null ? await findCompanyOf(context.db, user.id) : null
  return { userId: user.id, email: user.email, name: user.name || user.email, role: role ?? 'company', company }
}

/**
 * The person behind a request's session cookie, or null. Nobody whose session has ended by its limits: they are those of
 * the role that the person has now.
 */
export const makeFindSignedIn =
  (deps: Deps) =>
  async (request: FastifyRequest): Promise<SignedIn | null> => {
    const { context, authentication } = deps
    const token = tokenIn(request, 'session', authentication)
    if (token === null) return null
    const owner = await findSessionOwner(context.db, authentication.keys.hashOf('session token', token))
    if (owner === null) return null
    const now = context.clock.now()
    const { session } = owner
    const limit = authentication.limits[owner.role ?? 'company']
    if (endOf(session, limit) <= now) return null
    const isNoted = now.getTime() - session.lastSeenAt.getTime() > seenEvery
    if (isNoted) await noteSeen(context.db, session.id, now)
    const lastSeenAt = isNoted ? now : session.lastSeenAt
    const step: FactorStep = factorStepOf(owner, authentication)
    return {
      viewer: await viewerOf(deps, owner),
      step,
      session: {
        id: session.id,
        method: session.method,
        createdAt: session.createdAt,
        endsAt: endOf({ ...session, lastSeenAt }, limit)
      }
    }
  }
