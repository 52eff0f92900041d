import { statfs } from 'node:fs/promises'
import type { FastifyRequest } from 'fastify'
import { NoRoomError } from './errors.ts'
import { isSafe } from './same-origin.ts'

/** Whether the database still has room for what people send. */
export type HasRoom = () => Promise<boolean>

/**
 * Bytes that people's changes leave free on the disk of the embedded database. It does not survive a full disk: a write
 * that finds no room never comes back. Sending mails and the queue go on in what is left.
 */
const reserve = 128 * 1024 * 1024

/** Looks at the disk that holds a folder. */
export const makeHasRoom =
  (folder: string): HasRoom =>
  async () => {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize >= reserve
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
