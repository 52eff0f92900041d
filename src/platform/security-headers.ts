import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

const twoYears = 63_072_000

const directives = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  scriptSrcAttr: ["'none'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  // `default-src` covers the next two as well; they are named because checklists and old browsers look for them.
  objectSrc: ["'none'"],
  workerSrc: ["'none'"],
  baseUri: ["'none'"]
}

/** What a browser could offer to pages and none of ours asks for. Copying a text (`clipboard-write`) is left to ourselves. */
const permissions = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking'
]

const permissionsPolicy = [...permissions.map((name) => `${name}=()`), 'clipboard-write=(self)'].join(', ')

/**
 * Tells browsers, with every answer, what they may do with it: load and run nothing but the portal's own files, show it in
 * no frame, hand it to no other site, keep it in no cache. What is public says otherwise itself (pictures and data that
 * other sites embed, pages that everybody may keep).
 *
 * Referrer: `same-origin` and not `no-referrer`, which would take away the Origin by which older browsers' posts are known
 * to be ours. HSTS: two years and every host below this one, of which there are none or the portal's own; no `preload`,
 * which binds the city's whole domain and is the city's to decide.
 * @param secure whether the portal is served by https
 */
export const addSecurityHeaders = async (app: FastifyInstance, secure: boolean): Promise<void> => {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: secure ? { ...directives, upgradeInsecureRequests: [] } : directives
    },
    strictTransportSecurity: secure && { maxAge: twoYears, includeSubDomains: true },
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    // It would demand of every picture what only our own answers say, and protects nothing that pages of ours use.
    crossOriginEmbedderPolicy: false
  })
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('permissions-policy', permissionsPolicy)
  })
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
}
