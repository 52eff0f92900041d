import type { FastifyRequest } from 'fastify'
import { BadRequestError } from './errors.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whether a request only reads. */
export const isSafe = ({ method }: FastifyRequest): boolean => safeMethods.has(method)

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null)

/**
 * Refuses a change that another site's page sends with the visitor's cookies. Browsers always say where a request comes
 * from: first by Sec-Fetch-Site, older ones by Origin. What says neither is no browser and carries nobody's cookies.
 * @throws BadRequestError 403
 */
export const requireSameOrigin = async (request: FastifyRequest): Promise<void> => {
  if (isSafe(request)) return
  const site = request.headers['sec-fetch-site']
  if (site === 'same-origin' || site === 'none') return
  const { origin } = request.headers
  if (site === undefined && (origin === undefined || hostOf(origin) === request.host)) return
  throw new BadRequestError('a form of another site was refused', 403)
}
