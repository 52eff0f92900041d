import { createHash, timingSafeEqual } from 'node:crypto'
import { collectDefaultMetrics, Registry } from 'prom-client'

/** The figures of this process for a monitoring system, and who may read them. */
export type Metrics = {
  readonly registry: Registry
  /** Whether an Authorization header carries the token. */
  readonly admits: (authorization: string | undefined) => boolean
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Begins to keep figures: those of Node.js at once, others as they are added. */
export const openMetrics = (token: string): Metrics => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const wanted = hashOf(token)
  return {
    registry,
    // In constant time, and by hashes, since those are of one length.
    admits: (authorization) => {
      const sent = authorization?.match(/^Bearer +(\S+)$/i)?.[1]
      return sent !== undefined && timingSafeEqual(hashOf(sent), wanted)
    }
  }
}
