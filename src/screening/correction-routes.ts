import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { CorrectionPage } from '../../views/screening/correction-page.tsx'
import { viewerOf } from '../accounts/guard.ts'
import { canMove } from '../applications/application-status.ts'
import { readLetterDraft } from '../letters/send-letter.ts'
import { paths } from '../paths.ts'
import { today } from '../platform/clock.ts'
import { parseForm, textOf } from '../platform/form.ts'
import { sendPage } from '../platform/page.ts'
import { addDays } from '../scheme/calendar.ts'
import type { CaseFile } from './case-file.ts'
import { caseBreadcrumb, caseIn, refuseOnCase, type ScreeningDeps } from './case-screen.ts'
import { deadlineProblem, queriedQuestions } from './correction.ts'
import { correctionForm } from './correction-form.ts'
import { correctionDraft } from './correction-letter.ts'
import { refusalWords } from './refusals.ts'
import { returnForCorrection } from './return-for-correction.ts'

type CaseRequest = FastifyRequest<{ Params: { id: string } }>

const standardMessage = '申請書の下記の項目について、内容を確かめたい点があります。お手数ですが、ご確認をお願いします。'
const plainMessage = '申請書の内容について、次の点をご確認ください。\n\n'

/** Returning an application to its company for correction. */
export const correctionRoutes = async (app: FastifyInstance, deps: ScreeningDeps): Promise<void> => {
  const { context } = deps
  const { db, scheme, clock, baseUrl } = context

  const page = async (
    request: CaseRequest,
    reply: FastifyReply,
    file: CaseFile,
    values: { message: string; deadline: string },
    problems: Readonly<Record<string, string>> = {}
  ) => {
    const on = today(clock)
    const { message: _message, ...deadlineProblems } = problems
    const isReadable = Object.keys(deadlineProblems).length === 0 && deadlineProblem(values.deadline, on) === null
    return sendPage(
      reply,
      CorrectionPage({
        frame: request.frame({
          title: '補正を依頼',
          breadcrumb: caseBreadcrumb(file),
          hasErrors: Object.keys(problems).length > 0
        }),
        applicationId: file.application.id,
        round: file.submission.round,
        questions: queriedQuestions(file),
        values,
        earliest: addDays(on, 1),
        problems,
        preview: isReadable ? await readLetterDraft(db, context, correctionDraft(baseUrl, file, values)) : null
      }),
      Object.keys(problems).length > 0 ? 422 : 200
    )
  }

  app.get(paths.correction(':id'), async (request: CaseRequest, reply) => {
    const file = await caseIn(deps, request.params.id)
    if (!canMove(file.application.status, 'returned', 'secretariat'))
      return refuseOnCase(request, reply, deps, file, refusalWords.status)
    const message = file.openItems.queried.length > 0 ? standardMessage : plainMessage
    return page(request, reply, file, { message, deadline: addDays(today(clock), scheme.correctionDays) })
  })

  app.post(paths.correction(':id'), async (request: CaseRequest, reply) => {
    const { id } = request.params
    const file = await caseIn(deps, id)
    const form = parseForm(correctionForm(today(clock)), request.body)
    if (!form.ok) {
      const problems = Object.fromEntries(form.problems.map(({ field, message }) => [field, message]))
      const values = { message: textOf(form.values, 'message'), deadline: textOf(form.values, 'deadline') }
      return page(request, reply, file, values, problems)
    }
    const result = await returnForCorrection(context, { applicationId: id, ...form.value, by: viewerOf(request) })
    if (result.ok) return reply.setFlash('補正を依頼し、事業者にメールを送りました。').redirect(paths.case(id), 303)
    const typed = `保存していない入力：${form.value.message}`
    return refuseOnCase(request, reply, deps, await caseIn(deps, id), refusalWords[result.reason], typed)
  })
}
