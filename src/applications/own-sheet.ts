import type { FastifyRequest } from 'fastify'
import { type CategoriesEdition, editions } from '../checklist/index.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { type OwnApplication, ownApplication } from './own-application.ts'

/** A company's own application with the sheet it is filled in on. */
export type OwnSheet = OwnApplication & { readonly edition: CategoriesEdition }

/**
 * The application named in the URL with its sheet, if it is the visitor's company's.
 * @throws NotFoundError also where the sheet is the one of 2020, which is filled in no more
 */
export const ownSheet = async (
  context: Pick<Context, 'db'>,
  request: FastifyRequest,
  id: string
): Promise<OwnSheet> => {
  const own = await ownApplication(context.db, request, id)
  const edition = editions[own.application.edition]
  if (edition.rule !== 'categories') throw new NotFoundError(`application ${id}: its sheet is closed`)
  return { ...own, edition }
}
