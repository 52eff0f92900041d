import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { forecastWords } from '../../views/browser/forecast-words.ts'
import { CarryPage, UnreadableLinkPage } from '../../views/selfcheck/carry-page.tsx'
import { actorOf } from '../accounts/actor-of.ts'
import { viewerOf } from '../accounts/guard.ts'
import { encodeMarks } from '../checklist/index.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { formValues, textOf } from '../platform/form.ts'
import { sendPage } from '../platform/page.ts'
import { carryAnswers } from './carry-answers.ts'
import { hindranceWords } from './hindrance.ts'
import { readWayOn } from './read-way-on.ts'
import { openLink, type SelfCheck } from './self-check.ts'

const title = 'セルフチェックの内容で申請をはじめる'
const breadcrumb = [{ href: paths.company, label: '申請と認定' }]

/** Who has no company yet registers it first; the answers go along in the address. */
const registerFirst = (reply: FastifyReply, sheet: SelfCheck): FastifyReply =>
  reply
    .setFlash('申請の前に、会社の情報を登録してください。セルフチェックの答えは、登録のあとに引き継ぎます。')
    .redirect(`${paths.profile}?self-check=${encodeMarks(sheet)}`, 303)

/** Carrying a self-check into an application: what it would do, then doing it. */
export const selfCheckApplicationRoutes = async (app: FastifyInstance, { context }: { readonly context: Context }) => {
  const unreadable = (request: FastifyRequest, reply: FastifyReply, reason: 'damaged' | 'unknown-edition') => {
    const frame = request.frame({ title, breadcrumb, hasErrors: true })
    return sendPage(reply, UnreadableLinkPage({ frame, words: hindranceWords({ kind: reason }) }), 422)
  }

  const carryPage = async (request: FastifyRequest, companyId: string, sheet: SelfCheck, hasErrors: boolean) =>
    CarryPage({
      frame: request.frame({ title, breadcrumb, hasErrors }),
      edition: sheet.edition,
      code: encodeMarks(sheet),
      answered: Object.keys(sheet.marks).length,
      forecast: forecastWords(sheet.edition, sheet.marks),
      way: await readWayOn(context, companyId, sheet)
    })

  app.get(paths.selfCheckApplication, async (request, reply) => {
    const link = openLink(textOf(formValues(request.query), 'c'))
    if (!link.ok) return unreadable(request, reply, link.reason)
    const { company } = viewerOf(request)
    if (company === null) return registerFirst(reply, link.sheet)
    return sendPage(reply, await carryPage(request, company.id, link.sheet, false))
  })

  app.post(paths.selfCheckApplication, async (request, reply) => {
    const link = openLink(textOf(formValues(request.body), 'c'))
    if (!link.ok) return unreadable(request, reply, link.reason)
    const viewer = viewerOf(request)
    if (viewer.company === null) return registerFirst(reply, link.sheet)
    const companyId = viewer.company.id
    const carried = await carryAnswers(context, { companyId, actor: actorOf(viewer), sheet: link.sheet })
    if (!carried.ok) return sendPage(reply, await carryPage(request, companyId, link.sheet, true), 409)
    return reply.setFlash(carried.words).redirect(carried.url, 303)
  })
}
