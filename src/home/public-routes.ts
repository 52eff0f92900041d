import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AccessibilityPage } from '../../views/home/accessibility-page.tsx'
import { HomePage } from '../../views/home/home-page.tsx'
import { PrivacyPage } from '../../views/home/privacy-page.tsx'
import { sessionDays } from '../accounts/authentication.ts'
import { sendPublicPage } from '../accounts/send-public-page.ts'
import { editions } from '../checklist/index.ts'
import { homes } from '../frame.ts'
import { schemeFacts } from '../guides/scheme-facts.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { sendPage } from '../platform/page.ts'

const homeLabels = {
  company: '申請と認定の画面へ進む',
  secretariat: '案件の一覧へ進む',
  committee: '推進委員会の画面へ進む'
} as const

const wayIn = ({ viewer }: FastifyRequest) =>
  viewer === null
    ? { label: 'ログインして申請をはじめる', href: paths.signIn }
    : { label: homeLabels[viewer.role], href: homes[viewer.role] }

/** What everybody may read without signing in. */
export const publicRoutes = async (app: FastifyInstance, { context }: { readonly context: Context }) => {
  const { scheme } = context
  const facts = schemeFacts(editions['asaka-2023'], scheme)
  const breadcrumb = [{ href: paths.home, label: 'トップページ' }]

  app.get(paths.home, { config: { access: ['public'] } }, async (request, reply) =>
    sendPublicPage(
      request,
      reply,
      HomePage({
        frame: request.frame({
          title: scheme.name,
          showHeading: false,
          summary: {
            description: `仕事と、暮らしや学び、地域での活動とのバランスがよい職場づくりに取り組む事業者を、${scheme.city}が認定する制度です。`,
            path: paths.home
          }
        }),
        facts,
        enter: wayIn(request),
        verificationUrl: paths.verifications
      })
    )
  )

  app.get(paths.accessibility, { config: { access: ['public'] } }, async (request, reply) =>
    sendPage(reply, AccessibilityPage({ frame: request.frame({ title: 'ウェブアクセシビリティ方針', breadcrumb }) }))
  )

  app.get(paths.privacy, { config: { access: ['public'] } }, async (request, reply) =>
    sendPage(
      reply,
      PrivacyPage({
        frame: request.frame({ title: '個人情報の取扱い', breadcrumb }),
        committee: scheme.committee,
        sessionDays
      })
    )
  )

  // For the balancer: the process answers. It asks nothing of the database, whose failure a restart does not mend.
  app.get(paths.liveness, { config: { access: ['public'] } }, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ok' })
  )
}
