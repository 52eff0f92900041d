import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Returned } from '../../views/screening/case-page.tsx'
import { viewerOf } from '../accounts/guard.ts'
import { sendAttachment } from '../applications/send-attachment.ts'
import { itemsOf } from '../checklist/index.ts'
import { paths } from '../paths.ts'
import { NotFoundError } from '../platform/errors.ts'
import { type FieldProblem, formValues, parseForm } from '../platform/form.ts'
import { isUuid } from '../platform/ids.ts'
import type { CaseFile } from './case-file.ts'
import { caseIn, type ScreeningDeps, sendCasePage } from './case-screen.ts'
import { chooseReading } from './choose-reading.ts'
import { decideItems } from './decide-items.ts'
import { readDecisionsForm, readRound } from './decisions-form.ts'
import { decisionFields } from './decisions-form-fields.ts'
import { findCaseAttachment } from './find-case-attachment.ts'
import { forwardToCommittee, type PlaceOnAgenda } from './forward-to-committee.ts'
import { readingForm } from './reading-form.ts'
import { obstacleSentence, refusalWords } from './refusals.ts'
import { resendCaseMail } from './resend-case-mail.ts'
import { returnedDecisions, unsavedTexts } from './returned-decisions.ts'

type CaseRequest = FastifyRequest<{ Params: { id: string } }>

const notDone = '保存していません'

const plainRefusal = (message: string): Returned => ({
  title: notDone,
  errors: [{ message }],
  items: null,
  reading: null
})

const codesOf = ({ edition }: CaseFile): readonly string[] => itemsOf(edition).map(({ code }) => code)

/** The case page and what is posted from it. */
export const caseRoutes = async (
  app: FastifyInstance,
  deps: ScreeningDeps & { readonly placeOnAgenda: PlaceOnAgenda }
): Promise<void> => {
  const { context } = deps

  const refuse = async (request: CaseRequest, reply: FastifyReply, returned: Returned, status: 409 | 422 = 409) =>
    sendCasePage(request, reply, deps, await caseIn(deps, request.params.id), { ...returned, status })

  const invalidDecisions = (file: CaseFile, body: unknown, problems: readonly FieldProblem[]): Returned => ({
    title: '入力内容を確認してください',
    errors: problems.map(({ field, message }) => ({ fieldId: field, message })),
    items: returnedDecisions(codesOf(file), formValues(body), { problems }),
    reading: null
  })

  const conflicting = (file: CaseFile, body: unknown, conflicts: readonly string[]): Returned => ({
    title: 'ほかの職員が先に判定した項目があります',
    errors: conflicts.map((code) => ({
      fieldId: decisionFields(code).decision,
      message: `${code} の判定を確かめて、もう一度保存してください`
    })),
    items: returnedDecisions(codesOf(file), formValues(body), { conflicts }),
    reading: null
  })

  /** Nothing typed is lost: it comes back in the fields where they still exist, else in the message. */
  const outdated = (file: CaseFile, body: unknown, reason: 'status' | 'round'): Returned => {
    const codes = codesOf(file)
    const values = formValues(body)
    const reopened = codes.filter((code) => file.states.get(code)?.decision === null)
    return reason === 'round'
      ? { ...plainRefusal(refusalWords.round), items: returnedDecisions(codes, values, { reopened }) }
      : {
          ...plainRefusal(refusalWords.status),
          errors: [{ message: refusalWords.status }, ...unsavedTexts(codes, values).map((message) => ({ message }))]
        }
  }

  /** Saves what was posted; the answer when it could not be saved, else how many decisions were. */
  const saveDecisions = async (
    request: CaseRequest,
    reply: FastifyReply
  ): Promise<{ saved: number; round: number } | FastifyReply> => {
    const { id } = request.params
    const file = await caseIn(deps, id)
    if (readRound(request.body) !== file.submission.round)
      return refuse(request, reply, outdated(file, request.body, 'round'))
    const form = readDecisionsForm(file.edition, file.submission.content.marks, request.body)
    if (!form.ok) return refuse(request, reply, invalidDecisions(file, request.body, form.problems), 422)
    const { round, acceptBorneOut, decisions } = form.value
    const by = viewerOf(request)
    const result = await decideItems(context, { applicationId: id, round, posted: decisions, acceptBorneOut, by })
    if (result.ok) return { saved: result.saved.length, round }
    return result.reason === 'conflict'
      ? refuse(request, reply, conflicting(file, request.body, result.itemCodes))
      : refuse(request, reply, outdated(file, request.body, result.reason))
  }

  app.get(paths.case(':id'), async (request: CaseRequest, reply) =>
    sendCasePage(request, reply, deps, await caseIn(deps, request.params.id))
  )

  app.post(paths.itemDecisions(':id'), async (request: CaseRequest, reply) => {
    const done = await saveDecisions(request, reply)
    if (!('saved' in done)) return done
    const words = done.saved === 0 ? '変わった判定はありませんでした。' : `${done.saved}項目の判定を保存しました。`
    return reply.setFlash(words).redirect(paths.case(request.params.id), 303)
  })

  app.post(paths.caseAgenda(':id'), async (request: CaseRequest, reply) => {
    const { id } = request.params
    const done = await saveDecisions(request, reply)
    if (!('saved' in done)) return done
    const by = viewerOf(request)
    const result = await forwardToCommittee(context, { applicationId: id, round: done.round, by }, deps.placeOnAgenda)
    if (result.ok) return reply.setFlash('委員会に付しました。').redirect(paths.case(id), 303)
    if (result.reason !== 'open') return refuse(request, reply, plainRefusal(refusalWords[result.reason]))
    return refuse(request, reply, {
      title: done.saved > 0 ? '判定は保存しましたが、まだ委員会に付せません' : 'まだ委員会に付せません',
      errors: result.obstacles.map((obstacle) => ({
        fieldId: obstacle.kind === 'reading' ? 'reading-choice' : `item-${obstacle.itemCodes[0]}`,
        message: obstacleSentence(obstacle)
      })),
      items: null,
      reading: null
    })
  })

  app.post(paths.reading(':id'), async (request: CaseRequest, reply) => {
    const { id } = request.params
    await caseIn(deps, id)
    const form = parseForm(readingForm, request.body)
    if (!form.ok) {
      const { problems, values } = form
      return refuse(
        request,
        reply,
        {
          title: '入力内容を確認してください',
          errors: problems.map(({ field, message }) => ({ fieldId: field, message })),
          items: null,
          reading: {
            reading: String(values.reading ?? ''),
            reason: String(values['reading-reason'] ?? ''),
            errors: Object.fromEntries(problems.map(({ field, message }) => [field, message]))
          }
        },
        422
      )
    }
    const { reading, 'reading-reason': reason } = form.value
    const result = await chooseReading(context, { applicationId: id, reading, reason, by: viewerOf(request) })
    if (!result.ok) return refuse(request, reply, plainRefusal(refusalWords[result.reason]))
    return reply.setFlash('「-」の読み方を記録しました。').redirect(paths.case(id), 303)
  })

  app.post(
    paths.mailDelivery(':id', ':mailId'),
    async (request: FastifyRequest<{ Params: { id: string; mailId: string } }>, reply) => {
      const { id, mailId } = request.params
      await caseIn(deps, id)
      if (!isUuid(mailId)) throw new NotFoundError('mail')
      const result = await resendCaseMail(context, { applicationId: id, mailId, by: viewerOf(request) })
      if (result.ok) return reply.setFlash('メールをもう一度送ります。').redirect(`${paths.case(id)}#mails`, 303)
      if (result.reason === 'missing') throw new NotFoundError('mail')
      return refuse(request, reply, plainRefusal(refusalWords.waiting))
    }
  )

  app.get(
    paths.caseAttachment(':id', ':attachmentId'),
    async (request: FastifyRequest<{ Params: { id: string; attachmentId: string } }>, reply) => {
      const file = await caseIn(deps, request.params.id)
      const attachment = findCaseAttachment(file, request.params.attachmentId)
      if (attachment === null) throw new NotFoundError('attachment')
      return sendAttachment(reply, context, attachment, 'others')
    }
  )
}
