import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { selfCheckWords } from '../../views/browser/self-check-words.ts'
import { formatDate } from '../../views/format.ts'
import { ResultPage } from '../../views/selfcheck/result-page.tsx'
import { type SelfCheckNotice, SelfCheckPage } from '../../views/selfcheck/self-check-page.tsx'
import { sendPublicPage } from '../accounts/send-public-page.ts'
import { currentEdition, encodeMarks } from '../checklist/index.ts'
import { linkPicture } from '../documents/link-picture.ts'
import { paths } from '../paths.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { sendPage } from '../platform/page.ts'
import { evaluationYearOf } from '../scheme/calendar.ts'
import { shortestWay } from '../scoring/index.ts'
import { type Hindrance, hindranceWords } from './hindrance.ts'
import { resultOf } from './result.ts'
import { blankSheet, openLink, type SelfCheck } from './self-check.ts'
import { type Destination, type Part, readSelfCheckQuery } from './self-check-form.ts'

type Shown = {
  readonly sheet: SelfCheck
  readonly at: Part | null
  readonly notice: SelfCheckNotice | null
}

const home = { href: paths.home, label: 'トップページ' }

const carriedNotice = (edition: string): SelfCheckNotice => ({
  tone: 'info',
  title: `「${edition}」のリンクから、答えを移しました`,
  text: 'チェックシートは、そのあと新しくなりました。同じことを尋ねる項目の答えだけを移したので、残りの項目に答えてください。'
})

const hinder = (hindrance: Hindrance): SelfCheckNotice => ({ tone: 'warning', ...hindranceWords(hindrance) })

const addressOf = (sheet: SelfCheck, destination: Destination): string => {
  const code = encodeMarks(sheet)
  if (destination === 'result') return `${paths.selfCheckResult}?c=${code}`
  if (destination === null) return `${paths.selfCheck}?c=${code}`
  const id = destination === 'condition' ? destination : `category-${destination}`
  return `${paths.selfCheck}?c=${code}&at=${destination}#${id}`
}

/** The category that is open when the page comes: the one asked for, else the first that has questions left. */
const openCategory = ({ sheet, at }: Shown): number | null => {
  if (at !== null) return at === 'condition' ? null : at
  const open = sheet.edition.categories.find(({ items }) => items.some(({ code }) => sheet.marks[code] === undefined))
  return open?.number ?? null
}

const description = (scheme: string, items: number, fewest: number): string =>
  `${scheme}の基準に届く見込みと、いちばんの近道が、${items}の項目に答えると分かります。いちばん少ない場合は${fewest}項目で届きます。ログインは要らず、答えは保存されません。`

/** The self-check: everybody may ask, and nothing is stored. The address holds the answers. */
export const selfCheckRoutes = async (app: FastifyInstance, { context }: { readonly context: Context }) => {
  const { clock, baseUrl, scheme } = context
  const fewest = shortestWay(currentEdition, { marks: {} }).total
  const formPage = (request: FastifyRequest, shown: Shown, isPublic: boolean) => {
    const words = selfCheckWords(currentEdition, shown.sheet.marks)
    return SelfCheckPage({
      frame: request.frame({
        title: 'セルフチェック',
        breadcrumb: [home],
        showHeading: false,
        wide: true,
        hasErrors: shown.notice?.tone === 'warning',
        scripts: ['self-check-page'],
        ...(isPublic
          ? { summary: { description: description(scheme.name, words.total, fewest), path: paths.selfCheck } }
          : {})
      }),
      sheet: shown.sheet,
      evaluationYear: evaluationYearOf(today(clock)),
      words,
      fewest,
      open: openCategory(shown),
      notice: shown.notice
    })
  }

  const hindered = (request: FastifyRequest, reply: FastifyReply, hindrance: Hindrance, sheet = blankSheet) =>
    sendPage(reply, formPage(request, { sheet, at: null, notice: hinder(hindrance) }, false), 422)

  app.get(paths.selfCheck, async (request, reply) => {
    const query = readSelfCheckQuery(request.query)
    if (query.kind === 'nothing')
      return sendPublicPage(request, reply, formPage(request, { sheet: blankSheet, at: null, notice: null }, true))
    if (query.kind === 'answers') {
      const { sheet, unreadable, destination } = query
      if (unreadable.length > 0) return hindered(request, reply, { kind: 'unreadable', codes: unreadable }, sheet)
      return reply.header('cache-control', 'no-store').redirect(addressOf(sheet, destination), 303)
    }
    const link = openLink(query.code)
    if (!link.ok) return hindered(request, reply, { kind: link.reason })
    const notice = link.carriedFrom === null ? null : carriedNotice(link.carriedFrom)
    return sendPage(reply, formPage(request, { sheet: link.sheet, at: query.at, notice }, false))
  })

  app.get(paths.selfCheckResult, async (request, reply) => {
    const query = readSelfCheckQuery(request.query)
    if (query.kind !== 'link') return hindered(request, reply, { kind: 'no-answers' })
    const link = openLink(query.code)
    if (!link.ok) return hindered(request, reply, { kind: link.reason })
    const url = `${baseUrl}${addressOf(link.sheet, 'result')}`
    const evaluationYear = evaluationYearOf(today(clock))
    const page = ResultPage({
      frame: request.frame({
        title: 'セルフチェックの結果',
        breadcrumb: [home, { href: paths.selfCheck, label: 'セルフチェック' }],
        showHeading: false,
        scripts: ['self-check-result']
      }),
      edition: currentEdition,
      evaluationYear,
      complies: link.sheet.complies,
      result: resultOf(link.sheet, evaluationYear),
      code: encodeMarks(link.sheet),
      link: { url, picture: linkPicture(url) },
      notice: link.carriedFrom === null ? null : carriedNotice(link.carriedFrom),
      madeOn: formatDate(today(clock)),
      applies: request.viewer === null || request.viewer.role === 'company'
    })
    return sendPage(reply, page)
  })
}
