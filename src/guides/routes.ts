import type { FastifyInstance, FastifyRequest } from 'fastify'
import { formatDate } from '../../views/format.ts'
import { GuidePage } from '../../views/guides/guide-page.tsx'
import { sendPublicPage } from '../accounts/send-public-page.ts'
import { paths } from '../paths.ts'
import { dateOf } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { type GuideSlug, guideLinks, guides, isGuideSlug } from './guide.ts'
import type { GuideBlock } from './guide-block.ts'
import { faqPage, questionsIn } from './questions.ts'
import { readGuide } from './read-guide.ts'

/** Who reads it decides where to go from here. */
const waysFor = ({ viewer }: FastifyRequest, slug: GuideSlug) => {
  if (viewer?.role === 'secretariat') return [{ href: paths.guideSetting(slug), label: 'この案内を編集する' }]
  if (viewer?.role === 'administrator') return [{ href: paths.administration, label: '稼働状況の画面へ進む' }]
  if (viewer?.role === 'committee') return [{ href: paths.meetings, label: '推進委員会の画面へ進む' }]
  const apply =
    viewer === null
      ? { href: paths.signIn, label: '申請する' }
      : { href: paths.company, label: '申請と認定の画面へ進む' }
  return [{ href: paths.selfCheck, label: '10分でセルフチェック' }, apply]
}

const structuredDataOf = (slug: GuideSlug, blocks: readonly GuideBlock[]) => {
  const questions = slug === 'faq' ? questionsIn(blocks) : []
  return questions.length === 0 ? undefined : [faqPage(questions)]
}

/** The pages that explain the scheme, for everybody. */
export const guideRoutes = async (app: FastifyInstance, { context }: { readonly context: Context }): Promise<void> => {
  app.get<{ Params: { slug: string } }>(paths.guide(':slug'), async (request, reply) => {
    const { slug } = request.params
    if (!isGuideSlug(slug)) throw new NotFoundError(`guide ${slug}`)
    const { blocks, changedAt } = await readGuide(context, slug)
    const frame = request.frame({
      title: guides[slug].title,
      breadcrumb: [{ href: paths.home, label: 'トップページ' }],
      summary: {
        description: guides[slug].summary,
        path: paths.guide(slug),
        structuredData: structuredDataOf(slug, blocks)
      }
    })
    const page = GuidePage({
      frame,
      blocks,
      guides: guideLinks,
      current: paths.guide(slug),
      changedOn: changedAt === null ? null : formatDate(dateOf(changedAt)),
      ways: waysFor(request, slug)
    })
    return sendPublicPage(request, reply, page)
  })
}
