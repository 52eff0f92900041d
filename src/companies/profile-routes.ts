import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ProfilePage, type StoredProfile } from '../../views/companies/profile-page.tsx'
import { formatDateTime } from '../../views/format.ts'
import { viewerOf } from '../accounts/guard.ts'
import { findVouchedNumber } from '../accounts/identity-store.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { type FieldProblem, type FormValues, formValues, parseForm, textOf } from '../platform/form.ts'
import { sendPage } from '../platform/page.ts'
import { industries } from '../scheme/industries.ts'
import { findProfile, type VersionedProfile } from './company-store.ts'
import type { Profile } from './profile.ts'
import { aboutLimit, profileForm, selfCheckField } from './profile-form.ts'
import { profileValues, storedTexts } from './profile-values.ts'
import { saveProfile } from './save-profile.ts'

type Shown = {
  readonly values: Readonly<Record<string, string>>
  readonly version: number
  readonly isNew: boolean
  readonly status?: 200 | 409 | 422
  readonly problems?: readonly FieldProblem[]
  readonly stored?: StoredProfile
  /** The code of the self-check that the person comes from; empty for others. */
  readonly selfCheck: string
}

const show = (request: FastifyRequest, reply: FastifyReply, shown: Shown): FastifyReply => {
  const { status = 200, problems = [], ...rest } = shown
  const breadcrumb = [{ href: paths.company, label: '申請と認定' }]
  const frame = request.frame({ title: '会社の情報', hasErrors: status !== 200, breadcrumb })
  return sendPage(
    reply,
    ProfilePage({ frame, action: paths.profile, industries, aboutLimit, problems, ...rest }),
    status
  )
}

// A field that arrived twice is not what the page sends; its first text is kept.
const textsOf = (values: FormValues): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value : (value[0] ?? '')])
  )

const besides = (stored: VersionedProfile, sent: Profile): StoredProfile => ({
  savedBy: stored.savedBy ?? '事務局',
  savedAt: formatDateTime(stored.savedAt),
  texts: storedTexts(stored.profile, sent)
})

const postedVersion = (values: Readonly<Record<string, string>>): number => {
  const version = Number(values.version)
  return Number.isSafeInteger(version) && version >= 0 ? version : 0
}

const numberTaken = ({ section, phone }: Context['scheme']['secretariat']): FieldProblem => ({
  field: 'legalEntityNumber',
  message: `この法人番号の会社は、すでに登録されています。登録した同僚に「担当者」の画面から招待してもらってください。心当たりがないときは、事務局（${section}　電話 ${phone}）へお問い合わせください`
})

type Deps = {
  readonly context: Context
  /**
   * Begins the company's application, with the answers of a self-check where the code of one is given, and tells where it
   * is and what was carried over; applications stand to the right of companies.
   */
  readonly beginApplication: (input: Beginning) => Promise<{ readonly url: string; readonly words: string | null }>
}

type Beginning = {
  readonly companyId: string
  readonly actor: { readonly id: string; readonly name: string }
  readonly code: string
}

/** No code of a self-check is longer; what is longer is not put back into the page. */
const longestCode = 200

const codeIn = (values: FormValues): string => {
  const code = textOf(values, selfCheckField)
  return code.length > longestCode ? '' : code
}

const savedWords = { true: '会社の情報を登録しました。', false: '会社の情報を保存しました。' } as const

/** Who came with a self-check goes on with it. */
const afterSave = (selfCheck: string): string =>
  selfCheck === '' ? paths.company : `${paths.selfCheckApplication}?c=${encodeURIComponent(selfCheck)}`

const save = async (
  { context, beginApplication }: Deps,
  request: FastifyRequest,
  reply: FastifyReply
): Promise<FastifyReply> => {
  const viewer = viewerOf(request)
  const values = textsOf(formValues(request.body))
  const selfCheck = codeIn(values)
  const asSent = { values, version: postedVersion(values), isNew: viewer.company === null, selfCheck }
  const form = parseForm(profileForm, request.body)
  if (!form.ok) return show(request, reply, { ...asSent, status: 422, problems: form.problems })
  const { profile } = form.value
  const actor = { id: viewer.userId, name: viewer.name }
  const result = await saveProfile(context, { actor, ...form.value })
  if (result.ok) {
    const { companyId, created } = result
    const isBegun = created && values.destination === 'application'
    const next = isBegun
      ? await beginApplication({ companyId, actor, code: selfCheck })
      : { url: afterSave(selfCheck), words: null }
    return reply.setFlash(`${savedWords[`${created}`]}${next.words ?? ''}`).redirect(next.url, 303)
  }
  if (result.reason === 'number-taken')
    return show(request, reply, { ...asSent, status: 409, problems: [numberTaken(context.scheme.secretariat)] })
  const { version } = result.stored
  const stored = besides(result.stored, profile)
  return show(request, reply, { values, version, isNew: false, status: 409, stored, selfCheck })
}

/** The company's profile: first save, later saves, and what happens when two people save at once. */
export const profileRoutes = async (app: FastifyInstance, deps: Deps) => {
  const { context } = deps

  app.get(paths.profile, async (request, reply) => {
    const viewer = viewerOf(request)
    const selfCheck = codeIn(formValues(request.query))
    const stored = viewer.company === null ? null : await findProfile(context.db, viewer.company.id)
    if (stored === null) {
      const legalEntityNumber = (await findVouchedNumber(context.db, viewer.userId)) ?? ''
      const values = { contactEmail: viewer.email, legalEntityNumber }
      return show(request, reply, { values, version: 0, isNew: true, selfCheck })
    }
    return show(request, reply, {
      values: profileValues(stored.profile),
      version: stored.version,
      isNew: false,
      selfCheck
    })
  })

  app.post(paths.profile, (request, reply) => save(deps, request, reply))
}
