const minute = 60_000
const hour = 60 * minute

/** How often something may happen within a time, in milliseconds, that begins with the first. */
export type AttemptLimit = { readonly most: number; readonly within: number }

/**
 * What signing in allows. A source is an internet address, which a whole office or meeting room may share; its limits are
 * wide. Those of an account hold whoever tries: with ten wrong codes an hour, a code of six digits is guessed once in
 * eleven years.
 */
export const attemptLimits = {
  'codes-for-address': { most: 5, within: 10 * minute },
  'codes-by-source': { most: 60, within: 10 * minute },
  'wrong-codes-for-address': { most: 10, within: hour },
  'wrong-codes-by-source': { most: 30, within: 10 * minute },
  'wrong-factors': { most: 10, within: hour }
} as const satisfies Readonly<Record<string, AttemptLimit>>

export type AttemptKind = keyof typeof attemptLimits
