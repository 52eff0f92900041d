import { NoRoomError } from './errors.ts'

/** How often a failure may name another as its cause before nobody follows any more. */
const deepest = 8

// What the operating system says of a server that does not answer.
const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN'
])

// What PostgreSQL says (SQLSTATE). 08: the connection broke; 53: no room or no connection left; 57P: it stops or starts;
// 57014, 55P03, 25P03: our own limits of time; 40001, 40P01: two got into each other's way; 25006: a standby took over.
const sqlStates = /^(08...|53...|57P..|57014|55P03|25P0[34]|40001|40P01|25006)$/

// What the driver says, which gives no code.
const driverWords =
  /^(timeout exceeded when trying to connect|connection terminated|connection is closed|client has encountered a connection error|client was closed|cannot use a pool after)/i

const tellsOfOutage = (error: Error): boolean => {
  if (driverWords.test(error.message)) return true
  if (!('code' in error) || typeof error.code !== 'string') return false
  return networkCodes.has(error.code) || sqlStates.test(error.code)
}

/**
 * Whether a failure means that the database cannot serve just now: it is away, full, or too busy. The same request may
 * succeed in a moment; nothing of it was kept, unless the connection broke in the very moment of the commit.
 */
export const isOutage = (error: unknown, depth = 0): boolean => {
  if (!(error instanceof Error) || depth > deepest) return false
  if (tellsOfOutage(error) || isOutage(error.cause, depth + 1)) return true
  return error instanceof AggregateError && error.errors.some((one) => isOutage(one, depth + 1))
}

/** Whether a failure comes from a disk without room; whoever asks the database may have wrapped it. */
export const isNoRoom = (error: unknown, depth = 0): boolean => {
  if (!(error instanceof Error) || depth > deepest) return false
  return error instanceof NoRoomError || isNoRoom(error.cause, depth + 1)
}
