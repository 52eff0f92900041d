import type { FastifyInstance } from 'fastify'
import { viewerOf } from '../accounts/guard.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { readStoredFile } from '../platform/files.ts'
import { isUuid } from '../platform/ids.ts'
import { labelOf } from './letter-kind.ts'
import { findLetter, type Letter } from './letter-store.ts'

/** For browsers of any age: a plain name, and the Japanese one. */
export const letterDisposition = (label: string, issuedOn: string): string =>
  `inline; filename="letter-${issuedOn}.pdf"; filename*=UTF-8''${encodeURIComponent(`${label}_${issuedOn}.pdf`)}`

/** The archived letters, for the company they were sent to and for the secretariat. */
export const letterRoutes = async (app: FastifyInstance, { context }: { readonly context: Context }): Promise<void> => {
  const { db } = context

  const letterFor = async ({ role, company }: Viewer, id: string): Promise<Letter | null> => {
    if (!isUuid(id)) return null
    if (role === 'secretariat') return findLetter(db, id)
    return company === null ? null : findLetter(db, id, company.id)
  }

  app.get<{ Params: { id: string } }>(
    paths.letter(':id'),
    { config: { access: ['company', 'secretariat'] } },
    async (request, reply) => {
      const letter = await letterFor(viewerOf(request), request.params.id)
      if (letter === null) throw new NotFoundError(`letter ${request.params.id}`)
      return reply
        .type('application/pdf')
        .header('content-disposition', letterDisposition(labelOf(letter.kind), letter.issuedOn))
        .header('cache-control', 'no-store')
        .header('etag', `"${letter.sha256}"`)
        .send(await readStoredFile(db, letter.sha256))
    }
  )
}
