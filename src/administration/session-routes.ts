import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { EverybodysSessionsPage } from '../../views/administration/everybodys-sessions-page.tsx'
import { PeoplesSessionsPage } from '../../views/administration/peoples-sessions-page.tsx'
import { actorOf } from '../accounts/actor-of.ts'
import { viewerOf } from '../accounts/guard.ts'
import { homes } from '../frame.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { type FieldProblem, type FormValues, parseForm } from '../platform/form.ts'
import { sendPage } from '../platform/page.ts'
import { endSessionsOfEverybody, endSessionsOfPerson } from './end-peoples-sessions.ts'
import { everybodyForm, personForm } from './session-form.ts'

const home = { href: homes.administrator, label: '稼働状況' }
const title = 'ログインを終わらせる'
const breadcrumb = [home, { href: paths.peoplesSessions, label: title }]

type Refused = { readonly problems: readonly FieldProblem[]; readonly values: FormValues }

const untouched: Refused = { problems: [], values: {} }

/** Ending the sessions of one person, or of everybody, when a device is lost or a break-in is feared. */
export const peoplesSessionRoutes = async (
  app: FastifyInstance,
  { context }: { readonly context: Context }
): Promise<void> => {
  const answer = (request: FastifyRequest, reply: FastifyReply, { problems, values } = untouched): FastifyReply => {
    const hasErrors = problems.length > 0
    const frame = request.frame({ title, breadcrumb: [home], hasErrors })
    return sendPage(reply, PeoplesSessionsPage({ frame, problems, values }), hasErrors ? 422 : 200)
  }

  const askForEverybody = (request: FastifyRequest, reply: FastifyReply, problem?: string): FastifyReply => {
    const hasErrors = problem !== undefined
    const frame = request.frame({ title: '全員のログインを終わらせる', breadcrumb, hasErrors })
    return sendPage(reply, EverybodysSessionsPage({ frame, problem }), hasErrors ? 422 : 200)
  }

  app.get(paths.peoplesSessions, async (request, reply) => answer(request, reply))

  app.post(paths.peoplesSessions, async (request, reply) => {
    const form = parseForm(personForm, request.body)
    if (!form.ok) return answer(request, reply, form)
    await endSessionsOfPerson(context, { email: form.value.email, actor: actorOf(viewerOf(request)) })
    const done = `${form.value.email} でログインしているブラウザーがあれば、すべてログアウトさせました。`
    return reply.setFlash(done).redirect(paths.peoplesSessions, 303)
  })

  app.get(paths.everybodysSessions, async (request, reply) => askForEverybody(request, reply))

  app.post(paths.everybodysSessions, async (request, reply) => {
    const form = parseForm(everybodyForm, request.body)
    if (!form.ok) return askForEverybody(request, reply, form.problems[0]?.message)
    const ended = await endSessionsOfEverybody(context, { actor: actorOf(viewerOf(request)) })
    const done = `全員のログイン（${ended}件）を終わらせました。あなたも、もう一度ログインしてください。`
    return reply.setFlash(done).redirect(paths.signIn, 303)
  })
}
