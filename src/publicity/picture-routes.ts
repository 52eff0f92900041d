import type { FastifyInstance } from 'fastify'
import { viewerOf } from '../accounts/guard.ts'
import { certificationNumberIn } from '../certificates/certification-number.ts'
import { paths } from '../paths.ts'
import { pictureKinds } from '../pictures/picture.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { isSha256 } from '../platform/files.ts'
import { isUuid } from '../platform/ids.ts'
import { isOwnPicture } from './picture-store.ts'
import { sendPicture } from './send-picture.ts'
import { findStatement, isShownPicture } from './statement-store.ts'

type Public = { readonly number: string; readonly kind: string; readonly sha256: string }

const kindOf = (text: string) => {
  const kind = pictureKinds.find((one) => one === text)
  if (kind === undefined) throw new NotFoundError(`kind of picture ${text}`)
  return kind
}

/** Pictures of companies: for everybody while they are shown, before that for the company and for the secretariat. */
export const pictureRoutes = async (
  app: FastifyInstance,
  { context }: { readonly context: Context }
): Promise<void> => {
  const { db, clock } = context

  app.get<{ Params: Public }>(paths.companyPicture(':number', ':kind', ':sha256'), async ({ params }, reply) => {
    const { sha256 } = params
    const [number, kind] = [certificationNumberIn(params.number), kindOf(params.kind)]
    const on = today(clock)
    if (number === null || !isSha256(sha256) || !(await isShownPicture(db, { number, kind, sha256, on })))
      throw new NotFoundError(`picture ${sha256}`)
    return sendPicture(reply, context, sha256, 'everybody')
  })

  app.get<{ Params: { readonly sha256: string } }>(paths.ownPicture(':sha256'), async (request, reply) => {
    const { company } = viewerOf(request)
    const { sha256 } = request.params
    if (company === null || !isSha256(sha256) || !(await isOwnPicture(db, company.id, sha256)))
      throw new NotFoundError(`picture ${sha256}`)
    return sendPicture(reply, context, sha256, 'its company')
  })

  app.get<{ Params: { readonly id: string; readonly kind: string } }>(
    paths.statementPicture(':id', ':kind'),
    async ({ params }, reply) => {
      const kind = kindOf(params.kind)
      const statement = isUuid(params.id) ? await findStatement(db, params.id) : null
      const sha256 = statement?.[kind] ?? null
      if (sha256 === null) throw new NotFoundError(`picture of ${params.id}`)
      return sendPicture(reply, context, sha256, 'the secretariat')
    }
  )
}
