import fc from 'fast-check'
import { expect } from 'vitest'
import type { z } from 'zod'
import { signInCodeForm, signInForm } from '../../src/accounts/sign-in-form.ts'
import { confirmationForm, withdrawalForm } from '../../src/applications/confirmation-form.ts'
import {
  answerForm,
  notedAnswerForm,
  openingForm,
  proceedingDecisionForm
} from '../../src/certificates/proceeding-form.ts'
import { surrenderForm } from '../../src/certificates/surrender-form.ts'
import {
  agendaForm,
  announcementForm,
  cancellationForm,
  closureForm,
  meetingChangeForm,
  meetingForm
} from '../../src/committee/meeting-form.ts'
import { memberForm } from '../../src/committee/member-form.ts'
import { opinionForm } from '../../src/committee/opinion-form.ts'
import { profileForm } from '../../src/companies/profile-form.ts'
import { decisionForm } from '../../src/decisions/decision-form.ts'
import { guideForm } from '../../src/guides/guide-form.ts'
import { letterKinds } from '../../src/letters/letter-kind.ts'
import { wordingForm } from '../../src/letters/wording-form.ts'
import { type FormResult, parseForm } from '../../src/platform/form.ts'
import { publicityForm, returnForm } from '../../src/publicity/publicity-form.ts'
import { noticeForm } from '../../src/renewals/notice-form.ts'
import { newsletterForm, periodForm } from '../../src/reports/period-form.ts'
import { correctionForm } from '../../src/screening/correction-form.ts'
import { hearingForm } from '../../src/screening/hearing-form.ts'
import { readingForm } from '../../src/screening/reading-form.ts'
import { routeForm } from '../../src/screening/route-form.ts'
import { caseWithdrawalForm, pullBackForm } from '../../src/screening/withdrawal-form.ts'
import { hostileText, mutated } from './hostile-text.ts'
import { type AnyParser, expectStorable, listed } from './parser.ts'

type Body = Readonly<Record<string, string | readonly string[]>>

const day = '2026-11-21'

const profile = {
  name: '株式会社あさか製作所', nameKana: 'カブシキガイシャアサカセイサクショ', legalEntityNumber: '7123456789012', postalCode: '351-0011',
  address: '埼玉県朝霞市本町1-1-1', industry: 'E', employees: '48', representativeTitle: '代表取締役', representativeName: '浅香 一郎',
  contactName: '総務 花子', contactEmail: 'soumu@example.jp', contactPhone: '048-463-1111', website: 'https://example.jp/',
  business: '精密部品の切削加工。', culture: '声をかけやすい職場です。', version: '3'
} // biome-ignore format: a list to be read across

/** Every schema of a form, with a body that it takes. */
const forms: readonly (readonly [name: string, schema: z.ZodType, valid: Body])[] = [
  ['sign-in', signInForm, { email: 'soumu@example.jp', return: '/company' }],
  ['sign-in code', signInCodeForm, { email: 'soumu@example.jp', return: '/company', code: '123456' }],
  ['profile', profileForm, profile],
  ['confirmation', confirmationForm, { attestedBy: '浅香 一郎', attested: 'yes', version: '12', round: '1' }],
  ['withdrawal', withdrawalForm, { reason: '都合により', confirmed: 'yes' }],
  ['withdrawal of a case', caseWithdrawalForm, { reason: '電話で申出' }],
  ['pull-back', pullBackForm, { reason: '確認し直すため' }],
  ['correction', correctionForm(day), { round: '1', message: '御確認ください。', deadline: '2026-12-08' }],
  ['hearing', hearingForm(day), { heldOn: day, channel: 'phone', participants: '総務 花子', note: '聞き取りました。' }],
  ['reading', readingForm, { reading: 'leaves_denominator', 'reading-reason': '対象者がいないため' }],
  ['route', routeForm, { route: 'simplified', grounds: 'standard-lost|category-lost:1,2', 'route-reason': '' }],
  ['meeting', meetingForm, { number: '12', heldOn: '2026-12-08', place: '市役所' }],
  ['change of a meeting', meetingChangeForm, { heldOn: '2026-12-08', place: '市役所' }],
  ['agenda', agendaForm, { application: '01890000-0000-7000-8000-000000000001' }],
  ['cancellation', cancellationForm, { reason: '台風のため' }],
  ['announcement', announcementForm, { after: '0' }],
  ['closure', closureForm, { shown: 'a,b', holdOver: ['a'], confirmed: 'yes', attended: ['m'], nobodyCame: '' }],
  ['member', memberForm, { name: '委員 太郎', email: 'iin@example.jp' }],
  ['opinion', opinionForm, { opinion: 'comment', comment: '実績を確かめてください。' }],
  [
    'decision',
    decisionForm(false),
    { outcome: 'certified', step: 'decide', startsOn: '2026-12-08', certificationReasons: '', refusalReasons: '' }
  ],
  ['refusal', decisionForm(true), { outcome: 'refused', step: 'decide', refusalReasons: '満たさないため' }],
  ['opening of a proceeding', openingForm, { grounds: '事実と異なるため', answerBy: '2026-12-08' }],
  ['answer', answerForm, { answer: '事実です。' }],
  ['noted answer', notedAnswerForm, { channel: 'phone', answer: '事実です。' }],
  ['end of a proceeding', proceedingDecisionForm, { outcome: 'revoked', reason: '確かめた結果', confirmed: 'yes' }],
  ['surrender', surrenderForm, { step: 'surrender', reason: '縮小のため', on: '2026-12-08', confirmed: 'yes' }],
  ['notice', noticeForm, { sent: '1', tab: 'all' }],
  ['period', periodForm, { from: '2026-04-01', to: '2027-03-31' }],
  ['newsletter', newsletterForm, { text: '広報の本文' }],
  [
    'publicity',
    publicityForm,
    {
      shown: ['address'],
      jobsUrl: 'https://example.jp/jobs',
      words: '紹介',
      photo: '',
      photoDescription: '',
      logo: '',
      version: '1'
    }
  ],
  ['return of a statement', returnForm, { reason: '確かめてください' }],
  ['guide', guideForm(['市名']), { body: '# 案内\n\n{{市名}}の制度です。', basis: '', step: 'save' }],
  ...(Object.keys(letterKinds) as (keyof typeof letterKinds)[]).map(
    (kind) =>
      [
        `wording of ${kind}`,
        wordingForm(kind),
        { subject: '通知', body: '　{{事業者名}}様\n\n{{認定番号}}', basis: '', step: 'save' }
      ] as const
  )
]

/** A body of a form: as it should be, with some fields changed, left out, sent twice or unknown. */
const bodyLike = (valid: Body): fc.Arbitrary<Body> => {
  const names = Object.keys(valid)
  const field = (name: string): fc.Arbitrary<string | readonly string[] | undefined> => {
    const sample = [valid[name] ?? ''].flat()[0] ?? ''
    return fc.oneof(
      { weight: 6, arbitrary: fc.constant(valid[name]) },
      { weight: 3, arbitrary: mutated(sample) },
      { weight: 3, arbitrary: hostileText },
      { weight: 1, arbitrary: fc.array(hostileText, { maxLength: 3 }) },
      { weight: 1, arbitrary: fc.constant(undefined) }
    )
  }
  const strangers = fc.dictionary(
    fc.oneof(hostileText, fc.constantFrom('__proto__', 'constructor', 'hasOwnProperty')),
    hostileText,
    { maxKeys: 2 }
  )
  return fc
    .tuple(fc.record(Object.fromEntries(names.map((name) => [name, field(name)]))), strangers)
    .map(([fields, more]) => {
      const given = Object.entries({ ...more, ...fields }).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value] as const]
      )
      return Object.fromEntries(given)
    })
}

const isText = (value: unknown): value is string => typeof value === 'string'

/** The texts of what was read, by name, one level deep. */
const textsIn = (value: unknown): Readonly<Record<string, string>> =>
  typeof value !== 'object' || value === null
    ? {}
    : Object.fromEntries(
        Object.entries(value).flatMap(([name, part]) =>
          isText(part)
            ? [[name, part] as const]
            : name === 'profile' || name === 'request'
              ? Object.entries(textsIn(part))
              : []
        )
      )

/** Fields that are compared, checked against what is stored, or handed back as a file before anything else is done. */
const compared = new Set(['text', 'basis', 'grounds', 'shown', 'holdOver', 'attended', 'photo', 'logo'])

const withoutCompared = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (name, part: unknown) => (compared.has(name) ? undefined : part)))

const longest = 20_000

/** What is read is storable, of bounded length, and read the same when it is sent back as it was read. */
const expectSettled = (schema: z.ZodType, body: Body, result: FormResult<unknown>): void => {
  if (!result.ok) {
    expect(result.problems.length).toBeGreaterThan(0)
    for (const { message } of result.problems) expect(message).toMatch(/[ぁ-んァ-ヶ一-龠]|Invalid/)
    return
  }
  expectStorable(withoutCompared(result.value))
  const texts = Object.fromEntries(Object.entries(textsIn(result.value)).filter(([name]) => Object.hasOwn(body, name)))
  for (const text of Object.values(texts)) expect(text.length).toBeLessThanOrEqual(longest * 2)
  expect(parseForm(schema, { ...body, ...texts })).toEqual(result)
}

/** The name of the longest text of a form, which is the one to grow. */
const longestField = (valid: Body): string =>
  Object.keys(valid).toSorted((one, other) => String(valid[other]).length - String(valid[one]).length)[0] ?? ''

export const formParsers: readonly AnyParser[] = forms.map(([name, schema, valid]) =>
  listed({
    name: `the form: ${name}`,
    input: bodyLike(valid),
    parse: (body: Body) => parseForm(schema, body),
    holds: (result, body) => expectSettled(schema, body, result),
    grown: (piece, times) => ({ ...valid, [longestField(valid)]: `あ${piece.repeat(times)}あ` })
  })
)
