import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { formatDateTime } from '../../views/format.ts'
import { GuideSettingPage } from '../../views/guides/guide-setting-page.tsx'
import { GuideSettingsPage } from '../../views/guides/guide-settings-page.tsx'
import { viewerOf } from '../accounts/guard.ts'
import { homes } from '../frame.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { type FieldProblem, parseForm, textOf } from '../platform/form.ts'
import { sendPage } from '../platform/page.ts'
import { type GuideSlug, guideSlugs, guides, isGuideSlug } from './guide.ts'
import { readDocument } from './guide-document.ts'
import { guideFacts, guidePlaceholders, partPlaceholders, placeholderNames } from './guide-facts.ts'
import { guideForm, standardGuideForm } from './guide-form.ts'
import { type GuideRevision, latestRevision, revisionsOf } from './guide-store.ts'
import { guideEdition, readGuideDay } from './read-guide.ts'
import { saveGuide } from './save-guide.ts'
import { standardGuides } from './standard-guides.ts'

type SlugRequest = FastifyRequest<{ Params: { slug: string } }>

const breadcrumb = [{ href: homes.secretariat, label: '案件' }]

const slugOf = ({ params }: SlugRequest): GuideSlug => {
  if (!isGuideSlug(params.slug)) throw new NotFoundError(`guide ${params.slug}`)
  return params.slug
}

/** What the page shows besides what is saved: what was typed, and why it was not saved. */
type Shown = {
  readonly status: number
  readonly typed?: string
  readonly problems?: readonly FieldProblem[]
  readonly refusal?: 'changed' | 'standard'
}

const historyEntry = ({ id, body, savedAt, savedByName }: GuideRevision) => ({
  key: id,
  when: formatDateTime(savedAt),
  dateTime: savedAt.toISOString(),
  who: savedByName,
  saved: body === null ? null : { body }
})

/** The texts of the guides, for the secretariat: reading, trying, changing, returning to the standard. */
export const guideSettingRoutes = async (
  app: FastifyInstance,
  { context }: { readonly context: Context }
): Promise<void> => {
  const { db, scheme } = context

  const settingPage = async (request: SlugRequest, reply: FastifyReply, shown: Shown) => {
    const slug = slugOf(request)
    const [saved, day] = [await revisionsOf(db, slug), await readGuideDay(context)]
    const body = shown.typed ?? saved[0]?.body ?? standardGuides[slug]
    const { problems = [], refusal = null } = shown
    const page = GuideSettingPage({
      frame: request.frame({
        title: `「${guides[slug].title}」の文面`,
        breadcrumb: [...breadcrumb, { href: paths.guideSettings, label: '案内ページ' }],
        hasErrors: problems.length > 0
      }),
      slug,
      body,
      basis: saved[0]?.id ?? '',
      isStandard: (saved[0]?.body ?? null) === null,
      placeholders: [
        ...guidePlaceholders(guideEdition, scheme, day),
        ...partPlaceholders.map((part) => ({ ...part, value: null }))
      ],
      preview: problems.length > 0 ? null : readDocument(body, guideFacts(guideEdition, scheme, day)),
      isTyped: shown.typed !== undefined,
      problems,
      refusal,
      history: saved.map(historyEntry)
    })
    return sendPage(reply, page, shown.status)
  }

  app.get(paths.guideSettings, async (request, reply) => {
    const lines = guideSlugs.map(async (slug) => ({ slug, saved: await latestRevision(db, slug) }))
    const frame = request.frame({ title: '案内ページ', breadcrumb })
    return sendPage(reply, GuideSettingsPage({ frame, guides: await Promise.all(lines) }))
  })

  app.get(paths.guideSetting(':slug'), async (request: SlugRequest, reply) =>
    settingPage(request, reply, { status: 200 })
  )

  app.post(paths.guideSetting(':slug'), async (request: SlugRequest, reply) => {
    const slug = slugOf(request)
    const known = placeholderNames(guideEdition, scheme, await readGuideDay(context))
    const form = parseForm(guideForm(known), request.body)
    if (!form.ok)
      return settingPage(request, reply, { status: 422, typed: textOf(form.values, 'body'), problems: form.problems })
    const { body, basis, step } = form.value
    if (step === 'check') return settingPage(request, reply, { status: 200, typed: body })
    const { userId, name } = viewerOf(request)
    const result = await saveGuide(context, { slug, body, basis, by: { id: userId, name } })
    if (!result.ok) return settingPage(request, reply, { status: 409, typed: body, refusal: result.reason })
    return reply
      .setFlash(`「${guides[slug].title}」の文面を保存しました。いまから、この文面が公開されます。`)
      .redirect(paths.guideSetting(slug), 303)
  })

  app.post(paths.standardGuide(':slug'), async (request: SlugRequest, reply) => {
    const slug = slugOf(request)
    const form = parseForm(standardGuideForm, request.body)
    const { userId, name } = viewerOf(request)
    const basis = form.ok ? form.value.basis : ''
    const result = await saveGuide(context, { slug, body: null, basis, by: { id: userId, name } })
    if (!result.ok) return settingPage(request, reply, { status: 409, refusal: result.reason })
    return reply.setFlash(`「${guides[slug].title}」を標準の文面に戻しました。`).redirect(paths.guideSetting(slug), 303)
  })
}
