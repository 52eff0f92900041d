import type { FastifyInstance } from 'fastify'
import { viewerOf } from '../accounts/guard.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { sendStoredFile } from '../platform/downloads.ts'
import { NotFoundError } from '../platform/errors.ts'
import { isUuid } from '../platform/ids.ts'
import { labelOf } from './letter-kind.ts'
import { findLetter, type Letter } from './letter-store.ts'

/** The archived letters, for the company they were sent to and for the secretariat. */
export const letterRoutes = async (app: FastifyInstance, { context }: { readonly context: Context }): Promise<void> => {
  const { db } = context

  const letterFor = async ({ role, company }: Viewer, id: string): Promise<Letter | null> => {
    if (!isUuid(id)) return null
    if (role === 'secretariat') return findLetter(db, id)
    return company === null ? null : findLetter(db, id, company.id)
  }

  app.get<{ Params: { id: string } }>(paths.letter(':id'), async (request, reply) => {
    const letter = await letterFor(viewerOf(request), request.params.id)
    if (letter === null) throw new NotFoundError(`letter ${request.params.id}`)
    const { kind, issuedOn, sha256 } = letter
    const names = { fileName: `${labelOf(kind)}_${issuedOn}.pdf`, plainName: `letter-${issuedOn}.pdf` }
    return sendStoredFile(reply, db, { sha256, mediaType: 'application/pdf', ...names })
  })
}
