import type { FastifyInstance, FastifyRequest } from 'fastify'
import { formatDateWithWeekday } from '../../views/format.ts'
import { AccessibilityPage } from '../../views/home/accessibility-page.tsx'
import { HomePage } from '../../views/home/home-page.tsx'
import { PrivacyPage } from '../../views/home/privacy-page.tsx'
import { sendPublicPage } from '../accounts/send-public-page.ts'
import { sessionWords } from '../accounts/session-words.ts'
import { currentEditionId, editions } from '../checklist/index.ts'
import { nextMeeting } from '../committee/meeting-store.ts'
import { newestCertified } from '../directory/read-entries.ts'
import { homes } from '../frame.ts'
import { lastDayFor } from '../guides/guide-facts.ts'
import { schemeFacts } from '../guides/scheme-facts.ts'
import { paths } from '../paths.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { sendPage } from '../platform/page.ts'
import type { Readiness } from '../platform/readiness.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { homeData } from './home-data.ts'

const homeLabels = {
  company: '申請と認定の画面へ進む',
  secretariat: '案件の一覧へ進む',
  committee: '推進委員会の画面へ進む',
  administrator: '稼働状況の画面へ進む'
} as const

/** One row of cards. */
const newestShown = 3

type Way = { readonly label: string; readonly href: string }

const selfCheck: Way = { label: '10分でセルフチェック', href: paths.selfCheck }

/** Officials come to work; everybody else is best served by trying first. */
const waysFor = ({ viewer }: FastifyRequest): readonly [Way, Way] => {
  if (viewer === null) return [selfCheck, { label: '申請する', href: paths.signIn }]
  const own = { label: homeLabels[viewer.role], href: homes[viewer.role] }
  return viewer.role === 'company' ? [selfCheck, own] : [own, selfCheck]
}

const meetingWords = (scheme: Scheme, heldOn: CalendarDate, on: CalendarDate) => {
  const last = lastDayFor(heldOn, scheme, on)
  return {
    day: formatDateWithWeekday(heldOn),
    applyBy: last === null ? null : formatDateWithWeekday(last)
  }
}

type Deps = { readonly context: Context; readonly readiness: () => Promise<Readiness> }

/** What everybody may read without signing in. */
export const publicRoutes = async (app: FastifyInstance, { context, readiness }: Deps) => {
  const { scheme } = context
  const facts = schemeFacts(editions[currentEditionId], scheme)
  const breadcrumb = [{ href: paths.home, label: 'トップページ' }]

  app.get(paths.home, async (request, reply) => {
    const on = today(context.clock)
    const meeting = await nextMeeting(context.db, on)
    const { all, newest } = await newestCertified(context, { on, count: newestShown })
    const page = HomePage({
      frame: request.frame({
        title: scheme.name,
        summary: {
          description: `仕事と、暮らしや学び、地域での活動とのバランスがよい職場づくりに取り組む事業者を、${scheme.city}が認定する制度です。`,
          path: paths.home,
          structuredData: homeData(scheme, context.baseUrl)
        }
      }),
      facts,
      ways: waysFor(request),
      certified: all,
      newest,
      nextMeeting: meeting === null ? null : meetingWords(scheme, meeting.heldOn, on)
    })
    return sendPublicPage(request, reply, page)
  })

  app.get(paths.accessibility, async (request, reply) =>
    sendPage(reply, AccessibilityPage({ frame: request.frame({ title: 'ウェブアクセシビリティ方針', breadcrumb }) }))
  )

  app.get(paths.privacy, async (request, reply) =>
    sendPage(
      reply,
      PrivacyPage({
        frame: request.frame({ title: '個人情報の取扱い', breadcrumb }),
        committee: scheme.committee,
        sessions: sessionWords(),
        retention: scheme.retention
      })
    )
  )

  // For the balancer: the process answers. It asks nothing of the database, whose failure a restart does not mend.
  app.get(paths.liveness, async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }))

  // For the balancer too: whether to send visitors here. Every other answer than `ready` says what is amiss.
  app.get(paths.readiness, async (_request, reply) => {
    const status = await readiness()
    return reply
      .code(status === 'ready' ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status })
  })
}
