import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ErrorPage } from '../views/errors/error-page.tsx'
import { StaleFormPage } from '../views/errors/stale-form-page.tsx'
import { wantsJson } from './accounts/guard.ts'
import { homes } from './frame.ts'
import { paths } from './paths.ts'
import { ErasedError, StaleFormError } from './platform/errors.ts'
import { formValues } from './platform/form.ts'
import { isNoRoom, isOutage } from './platform/outage.ts'
import { sendPage } from './platform/page.ts'
import { logSecurity, securityEventOf } from './platform/security-log.ts'

const homeLabels = {
  company: '「申請と認定」へ戻る',
  secretariat: '「案件」へ戻る',
  committee: '「推進委員会」へ戻る',
  administrator: '「稼働状況」へ戻る'
} as const

type Words = { readonly title: string; readonly message: readonly string[] }

const words: Readonly<Record<number, Words>> = {
  400: {
    title: '送信された内容を読み取れませんでした',
    message: [
      '画面が古くなっている可能性があります。ブラウザーの「戻る」で前の画面に戻り、保存していない文章があれば控えてから、読み込み直してください。',
      '前に保存した内容は残っています。'
    ]
  },
  403: {
    title: '別のサイトからの送信を受け付けませんでした',
    message: [
      '安全のため、このサイトの画面から送信された内容だけを受け付けています。',
      '前に保存した内容は残っています。'
    ]
  },
  404: {
    title: 'ページが見つかりません',
    message: ['アドレスが間違っているか、ページがなくなった可能性があります。ログインが必要なページのこともあります。']
  },
  410: {
    title: 'ウイルスが見つかったため、このファイルは開けません',
    message: [
      '安全のため、このファイルはどなたにもお渡ししていません。',
      '添付した事業者には、削除して添付し直すようメールでお願いしています。'
    ]
  },
  413: {
    title: '送信された内容が大きすぎます',
    message: [
      'ファイルは1つ10 MBまで、文章は各欄に書かれた文字数までです。前の画面に戻って、小さくしてからもう一度お試しください。',
      '前に保存した内容は残っています。'
    ]
  },
  423: {
    title: 'ウイルス検査を待っています',
    message: [
      'このファイルは、ウイルス検査が終わると開けるようになります。通常は数分で終わります。',
      '時間をおいて、もう一度お試しください。1時間たっても開けないときは、システムの管理者にお知らせください。'
    ]
  },
  429: {
    title: '短い時間に何度も送信されました',
    message: ['1分ほど待ってから、もう一度お試しください。前に保存した内容は残っています。']
  },
  500: {
    title: '処理を完了できませんでした',
    message: [
      'システムの不具合です。ご迷惑をおかけします。',
      '前に保存した内容は残っています。時間をおいて、もう一度お試しください。'
    ]
  },
  503: {
    title: 'ただいま混み合っているか、点検中です',
    message: [
      '少し待ってから（1分ほど）、もう一度お試しください。システムは自動で元に戻ります。',
      '入力の途中だったときは、ブラウザーの「戻る」で前の画面に戻ってください。入力した内容が残っています。1分ほど待って、もう一度送信してください。',
      '前に保存した内容や提出した申請は、そのまま残っています。同じ申請を2回送信しても、二重に受け付けることはありません。'
    ]
  },
  507: {
    title: 'サーバーの空き容量が足りないため、保存できませんでした',
    message: [
      'ご迷惑をおかけします。事務局にお知らせいただければ、すぐに対応します。',
      '入力の途中だったときは、ブラウザーの「戻る」で前の画面に戻ると、入力した内容が残っています。控えてから、時間をおいて、もう一度送信してください。',
      '前に保存した内容や提出した申請は、そのまま残っています。'
    ]
  }
}

/** Seconds after which a script, or a search engine, may try again. */
const retryAfter: Readonly<Record<number, number>> = { 503: 30, 507: 600 }
const stale: Words = {
  title: '画面が古くなっています',
  message: [
    '送信された内容は、まだ保存されていません。ブラウザーの「戻る」で前の画面に戻り、読み込み直してから、もう一度お試しください。前に保存した内容は残っています。',
    '何度も表示されるときは、ブラウザーの設定で、このサイトのクッキーを使えるようにしてください。'
  ]
}

const erased: Words = {
  title: '保存期間が過ぎたため、内容を消去しました',
  message: [
    '申請の内容と審査の記録は、決められた保存期間が過ぎたので消去しました。元に戻すことはできません。',
    '認定の記録、認定証、送付した文書、会議の議事録は残っています。'
  ]
}

const aliases: Readonly<Record<number, number>> = { 401: 404, 405: 404, 414: 400, 415: 400, 422: 400 }

const wordsFor = (status: number): Words =>
  words[status] ?? words[aliases[status] ?? (status >= 500 ? 500 : 400)] ?? { title: '', message: [] }

const kept = '保存した内容や提出した申請は、そのまま残っています。'

/** Who is signed in fears for the own work, not for a lost session. */
const messageFor = (status: number, { viewer }: FastifyRequest): readonly string[] =>
  (aliases[status] ?? status) === 404 && viewer !== null
    ? ['アドレスが間違っているか、ページがなくなった可能性があります。', kept]
    : wordsFor(status).message

const homeFor = ({ viewer }: FastifyRequest) =>
  viewer === null
    ? { href: paths.home, label: 'トップページへ戻る' }
    : { href: homes[viewer.role], label: homeLabels[viewer.role] }

const answer = (
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  { title, message }: Words = { title: wordsFor(status).title, message: messageFor(status, request) }
): FastifyReply => {
  const seconds = retryAfter[status]
  if (seconds !== undefined) reply.header('retry-after', seconds)
  if (wantsJson(request)) return reply.code(status).send({ error: title, reference: request.id })
  const frame = request.frame({ title })
  return sendPage(
    reply,
    ErrorPage({ frame, message, home: homeFor(request), reference: status >= 500 ? request.id : null }),
    status
  )
}

/** What was typed can be sent once more from the page itself; files cannot, and the page before has to be loaded anew. */
const answerStale = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  if (wantsJson(request)) return reply.code(403).send({ error: 'stale-form' })
  const frame = request.frame({ title: stale.title })
  const values = formValues(request.body)
  if (Object.keys(values).length > 0) return sendPage(reply, StaleFormPage({ frame, action: request.url, values }), 403)
  return sendPage(reply, ErrorPage({ frame, message: stale.message, home: homeFor(request), reference: null }), 403)
}

const statusOf = (error: unknown): number => {
  if (isNoRoom(error)) return 507
  if (isOutage(error)) return 503
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return 500
  return typeof error.statusCode === 'number' && error.statusCode >= 400 ? error.statusCode : 500
}

/** Answers every failure with a page a person understands; what is the product's own fault goes to the log. */
export const addErrorPages = (app: FastifyInstance): void => {
  app.setErrorHandler((error, request, reply) => {
    const status = statusOf(error)
    const happened = securityEventOf(error, status, request)
    if (happened !== null) logSecurity(request, happened)
    if (error instanceof StaleFormError) return answerStale(request, reply)
    if (error instanceof ErasedError) return answer(request, reply, status, erased)
    if (status >= 500) request.log.error({ err: error }, status === 503 ? 'the database is away' : 'request failed')
    return answer(request, reply, status)
  })
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => answer(request, reply, 404))
}
