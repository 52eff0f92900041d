import type { FastifyInstance } from 'fastify'
import { RenewalRefusedPage } from '../../views/renewals/renewal-refused-page.tsx'
import { actorOf } from '../accounts/actor-of.ts'
import { viewerOf } from '../accounts/guard.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { sendPage } from '../platform/page.ts'
import { beginRenewal, type RenewalRefusal } from './begin-renewal.ts'
import { refusalWords } from './refusal-words.ts'

/** What a company can do where it cannot renew. */
const wayOn = (refusal: RenewalRefusal): { readonly label: string; readonly href: string } | null => {
  if (refusal.kind === 'other-application')
    return { label: '進んでいる申請を見る', href: paths.application(refusal.applicationId) }
  return null
}

const canApplyAnew = ({ kind }: RenewalRefusal): boolean => ['no-certification', 'too-late', 'ended'].includes(kind)

/** Beginning the renewal of a certification. */
export const renewalBeginningRoutes = async (app: FastifyInstance, { context }: { readonly context: Context }) => {
  app.post(paths.renewals, async (request, reply) => {
    const viewer = viewerOf(request)
    if (viewer.company === null)
      return reply.setFlash('申請の前に、会社の情報を登録してください。').redirect(paths.profile, 303)
    const result = await beginRenewal(context, { companyId: viewer.company.id, actor: actorOf(viewer) })
    if (result.ok) return reply.redirect(paths.renewal(result.applicationId), 303)
    const { reason } = result
    const page = RenewalRefusedPage({
      frame: request.frame({
        title: '更新の申請をはじめられません',
        breadcrumb: [{ href: paths.company, label: '申請と認定' }],
        hasErrors: true
      }),
      reason: refusalWords(reason),
      wayOn: wayOn(reason),
      canApplyAnew: canApplyAnew(reason)
    })
    return sendPage(reply, page, 409)
  })
}
