import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { formatCharacter, formatDateTime } from '../../views/format.ts'
import { LetterSettingPage } from '../../views/letters/letter-setting-page.tsx'
import { LetterSettingsPage } from '../../views/letters/letter-settings-page.tsx'
import { viewerOf } from '../accounts/guard.ts'
import { missingGlyphs } from '../documents/glyphs.ts'
import { homes } from '../frame.ts'
import { paths } from '../paths.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { type FieldProblem, parseForm, textOf } from '../platform/form.ts'
import { sendPage } from '../platform/page.ts'
import { isLetterKind, type LetterKind, letterKindList, letterKinds, placeholdersOf } from './letter-kind.ts'
import { makeLetter } from './letter-pdf.ts'
import { latestWording, type SavedWording, wordingsOf } from './letter-store.ts'
import { saveWording } from './save-wording.ts'
import { standardWording } from './standard-wording.ts'
import type { Wording } from './wording.ts'
import { standardForm, wordingForm } from './wording-form.ts'
import { sampleLetter } from './wording-preview.ts'

type KindRequest = FastifyRequest<{ Params: { kind: string } }>

const breadcrumb = [{ href: homes.secretariat, label: '案件' }]

const kindOf = ({ params }: KindRequest): LetterKind => {
  if (!isLetterKind(params.kind)) throw new NotFoundError(`kind of letter ${params.kind}`)
  return params.kind
}

/** What the letters' font cannot show: a letter would print 〓 in its place, every time. */
const glyphProblems = (wording: Wording): FieldProblem[] =>
  (['subject', 'body'] as const).flatMap((field) => {
    const missing = missingGlyphs(wording[field].replaceAll('\n', ''))
    if (missing.length === 0) return []
    const message = `${missing.map(formatCharacter).join('、')}は、通知の書体にない文字です。別の文字に書き直してください`
    return [{ field, message }]
  })

/** What the page shows besides what is saved: what was typed, and why it was not saved. */
type Shown = {
  readonly status: number
  readonly typed?: Wording
  readonly problems?: readonly FieldProblem[]
  readonly refusal?: 'changed' | 'standard'
}

const historyEntry = ({ id, wording, savedAt, savedByName }: SavedWording) => ({
  key: id,
  when: formatDateTime(savedAt),
  dateTime: savedAt.toISOString(),
  who: savedByName,
  saved: wording === null ? null : { title: wording.subject, body: wording.body }
})

/** The wording of the letters, for the secretariat: reading, trying, changing, returning to the standard. */
export const letterSettingRoutes = async (
  app: FastifyInstance,
  { context }: { readonly context: Context }
): Promise<void> => {
  const { db, scheme, clock } = context

  const currentOf = async (kind: LetterKind): Promise<Wording> =>
    (await latestWording(db, kind))?.wording ?? standardWording[kind]

  const sampleOf = (kind: LetterKind, wording: Wording) =>
    sampleLetter(kind, wording, { scheme, issuedOn: today(clock) })

  const settingPage = async (request: KindRequest, reply: FastifyReply, shown: Shown) => {
    const kind = kindOf(request)
    const saved = await wordingsOf(db, kind)
    const wording = shown.typed ?? saved[0]?.wording ?? standardWording[kind]
    const { problems = [], refusal = null } = shown
    const page = LetterSettingPage({
      frame: request.frame({
        title: `${letterKinds[kind].label}の文面`,
        breadcrumb: [...breadcrumb, { href: paths.letterSettings, label: '通知の文面' }],
        hasErrors: problems.length > 0
      }),
      kind,
      when: letterKinds[kind].when,
      wording,
      basis: saved[0]?.id ?? '',
      isStandard: (saved[0]?.wording ?? null) === null,
      placeholders: placeholdersOf(kind),
      preview: problems.length > 0 ? null : { ...sampleOf(kind, wording).filled, text: sampleOf(kind, wording).text },
      isTyped: shown.typed !== undefined,
      problems,
      refusal,
      history: saved.map(historyEntry)
    })
    return sendPage(reply, page, shown.status)
  }

  /** What was typed as a wording without problems; otherwise the page has been answered, with everything kept. */
  const readTyped = async (request: KindRequest, reply: FastifyReply) => {
    const form = parseForm(wordingForm(kindOf(request)), request.body)
    if (!form.ok) {
      const typed = { subject: textOf(form.values, 'subject'), body: textOf(form.values, 'body') }
      await settingPage(request, reply, { status: 422, typed, problems: form.problems })
      return null
    }
    const { subject, body } = form.value
    const problems = glyphProblems({ subject, body })
    if (problems.length === 0) return form.value
    await settingPage(request, reply, { status: 422, typed: { subject, body }, problems })
    return null
  }

  const sendPdf = async (reply: FastifyReply, kind: LetterKind, wording: Wording) => {
    const { input, filled } = sampleOf(kind, wording)
    const { pdf } = await makeLetter({ ...input, ...filled, createdAt: clock.now() })
    return reply.type('application/pdf').header('cache-control', 'no-store').send(pdf)
  }

  app.get(paths.letterSettings, async (request, reply) => {
    const kinds = letterKindList.map(async (kind) => {
      const saved = await latestWording(db, kind)
      return { kind, ...letterKinds[kind], subject: (await currentOf(kind)).subject, saved }
    })
    const frame = request.frame({ title: '通知の文面', breadcrumb })
    return sendPage(reply, LetterSettingsPage({ frame, kinds: await Promise.all(kinds) }))
  })

  app.get(paths.letterSetting(':kind'), async (request: KindRequest, reply) =>
    settingPage(request, reply, { status: 200 })
  )

  app.post(paths.letterSetting(':kind'), async (request: KindRequest, reply) => {
    const kind = kindOf(request)
    const typed = await readTyped(request, reply)
    if (typed === null) return reply
    const { subject, body, basis, step } = typed
    const wording = { subject, body }
    if (step === 'check') return settingPage(request, reply, { status: 200, typed: wording })
    const { userId, name } = viewerOf(request)
    const result = await saveWording(context, { kind, wording, basis, by: { id: userId, name } })
    if (!result.ok) return settingPage(request, reply, { status: 409, typed: wording, refusal: result.reason })
    return reply
      .setFlash(`${letterKinds[kind].label}の文面を保存しました。これから出す通知に使います。`)
      .redirect(paths.letterSetting(kind), 303)
  })

  app.get(paths.letterPreview(':kind'), async (request: KindRequest, reply) => {
    const kind = kindOf(request)
    return sendPdf(reply, kind, await currentOf(kind))
  })

  app.post(paths.letterPreview(':kind'), async (request: KindRequest, reply) => {
    const kind = kindOf(request)
    const typed = await readTyped(request, reply)
    return typed === null ? reply : sendPdf(reply, kind, typed)
  })

  app.post(paths.standardLetter(':kind'), async (request: KindRequest, reply) => {
    const kind = kindOf(request)
    const form = parseForm(standardForm, request.body)
    const { userId, name } = viewerOf(request)
    const basis = form.ok ? form.value.basis : ''
    const result = await saveWording(context, { kind, wording: null, basis, by: { id: userId, name } })
    if (!result.ok) return settingPage(request, reply, { status: 409, refusal: result.reason })
    return reply
      .setFlash(`${letterKinds[kind].label}を標準の文面に戻しました。`)
      .redirect(paths.letterSetting(kind), 303)
  })
}
