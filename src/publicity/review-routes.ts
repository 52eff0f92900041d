import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { StatementPage } from '../../views/publicity/statement-page.tsx'
import { StatementsPage } from '../../views/publicity/statements-page.tsx'
import { actorOf } from '../accounts/actor-of.ts'
import { viewerOf } from '../accounts/guard.ts'
import { paths } from '../paths.ts'
import { historyOf } from '../platform/audit.ts'
import { dateOf, today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { parseForm, textOf } from '../platform/form.ts'
import { isUuid } from '../platform/ids.ts'
import { sendPage } from '../platform/page.ts'
import { withHolds } from '../scanning/find-holds.ts'
import { type ConcludeStatementResult, concludeStatement } from './conclude-statement.ts'
import { publicityWords } from './history-words.ts'
import { returnForm } from './publicity-form.ts'
import { findPublicNumber } from './publicity-store.ts'
import {
  type CompanyStatement,
  decidedStatements,
  findStatement,
  stateOf,
  waitingStatements
} from './statement-store.ts'

type Params = { readonly id: string }
type IdRequest = FastifyRequest<{ Params: Params }>

/** What the page shows besides the statement: what was typed, and what was not done. */
type News = { readonly status: 409 | 422; readonly reason?: string; readonly error?: string | undefined }

/** How many decided statements the list remembers. */
const remembered = 20

/** The secretariat's look at what companies say of themselves, before anybody else sees it. */
export const reviewRoutes = async (app: FastifyInstance, { context }: { readonly context: Context }): Promise<void> => {
  const { db, clock } = context

  const statementOf = async (id: string): Promise<CompanyStatement> => {
    const statement = isUuid(id) ? await findStatement(db, id) : null
    if (statement === null) throw new NotFoundError(`statement ${id}`)
    return statement
  }

  const historyFor = async (companyId: string) =>
    (await historyOf(db, companyId)).toReversed().flatMap(({ id, at, actorName, kind, details }) => {
      const words = publicityWords(kind, details)
      return words === null ? [] : [{ id, at, who: actorName, words }]
    })

  const show = async (request: FastifyRequest, reply: FastifyReply, statement: CompanyStatement, news?: News) => {
    const { companyId, companyName } = statement
    const { published } = await stateOf(db, companyId)
    const pictures = [statement, published].flatMap((one) => [one?.photo, one?.logo]).filter((hash) => hash != null)
    const held = await withHolds(
      context,
      pictures.map((sha256) => ({ sha256 }))
    )
    const page = StatementPage({
      frame: request.frame({
        title: companyName,
        breadcrumb: [{ href: paths.statements, label: '公開内容の確認' }],
        hasErrors: news?.status === 422,
        wide: true
      }),
      statement,
      published,
      place: await findPublicNumber(db, companyId, today(clock)),
      history: await historyFor(companyId),
      reason: { value: news?.reason ?? '', error: news?.error },
      isLate: news?.status === 409,
      holdOf: (sha256) => held.find((one) => one.sha256 === sha256)?.hold ?? null
    })
    return sendPage(reply, page, news?.status)
  }

  const answer = (
    request: IdRequest,
    reply: FastifyReply,
    result: ConcludeStatementResult,
    done: string,
    reason = ''
  ) =>
    result.ok
      ? reply.setFlash(`${result.companyName}${done}`).redirect(paths.statements, 303)
      : show(request, reply, result.statement, { status: 409, reason })

  app.get(paths.statements, async (request, reply) => {
    const page = StatementsPage({
      frame: request.frame({ title: '公開内容の確認' }),
      waiting: (await waitingStatements(db)).map((one) => ({ ...one, sentOn: dateOf(one.sentAt) })),
      decided: await decidedStatements(db, remembered),
      today: today(clock)
    })
    return sendPage(reply, page)
  })

  app.get<{ Params: Params }>(paths.statement(':id'), async (request, reply) =>
    show(request, reply, await statementOf(request.params.id))
  )

  app.post<{ Params: Params }>(paths.statementApproval(':id'), async (request, reply) => {
    const { id: statementId } = await statementOf(request.params.id)
    const actor = actorOf(viewerOf(request))
    const result = await concludeStatement(context, { statementId, conclusion: { outcome: 'approved' }, actor })
    return answer(request, reply, result, 'の紹介文・写真・ロゴを公開しました。')
  })

  app.post<{ Params: Params }>(paths.statementReturn(':id'), async (request, reply) => {
    const statement = await statementOf(request.params.id)
    const form = parseForm(returnForm, request.body)
    if (!form.ok) {
      const [problem] = form.problems
      return show(request, reply, statement, {
        status: 422,
        reason: textOf(form.values, 'reason'),
        error: problem?.message
      })
    }
    const { reason } = form.value
    const actor = actorOf(viewerOf(request))
    const conclusion = { outcome: 'returned', reason } as const
    const result = await concludeStatement(context, { statementId: statement.id, conclusion, actor })
    return answer(request, reply, result, 'に理由を添えて差し戻しました。', reason)
  })
}
