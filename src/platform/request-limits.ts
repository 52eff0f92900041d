import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** `upload`: takes files. `heavy`: draws a document or a picture, or reads whole tables. `free`: is not counted at all. */
export type Cost = 'upload' | 'heavy' | 'free'

/**
 * Requests a minute from one source, where nothing else is said. A whole city hall, or a hall of companies that fill in
 * their forms together, may come from one address: thirty people who type without a pause save about 600 times a minute
 * (a save follows 1.5 seconds after the last key) and open some 300 pages.
 */
export const usualPerMinute = 1200

type Kind = 'read' | 'post' | Exclude<Cost, 'free'>

/** How much of that each kind of request may take. */
const shares: Readonly<Record<Kind, number>> = { read: 1, post: 0.75, upload: 0.25, heavy: 0.15 }

const timeWindow = '1 minute'
/** Sources that are remembered; the one that asked longest ago is forgotten first. */
const sources = 20_000

type RequestLimits = {
  /** From one source; every other limit moves with it. */
  readonly perMinute: number
  /** What the routes cost that cost more than a page, by `METHOD /pattern`. */
  readonly costs: Readonly<Record<string, Cost>>
  /** Whom a request is counted for, by its internet address. */
  readonly sourceOf: (address: string) => string
}

/**
 * Limits how often one source may ask, for every route and for what is none: costly answers, uploads and posts less often
 * than pages, each kind counted together. A route may declare a limit of its own (`rateLimit`), which is counted by
 * itself. Who asks more often is answered 429 with Retry-After before anything is looked up. Counted in each process, so two processes allow twice as much: the
 * limits that keep codes from being guessed are kept in the database (src/accounts).
 */
export const addRequestLimits = async (
  app: FastifyInstance,
  { perMinute, costs, sourceOf }: RequestLimits
): Promise<void> => {
  const costOf = (method: string, url = ''): Cost | undefined => costs[`${method === 'HEAD' ? 'GET' : method} ${url}`]
  const kindOf = ({ method, routeOptions }: FastifyRequest): Kind => {
    const cost = costOf(method, routeOptions.url)
    return cost === undefined || cost === 'free' ? (method === 'POST' ? 'post' : 'read') : cost
  }
  const moved = (max: number): number => Math.max(1, Math.round((max * perMinute) / usualPerMinute))
  app.addHook('onRoute', (route) => {
    const declared = route.config?.rateLimit
    if ([route.method].flat().every((method) => costOf(method, route.url) === 'free'))
      route.config = { ...route.config, rateLimit: false }
    else if (declared && typeof declared.max === 'number')
      route.config = { ...route.config, rateLimit: { ...declared, max: moved(declared.max) } }
  })
  await app.register(rateLimit, {
    global: true,
    timeWindow,
    cache: sources,
    max: (request: FastifyRequest) => Math.max(1, Math.round(perMinute * shares[kindOf(request)])),
    keyGenerator: (request) => `${sourceOf(request.ip)} ${kindOf(request)}`
  })
}
