import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { DuePage } from '../../views/renewals/due-page.tsx'
import { actorOf } from '../accounts/actor-of.ts'
import { viewerOf } from '../accounts/guard.ts'
import { paths } from '../paths.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { asDownload } from '../platform/downloads.ts'
import { BadRequestError, NotFoundError } from '../platform/errors.ts'
import { type FormValues, formValues, parseForm, textOf } from '../platform/form.ts'
import { isUuid } from '../platform/ids.ts'
import { sendPage } from '../platform/page.ts'
import { dueCsv } from './due-csv.ts'
import { type DueTab, dueList, dueRange, dueTabs, pageOf, rowsIn } from './due-list.ts'
import { findEndingPeriod, periodsEnding, remindersEnding } from './ending-store.ts'
import { noticeForm } from './notice-form.ts'
import { type NoticeResult, sendNotice } from './send-notice.ts'

const pageSize = 100

const tabIn = (values: FormValues): DueTab => dueTabs.find((tab) => tab === textOf(values, 'tab')) ?? 'all'

const placeIn = (values: FormValues) => {
  for (const side of ['after', 'before'] as const) {
    const id = textOf(values, side)
    if (isUuid(id)) return { side, id }
  }
  return null
}

type Refusal = Exclude<Extract<NoticeResult, { ok: false }>['reason'], 'absent'>

const refusals: Readonly<Record<Refusal, string>> = {
  closed: '更新の申請が提出されたか、更新できる期間ではありません。いまの状態を確かめてください。',
  changed:
    'この画面を開いたあとに、案内が送られました。最後の案内を確かめて、必要なときはもう一度「案内を送る」を押してください。',
  nobody: 'この事業者には、メールアドレスが登録されていません。電話や書面で知らせてください。'
}

/** The secretariat's list of certifications that are due, and the notice sent again from it. */
export const dueRoutes = async (app: FastifyInstance, { context }: { readonly context: Context }) => {
  const { db, clock, scheme } = context

  const list = async () => {
    const on = today(clock)
    const range = dueRange(on)
    return dueList(await periodsEnding(db, range), await remindersEnding(db, range), scheme, on)
  }

  const page = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { tab, query, refusal }: { readonly tab: DueTab; readonly query: FormValues; readonly refusal: string | null }
  ) => {
    const all = await list()
    const frame = request.frame({ title: '更新の期限', wide: true, hasErrors: refusal !== null })
    const shown = pageOf(rowsIn(all, tab), placeIn(query), pageSize)
    const counts = new Map(dueTabs.map((one) => [one, rowsIn(all, one).length]))
    return sendPage(
      reply,
      DuePage({ frame, tab, counts, ...shown, settings: scheme, refusal }),
      refusal === null ? 200 : 409
    )
  }

  app.get(paths.renewals, (request, reply) => {
    const query = formValues(request.query)
    return page(request, reply, { tab: tabIn(query), query, refusal: null })
  })

  app.get(paths.renewalsExport, async (request, reply) => {
    const tab = tabIn(formValues(request.query))
    return asDownload(reply, `renewals-${tab}-${today(clock)}.csv`)
      .type('text/csv; charset=utf-8')
      .send(dueCsv(rowsIn(await list(), tab)))
  })

  app.post<{ Params: { id: string } }>(paths.renewalNotices(':id'), async (request, reply) => {
    const { id } = request.params
    const ending = isUuid(id) ? await findEndingPeriod(db, id) : null
    if (ending === null) throw new NotFoundError(`certification period ${id}`)
    const form = parseForm(noticeForm, request.body)
    if (!form.ok) throw new BadRequestError('not what the list sends')
    const { sent, tab } = form.value
    const result = await sendNotice(context, { periodId: id, shown: sent, actor: actorOf(viewerOf(request)) })
    if (result.ok)
      return reply
        .setFlash(`${result.companyName}に更新の案内を送りました。`)
        .redirect(`${paths.renewals}?${new URLSearchParams({ tab })}`, 303)
    if (result.reason === 'absent') throw new NotFoundError(`certification period ${id}`)
    return page(request, reply, { tab, query: {}, refusal: refusals[result.reason] })
  })
}
