import type { TestProject } from 'vitest/node'
import { servePortal } from './served-portal.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the portal listens that all journeys share. */
    readonly portalUrl: string
  }
}

/**
 * Starts one seeded portal for all journeys: each of them brings its own company. While a journey is being written,
 * PORTAL_URL names a portal that runs already.
 */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const running = process.env.PORTAL_URL
  if (running !== undefined) {
    project.provide('portalUrl', running)
    return async () => undefined
  }
  const portal = await servePortal()
  project.provide('portalUrl', portal.url)
  return portal.stop
}
