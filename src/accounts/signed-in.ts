import type { Authentication } from './authentication.ts'
import type { SessionOwner, StoredSession } from './session-store.ts'
import type { Role, Viewer } from './viewer.ts'

/** What a session lacks to be whole: the second factor, or that one is set up; null when nothing. */
export type FactorStep = 'factor' | 'enrolment' | null

/** A session with its person. Until it is whole it opens nothing but the way to complete it. */
export type SignedIn = {
  readonly viewer: Viewer
  readonly step: FactorStep
  /** `endsAt`: when it ends if it is not used any more. */
  readonly session: Pick<StoredSession, 'id' | 'method' | 'createdAt'> & { readonly endsAt: Date }
}

/** Whether a role needs a second factor here. */
export const isFactorRequired = (role: Role | null, { secondFactor }: Pick<Authentication, 'secondFactor'>): boolean =>
  role !== null && role !== 'company' && secondFactor === 'required'

/**
 * Who has a second factor is asked for it, unless it was given at the city's provider; an official who has none sets one
 * up first, where that is required.
 */
export const factorStepOf = (
  {
    session,
    role,
    enrolled
  }: Pick<SessionOwner, 'role' | 'enrolled'> & {
    readonly session: Pick<SessionOwner['session'], 'factorAt'>
  },
  authentication: Pick<Authentication, 'secondFactor'>
): FactorStep => {
  if (session.factorAt !== null) return null
  if (enrolled) return 'factor'
  return isFactorRequired(role, authentication) ? 'enrolment' : null
}
