import type { Context } from '../platform/context.ts'
import { attemptLimits } from './attempt-limits.ts'
import { deleteAttemptsBefore } from './attempt-store.ts'
import { deleteCodesEndedBy } from './code-store.ts'
import { sessionLimits } from './session-limits.ts'
import { deleteSessionsBefore } from './session-store.ts'

const longest = (lengths: readonly number[]): number => Math.max(...lengths)

/** Removes sessions, codes and counts of attempts whose time is over; none of them opens or limits anything any more. */
export const removeEndedSignIns = async ({ db, clock }: Pick<Context, 'db' | 'clock'>) => {
  const now = clock.now()
  const before = (milliseconds: number): Date => new Date(now.getTime() - milliseconds)
  const oldest = longest(Object.values(sessionLimits).map(({ absolute }) => absolute))
  const counted = longest(Object.values(attemptLimits).map(({ within }) => within))
  return {
    sessions: await deleteSessionsBefore(db, before(oldest)),
    codes: await deleteCodesEndedBy(db, now),
    attempts: await deleteAttemptsBefore(db, before(counted))
  }
}
