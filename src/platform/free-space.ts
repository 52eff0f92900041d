import { statfsSync } from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'
import type { FastifyRequest } from 'fastify'
import { NoRoomError } from './errors.ts'
import { isSafe } from './same-origin.ts'

/** Whether the database still has room for what people send. */
export type HasRoom = () => Promise<boolean>

const mebibyte = 1024 * 1024

/** Bytes that people's changes leave free on the disk of the embedded database: mails and the queue go on in what is left. */
const reserve = 128 * mebibyte

/**
 * Bytes without which the embedded database is asked nothing. A write-ahead log that finds no room for its next segment
 * makes it spin for ever, and the process with it, so no statement may begin that could meet that. The largest puts a file
 * of 10 MB into a table and into the log, which grows by whole segments of 16 MB: 10 + 3 × 16. Even a question may write.
 */
const leastForStatement = 64 * mebibyte

const freeBytes = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** Looks at the disk that holds a folder. */
export const makeHasRoom =
  (folder: string): HasRoom =>
  async () =>
    freeBytes(folder) >= reserve

/** @throws NoRoomError when the disk below a folder has too little room for the embedded database to be opened or asked */
export const requireRoomForStatement = (folder: string): void => {
  if (freeBytes(folder) < leastForStatement) throw new NoRoomError()
}

const text = new TextDecoder('latin1')

/** Whether a message of PostgreSQL's protocol begins a statement (Query or Parse) other than one that gives up. */
const beginsStatement = (message: Uint8Array): boolean => {
  const kind = String.fromCharCode(message[0] ?? 0)
  if (kind !== 'Q' && kind !== 'P') return false
  // Kind and length; a Parse has its name, ended by a zero, before the text.
  const start = kind === 'Q' ? 5 : message.indexOf(0, 5) + 1
  return !/^\s*rollback/i.test(text.decode(message.subarray(start, start + 20)))
}

/**
 * Has the embedded database ask for room before every statement. It fails with NoRoomError then, in the midst of a
 * transaction too, and the transaction is undone: what was not acknowledged is not kept, and what was stays whole.
 */
export const guardAgainstFullDisk = (pglite: PGlite, folder: string): void => {
  const exchange = pglite.execProtocolRawSync.bind(pglite)
  pglite.execProtocolRawSync = (message) => {
    if (beginsStatement(message)) requireRoomForStatement(folder)
    return exchange(message)
  }
}

/**
 * Refuses changes while the disk is nearly full; whatever only reads goes on.
 * @throws NoRoomError 507
 */
export const makeRequireRoom =
  (hasRoom: HasRoom) =>
  async (request: FastifyRequest): Promise<void> => {
    if (!isSafe(request) && !(await hasRoom())) throw new NoRoomError()
  }
