import type { FastifyReply } from 'fastify'
import { homes } from '../frame.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { findRole } from './account-store.ts'
import type { Authentication } from './authentication.ts'
import { hasFactor } from './factor-store.ts'
import { giveToken, removeToken } from './session-cookie.ts'
import { factorStepOf } from './signed-in.ts'

type Deps = { readonly context: Pick<Context, 'db'>; readonly authentication: Authentication }

/** Somebody who has just signed in, and the path where they wanted to go; empty for the home of their role. */
export type Arrival = {
  readonly userId: string
  readonly token: string
  readonly returnTo: string
  /** Whether the second factor was given at a provider. */
  readonly factorGiven?: boolean
}

/** The way on with a second step, if one is needed, before it. */
export const wayTo = (step: 'factor' | 'enrolment', returnTo: string): string => {
  const path = step === 'factor' ? paths.signInFactor : paths.secondFactor
  return returnTo === '' ? path : `${path}?return=${encodeURIComponent(returnTo)}`
}

/** Answers a sign-in: gives the browser its session and leads on, by way of the second factor where one is needed. */
export const sendSignedIn = async (
  reply: FastifyReply,
  { context, authentication }: Deps,
  { userId, token, returnTo, factorGiven = false }: Arrival
): Promise<FastifyReply> => {
  const role = await findRole(context.db, userId)
  const enrolled = await hasFactor(context.db, userId)
  const step = factorGiven ? null : factorStepOf({ session: { factorAt: null }, role, enrolled }, authentication)
  removeToken(reply, 'code', authentication)
  giveToken(reply, 'session', authentication, { token, lasts: authentication.limits[role ?? 'company'].absolute })
  return reply.redirect(step === null ? returnTo || homes[role ?? 'company'] : wayTo(step, returnTo), 303)
}
