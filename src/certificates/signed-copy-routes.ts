import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { SignedCopyPage } from '../../views/certificates/signed-copy-page.tsx'
import { actorOf } from '../accounts/actor-of.ts'
import { viewerOf } from '../accounts/guard.ts'
import { firstFileIn } from '../applications/uploaded-files.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { isUuid } from '../platform/ids.ts'
import { sendPage } from '../platform/page.ts'
import { findCertificate, type IssuedCertificate } from './certificate-store.ts'
import { certificationBreadcrumb, certificationIn } from './certification-answer.ts'
import { saveSignedCopy } from './save-signed-copy.ts'
import { type SignedCopyProblem, signedCopyWords } from './signed-copy.ts'
import { originalOf, signedCopiesOf } from './signed-copy-store.ts'

type Params = { readonly id: string }

const upload = { config: { formToken: 'in parts' } } as const
const megabyte = 1024 * 1024

/** A city that signs outside the portal hands the signed PDF in here. */
export const signedCopyRoutes = async (
  app: FastifyInstance,
  { context }: { readonly context: Context }
): Promise<void> => {
  const { db, scheme } = context
  const { fileBytes } = scheme.attachmentLimits
  await app.register(multipart)

  const certificateIn = async (id: string): Promise<IssuedCertificate> => {
    const certificate = isUuid(id) ? await findCertificate(db, id) : null
    if (certificate === null) throw new NotFoundError(`certificate ${id}`)
    return certificate
  }

  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    certificate: IssuedCertificate,
    problem: SignedCopyProblem | null
  ) => {
    const title = '署名したPDFへの差し替え'
    const breadcrumb = certificationBreadcrumb(await certificationIn(context, certificate.certificationId))
    const page = SignedCopyPage({
      frame: request.frame({ title, breadcrumb, hasErrors: problem !== null }),
      certificate,
      original: await originalOf(db, certificate.id),
      copies: await signedCopiesOf(db, certificate.id),
      fileMegabytes: fileBytes / megabyte,
      error: problem === null ? undefined : signedCopyWords(problem, fileBytes / megabyte)
    })
    return sendPage(reply, page, problem === null ? 200 : problem === 'kept' ? 409 : 422)
  }

  app.get<{ Params: Params }>(paths.signedCopy(':id'), async (request, reply) =>
    answer(request, reply, await certificateIn(request.params.id), null)
  )

  app.post<{ Params: Params }>(paths.signedCopy(':id'), upload, async (request, reply) => {
    const certificate = await certificateIn(request.params.id)
    const content = await firstFileIn(request, fileBytes)
    if (typeof content === 'string') return answer(request, reply, certificate, content)
    const actor = actorOf(viewerOf(request))
    const result = await saveSignedCopy(context, { certificate, content, actor })
    if (!result.ok) return answer(request, reply, certificate, result.reason)
    return reply
      .setFlash(`署名したPDF（署名者：${result.signer}）に差し替えました。`)
      .redirect(paths.signedCopy(certificate.id), 303)
  })
}
