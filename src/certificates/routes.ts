import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { VerificationPage } from '../../views/certificates/verification-page.tsx'
import { viewerOf } from '../accounts/guard.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { paths } from '../paths.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { sendStoredFile } from '../platform/downloads.ts'
import { NotFoundError } from '../platform/errors.ts'
import { formValues } from '../platform/form.ts'
import { isUuid } from '../platform/ids.ts'
import { sendPage } from '../platform/page.ts'
import { checkGivenOut, type FileReader } from '../scanning/find-holds.ts'
import {
  findCertificate,
  findCertificateByCode,
  findCertificateOf,
  type IssuedCertificate
} from './certificate-store.ts'
import { originalOf } from './signed-copy-store.ts'
import { type VerificationAnswer, verificationAnswer } from './verification-answer.ts'
import { parseVerificationCode } from './verification-code.ts'

// A code has 60 bits: the limit protects the server, not the codes. It is generous, since a whole office may share one
// address.
const limited = { rateLimit: { max: 60, timeWindow: '1 minute' } }

/** Of the right length, with letters that no code has. */
const impossibleCode = 'UUUU-UUUU-UUUU'

const emptyCode = '確認コードを入力してください'
const strangeCode = '確認コードは12文字です。認定証の左下に書かれたとおりに入力してください（例：7KQ2-M9XT-4HDR）'

/** Certificates for those who hold and issue them, and their verification by anybody. */
export const certificateRoutes = async (
  app: FastifyInstance,
  { context }: { readonly context: Context }
): Promise<void> => {
  const { db, clock, offersCredentials } = context

  const certificateFor = (viewer: Viewer, id: string): Promise<IssuedCertificate | null> => {
    if (viewer.role === 'secretariat') return findCertificate(db, id)
    return viewer.company === null ? Promise.resolve(null) : findCertificateOf(db, viewer.company.id, id)
  }

  const sendPdf = async (
    reply: FastifyReply,
    { number, sha256 }: Pick<IssuedCertificate, 'number' | 'sha256'>,
    reader: FileReader
  ) => {
    const names = { fileName: `認定証_第${number}号.pdf`, plainName: `certificate-${number}.pdf` }
    await checkGivenOut(context, sha256, reader)
    return sendStoredFile(reply, db, { sha256, mediaType: 'application/pdf', ...names })
  }

  const verificationPage = (
    request: FastifyRequest,
    reply: FastifyReply,
    { code, answer, error }: { code: string; answer: VerificationAnswer | null; error?: string }
  ) => {
    const breadcrumb = [{ href: paths.home, label: 'トップページ' }]
    const frame = request.frame({ title: '認定証の確認', hasErrors: error !== undefined, breadcrumb })
    const status = error === undefined ? (answer?.kind === 'unknown' ? 404 : 200) : 422
    const isInForce = answer?.kind === 'known' && answer.validity === 'valid'
    const credentialUrl = offersCredentials && isInForce ? paths.credential(code, 'png') : null
    const page = VerificationPage({ frame, action: paths.verifications, code, answer, error, credentialUrl })
    return sendPage(reply.header('x-robots-tag', 'noindex'), page, status)
  }

  app.get<{ Params: { id: string } }>(paths.certificate(':id'), async (request, reply) => {
    const { id } = request.params
    const certificate = isUuid(id) ? await certificateFor(viewerOf(request), id) : null
    if (certificate === null) throw new NotFoundError(`certificate ${id}`)
    // What the secretariat handed in is a company's only once it was scanned; what the portal made needs no scan.
    const { role } = viewerOf(request)
    const isSignedCopy = (await originalOf(db, id)).sha256 !== certificate.sha256
    return sendPdf(reply, certificate, isSignedCopy && role !== 'secretariat' ? 'others' : 'owner')
  })

  app.get<{ Params: { id: string } }>(paths.originalCertificate(':id'), async (request, reply) => {
    const { id } = request.params
    const certificate = isUuid(id) ? await findCertificate(db, id) : null
    if (certificate === null) throw new NotFoundError(`certificate ${id}`)
    return sendPdf(reply, { ...certificate, ...(await originalOf(db, id)) }, 'owner')
  })

  app.get(paths.verifications, { config: { ...limited } }, async (request, reply) => {
    const { code } = formValues(request.query)
    if (code === undefined) return verificationPage(request, reply, { code: '', answer: null })
    const typed = typeof code === 'string' ? code.slice(0, 100) : ''
    const parsed = parseVerificationCode(typed)
    if (parsed !== null) return reply.redirect(paths.verification(parsed), 303)
    const error = typed.trim() === '' ? emptyCode : strangeCode
    return verificationPage(request, reply, { code: typed, answer: null, error })
  })

  app.get<{ Params: { code: string } }>(
    paths.verification(':code'),
    { config: { ...limited } },
    async (request, reply) => {
      const code = parseVerificationCode(request.params.code)
      // A code that cannot be one is looked up all the same, so that every wrong code costs what a right one costs.
      const certificate = await findCertificateByCode(db, code ?? impossibleCode)
      const answer = verificationAnswer(certificate, today(clock))
      return verificationPage(request, reply, { code: code ?? request.params.code, answer })
    }
  )
}
