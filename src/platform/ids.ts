import { randomBytes } from 'node:crypto'

/** Where new identifiers come from. Use cases receive one; tests count. */
export type Ids = () => string

/**
 * A UUID version 7 (RFC 9562): the first 48 bits are the time in milliseconds, so keys grow with time and hot tables
 * stay compact.
 */
export const uuidV7 = (milliseconds: number = Date.now(), random: Uint8Array = randomBytes(10)): string => {
  const time = milliseconds.toString(16).padStart(12, '0')
  const tail = Buffer.from(random)
  tail.writeUInt8(((tail[0] ?? 0) & 0x0f) | 0x70, 0)
  tail.writeUInt8(((tail[2] ?? 0) & 0x3f) | 0x80, 2)
  const hex = time + tail.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text from a URL can be a key at all; asking the database about anything else would be an error there. */
export const isUuid = (text: string): boolean => uuid.test(text)
