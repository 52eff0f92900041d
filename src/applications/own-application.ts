import type { FastifyRequest } from 'fastify'
import { actorOf } from '../accounts/actor-of.ts'
import { viewerOf } from '../accounts/guard.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Actor } from '../platform/audit.ts'
import type { Database } from '../platform/database.ts'
import { NotFoundError } from '../platform/errors.ts'
import { isUuid } from '../platform/ids.ts'
import type { Application } from './application.ts'
import { findApplicationOf } from './application-store.ts'

/** What the routes of a company's own application begin with. */
export type OwnApplication = {
  readonly application: Application
  readonly viewer: Viewer
  readonly actor: Actor & { readonly id: string }
}

/**
 * The application named in the URL, if it is the visitor's company's.
 * @throws NotFoundError when there is none, or it is another company's: nobody learns which
 */
export const ownApplication = async (db: Database, request: FastifyRequest, id: string): Promise<OwnApplication> => {
  const viewer = viewerOf(request)
  const application = viewer.company === null || !isUuid(id) ? null : await findApplicationOf(db, viewer.company.id, id)
  if (application === null) throw new NotFoundError(`application ${id}`)
  return { application, viewer, actor: actorOf(viewer) }
}
