import type { Role } from './viewer.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long a session lasts, in milliseconds: without being used, and at most. */
export type SessionLimit = { readonly idle: number; readonly absolute: number }

/** How long people of each role stay signed in. Who sees many companies' figures is asked again sooner. */
export type SessionLimits = Readonly<Record<Role, SessionLimit>>

export const sessionLimits: SessionLimits = {
  company: { idle: 12 * hour, absolute: 7 * day },
  secretariat: { idle: hour, absolute: 12 * hour },
  committee: { idle: hour, absolute: 12 * hour },
  administrator: { idle: hour, absolute: 12 * hour }
}

/** In how many browsers a person may be signed in at once; one more ends the session that was not used for longest. */
export const sessionsPerAccount = 10

/** A session's use is written down at most this often, in milliseconds: the idle time may be short of so much. */
export const seenEvery = 2 * minute

/** What decides how long a session lasts. */
export type SessionTimes = { readonly createdAt: Date; readonly lastSeenAt: Date }

/** When a session ends if it is not used any more. */
export const endOf = ({ createdAt, lastSeenAt }: SessionTimes, { idle, absolute }: SessionLimit): Date =>
  new Date(Math.min(lastSeenAt.getTime() + idle, createdAt.getTime() + absolute))
