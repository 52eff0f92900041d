import type { FastifyInstance } from 'fastify'
import { type OfferedBadge, OwnBadgePage } from '../../views/credentials/own-badge-page.tsx'
import { periodsOf } from '../certificates/certification-record-store.ts'
import { ownBreadcrumb, ownCertification } from '../certificates/own-certification-answer.ts'
import { canEnd } from '../certificates/surrender.ts'
import { parseVerificationCode } from '../certificates/verification-code.ts'
import { paths } from '../paths.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { sendPage } from '../platform/page.ts'
import { badgeFile, badgeShapes, badgeSizes, badgeSnippet } from './badge.ts'

/** What a company shows of its certification, while it has one to show. */
export const ownBadgeRoutes = async (
  app: FastifyInstance,
  { context }: { readonly context: Context }
): Promise<void> => {
  const { db, clock, scheme, baseUrl, offersCredentials } = context

  /** A badge leads to the verification of the certificate; where that is on paper, to the company's public page. */
  const offered = (number: number, code: string | null): readonly OfferedBadge[] =>
    badgeShapes.map((shape) => {
      const file = badgeFile(number, shape)
      const verificationUrl = `${baseUrl}${code === null ? paths.publicCompany(number) : paths.verification(code)}`
      const imageUrl = `${baseUrl}${paths.badge(`${file}.svg`)}`
      return { shape, file, ...badgeSizes[shape], snippet: badgeSnippet(scheme, { verificationUrl, imageUrl, shape }) }
    })

  const credentialOf = (code: string | null) => {
    if (!offersCredentials) return null
    return code === null ? 'paper' : { code }
  }

  app.get<{ Params: { id: string } }>(paths.ownBadge(':id'), async (request, reply) => {
    const record = await ownCertification(context, request, request.params.id)
    if (!canEnd(record, today(clock))) throw new NotFoundError(`badge of certification ${record.id}`)
    const latest = (await periodsOf(db, record.id)).at(-1)
    const code = parseVerificationCode(latest?.verificationCode ?? '')
    const certification = { href: paths.ownCertification(record.id), label: `認定番号 第${record.number}号` }
    const page = OwnBadgePage({
      frame: request.frame({
        title: 'バッジとデジタル証明書',
        breadcrumb: [...ownBreadcrumb, certification],
        scripts: ['copy-text']
      }),
      badges: offered(record.number, code),
      credential: credentialOf(code)
    })
    return sendPage(reply, page)
  })
}
