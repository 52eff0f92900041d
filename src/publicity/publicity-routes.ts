import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { formatDateTime } from '../../views/format.ts'
import { NotCertifiedPage } from '../../views/publicity/not-certified-page.tsx'
import { PublicityPage } from '../../views/publicity/publicity-page.tsx'
import { PublicityPreviewPage } from '../../views/publicity/publicity-preview-page.tsx'
import { actorOf } from '../accounts/actor-of.ts'
import { viewerOf } from '../accounts/guard.ts'
import { paths } from '../paths.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { type FieldProblem, type FormValues, textOf } from '../platform/form.ts'
import { sendPage } from '../platform/page.ts'
import { type Publicity, silentSettings } from './publicity.ts'
import { findPublicNumber, findSettings, type PublicNumber } from './publicity-store.ts'
import { type PublicityValues, postedValues, publicityDifferences, valuesOf } from './publicity-values.ts'
import { type StoredPublicity, savePublicity } from './save-publicity.ts'
import type { ShownTexts } from './shown-texts.ts'
import { latestContent } from './statement.ts'
import { stateOf } from './statement-store.ts'
import { takePostedPublicity } from './take-posted-publicity.ts'
import { withdrawStatement } from './withdraw-statement.ts'

/** What the public side, which stands to the right, says of a company. */
export type PublicSide = {
  /** What each field would show of the company. */
  readonly shownTexts: (companyId: string) => Promise<ShownTexts>
  /** The company's public page without what surrounds it, as `publicity` would have it. */
  readonly publicPage: (companyId: string, publicity: Publicity) => Promise<VNode | null>
}

type Deps = PublicSide & { readonly context: Context }

/** A company that has a public page, or will have one. */
type Owner = { readonly companyId: string; readonly place: PublicNumber }

/** What the page shows in place of what is stored. */
type Typed = {
  readonly status: 200 | 409 | 422
  readonly values: PublicityValues
  readonly version: number
  readonly problems?: readonly FieldProblem[]
  readonly conflict?: { readonly stored: StoredPublicity; readonly sent: Publicity }
}

// Each may bring two pictures to be decoded.
const limited = {
  config: { formToken: 'in parts', rateLimit: { max: 60, timeWindow: '1 minute' } }
} as const

const breadcrumb = [{ href: paths.company, label: '申請と認定' }]
const title = '企業ページ'

const savedWords = ({ sent, unchanged }: { readonly sent: boolean; readonly unchanged: boolean }): string => {
  if (unchanged) return '保存しました。差し戻された紹介文・写真・ロゴは、直してから保存すると、もう一度送られます。'
  return sent ? '保存しました。紹介文・写真・ロゴは、事務局が確認してから公開します。' : '保存しました。'
}

const versionIn = (values: FormValues): number => {
  const version = Number(textOf(values, 'version'))
  return Number.isSafeInteger(version) && version >= 0 ? version : 0
}

/** What a certified company shows of itself: reading, previewing, saving, taking back. */
export const publicityRoutes = async (app: FastifyInstance, deps: Deps): Promise<void> => {
  const { context } = deps
  const { db, clock } = context
  await app.register(multipart)

  const findOwner = async (request: FastifyRequest): Promise<Owner | null> => {
    const { company } = viewerOf(request)
    const place = company === null ? null : await findPublicNumber(db, company.id, today(clock))
    return company === null || place === null ? null : { companyId: company.id, place }
  }

  const refuse = async (request: FastifyRequest, reply: FastifyReply, status: 200 | 409) => {
    const { company } = viewerOf(request)
    const state = company === null ? null : await stateOf(db, company.id)
    const canTakeBack = state !== null && (state.published !== null || state.waiting !== null)
    return sendPage(reply, NotCertifiedPage({ frame: request.frame({ title, breadcrumb }), canTakeBack }), status)
  }

  const conflictOf = ({ stored, sent }: NonNullable<Typed['conflict']>) => ({
    savedBy: stored.savedBy,
    savedAt: formatDateTime(stored.savedAt),
    differences: publicityDifferences(stored.publicity, sent)
  })

  const storedOf = async (companyId: string) => {
    const [settings, state] = [await findSettings(db, companyId), await stateOf(db, companyId)]
    const { shown, jobsUrl } = settings ?? silentSettings
    const publicity: Publicity = { shown, jobsUrl, statement: latestContent(state) }
    return { publicity, version: settings?.version ?? 0, state }
  }

  const show = async (request: FastifyRequest, reply: FastifyReply, owner: Owner, typed: Typed | null = null) => {
    const { companyId, place } = owner
    const stored = await storedOf(companyId)
    const page = PublicityPage({
      frame: request.frame({ title, breadcrumb, hasErrors: typed !== null && typed.status !== 200 }),
      place,
      state: stored.state,
      values: typed?.values ?? valuesOf(stored.publicity),
      version: typed?.version ?? stored.version,
      texts: await deps.shownTexts(companyId),
      problems: typed?.problems ?? [],
      conflict: typed?.conflict === undefined ? null : conflictOf(typed.conflict)
    })
    return sendPage(reply, page, typed?.status)
  }

  const preview = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { companyId }: Owner,
    shown: { readonly publicity: Publicity; readonly typed: Pick<Typed, 'values' | 'version'> | null }
  ) => {
    const content = await deps.publicPage(companyId, shown.publicity)
    if (content === null) throw new NotFoundError(`public page of ${companyId}`)
    const frame = request.frame({
      title: '企業ページの見え方',
      breadcrumb: [...breadcrumb, { href: paths.publicity, label: title }],
      showHeading: false,
      wide: true
    })
    return sendPage(reply, PublicityPreviewPage({ frame, typed: shown.typed, content }))
  }

  const take = async (request: FastifyRequest, { companyId }: Owner) => {
    const posted = await takePostedPublicity(context, request, { companyId, by: viewerOf(request).userId })
    const typed = { values: postedValues(posted.values), version: versionIn(posted.values) }
    return { ...posted, typed, step: textOf(posted.values, 'step') }
  }

  app.get(paths.publicity, async (request, reply) => {
    const owner = await findOwner(request)
    return owner === null ? refuse(request, reply, 200) : show(request, reply, owner)
  })

  app.get(paths.publicityPreview, async (request, reply) => {
    const owner = await findOwner(request)
    if (owner === null) return refuse(request, reply, 200)
    const { publicity } = await storedOf(owner.companyId)
    return preview(request, reply, owner, { publicity, typed: null })
  })

  app.post(paths.publicityPreview, limited, async (request, reply) => {
    const owner = await findOwner(request)
    if (owner === null) return refuse(request, reply, 409)
    const { form, problems, typed } = await take(request, owner)
    if (form === null) return show(request, reply, owner, { ...typed, status: 422, problems })
    return preview(request, reply, owner, { publicity: form.publicity, typed })
  })

  app.post(paths.publicity, limited, async (request, reply) => {
    const owner = await findOwner(request)
    if (owner === null) return refuse(request, reply, 409)
    const { companyId } = owner
    const { form, problems, typed, step } = await take(request, owner)
    if (step === 'edit') return show(request, reply, owner, { ...typed, status: 200 })
    if (form === null) return show(request, reply, owner, { ...typed, status: 422, problems })
    const result = await savePublicity(context, { companyId, ...form, actor: actorOf(viewerOf(request)) })
    if (result.ok) return reply.setFlash(savedWords(result)).redirect(paths.publicity, 303)
    if (result.reason === 'not-certified') return refuse(request, reply, 409)
    const { stored } = result
    const conflict = { stored, sent: form.publicity }
    return show(request, reply, owner, { ...typed, version: stored.version, status: 409, conflict })
  })

  app.post(paths.publicityWithdrawal, async (request, reply) => {
    const viewer = viewerOf(request)
    const isDone =
      viewer.company !== null &&
      (await withdrawStatement(context, { companyId: viewer.company.id, actor: actorOf(viewer) }))
    const words = isDone ? '紹介文・写真・ロゴを取り下げました。' : '取り下げる紹介文・写真・ロゴはありませんでした。'
    return reply.setFlash(words).redirect(paths.publicity, 303)
  })
}
