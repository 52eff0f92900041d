import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { viewerOf } from '../accounts/guard.ts'
import { paths } from '../paths.ts'
import { parseForm, textOf } from '../platform/form.ts'
import { caseIn, type ScreeningDeps, sendCasePage } from './case-screen.ts'
import { chooseRoute, type RouteChosen } from './choose-route.ts'
import { readRound } from './decisions-form.ts'
import { refusalWords } from './refusals.ts'
import { routeForm } from './route-form.ts'

type CaseRequest = FastifyRequest<{ Params: { id: string } }>

type Typed = {
  readonly reason: string
  readonly errors: readonly { readonly field: string; readonly message: string }[]
}

/** What was recorded, in words that say what is next. */
const doneWords = ({ route, accepted, isSettled }: Extract<RouteChosen, { ok: true }>): string => {
  if (route === 'examination') return '委員会に付して進めることを記録しました。'
  const together = accepted.length === 0 ? '' : `前回と同じ${accepted.length}項目を認めました。`
  return `再審査なしで進めることを記録しました。${together}${isSettled ? '' : '残りの項目を判定してください。'}`
}

/** Which way a renewal takes. */
export const caseRouteRoutes = async (app: FastifyInstance, deps: ScreeningDeps): Promise<void> => {
  const { context } = deps

  /** What was typed comes back in its field, or in the message where the page no longer has one. */
  const refuse = async (request: CaseRequest, reply: FastifyReply, typed: Typed, status: 409 | 422) => {
    const kept = typed.reason.trim() === '' ? [] : [{ message: `保存していない入力：${typed.reason}` }]
    return sendCasePage(request, reply, deps, await caseIn(deps, request.params.id), {
      status,
      title: status === 422 ? '入力内容を確認してください' : '保存していません',
      errors:
        status === 422
          ? typed.errors.map(({ field, message }) => ({ fieldId: field, message }))
          : [...typed.errors.map(({ message }) => ({ message })), ...kept],
      items: null,
      reading: null,
      route: { reason: typed.reason, error: status === 422 ? typed.errors[0]?.message : undefined }
    })
  }

  app.post(paths.caseRoute(':id'), async (request: CaseRequest, reply) => {
    const { id } = request.params
    await caseIn(deps, id)
    const round = readRound(request.body)
    const form = parseForm(routeForm, request.body)
    if (!form.ok) {
      const reason = textOf(form.values, 'route-reason')
      return refuse(request, reply, { reason, errors: form.problems }, 422)
    }
    const { route, grounds, 'route-reason': reason } = form.value
    const result = await chooseRoute(context, {
      applicationId: id,
      round,
      grounds,
      route,
      reason,
      by: viewerOf(request)
    })
    if (!result.ok) {
      const errors = [{ field: 'route-reason', message: refusalWords[result.reason] }]
      return refuse(request, reply, { reason, errors }, result.reason === 'reason-missing' ? 422 : 409)
    }
    const isReady = result.route === 'simplified' && result.isSettled
    return reply.setFlash(doneWords(result)).redirect(isReady ? paths.caseDecision(id) : paths.case(id), 303)
  })
}
