import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findOpenApplicationOf, updateStatus } from '../../src/applications/application-store.ts'
import { historyWords } from '../../src/applications/history-words.ts'
import { sectionsOf } from '../../src/applications/section-store.ts'
import { answersIn } from '../../src/applications/sections.ts'
import { submitApplication } from '../../src/applications/submit-application.ts'
import { applications } from '../../src/applications/table.ts'
import { takeMarks } from '../../src/applications/take-marks.ts'
import { currentEdition, encodeMarks, type Marks } from '../../src/checklist/index.ts'
import { findCompanyOf } from '../../src/companies/company-store.ts'
import { profileValues } from '../../src/companies/profile-values.ts'
import { paths } from '../../src/paths.ts'
import { historyOf } from '../../src/platform/audit.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { profileOf, submittedCase } from '../support/cases.ts'
import { draftCase } from '../support/drafts.ts'
import { expectValidHtml } from '../support/html.ts'
import { renewableCase } from '../support/renewable.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())

const marks = { '1-1': 'checked', '2-1': 'unchecked', '4-3': 'not_applicable', '7-2': 'checked' } as const
const codeOf = (given: Marks): string => encodeMarks({ edition: currentEdition, marks: given, complies: true })
const code = codeOf(marks)
const url = `${paths.selfCheckApplication}?c=${code}`

const answersOf = async (companyId: string) => {
  const open = await findOpenApplicationOf(portal.context.db, companyId)
  if (open === null) throw new Error('nothing is open')
  return answersIn(await sectionsOf(portal.context.db, open.id))
}

const kindsOf = async (applicationId: string) => {
  const history = await historyOf(portal.context.db, applicationId)
  return history.map(({ kind, details }) => [kind, details] as const)
}

describe('a newcomer', () => {
  it('is asked to sign in, then for the company, and has the answers in the application', async () => {
    const out = await portal.visitor().get(url)
    expect([out.status, out.location]).toEqual([303, `/sign-in?return=${encodeURIComponent(url)}`])
    const signIn = await portal.visitor().get(out.location ?? '')
    expect(signIn.body).toContain('セルフチェックの答えを、申請に引き継ぎます')

    const browser = await portal.signIn('new@carry.example.jp')
    const first = await browser.get(url)
    expect([first.status, first.location]).toEqual([303, `${paths.profile}?self-check=${code}`])
    const profile = await browser.get(first.location ?? '')
    await expectValidHtml(profile.body)
    expect(profile.body).toContain('セルフチェックの答えは、登録のあとに引き継ぎます')
    expect(profile.body).not.toContain('登録だけする')

    const form = {
      ...profileValues(profileOf({ name: '株式会社引き継ぎ' })),
      legalEntityNumber: '',
      'self-check': code
    }
    const wrong = await browser.post(paths.profile, { ...form, name: '', destination: 'application' })
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain(`name="self-check" value="${code}"`)
    const saved = await browser.post(paths.profile, {
      ...form,
      noLegalEntityNumber: 'yes',
      destination: 'application'
    })
    expect(saved.status).toBe(303)
    const page = await browser.get(saved.location ?? '')
    expect(page.body).toContain('会社の情報を登録しました。セルフチェックの答えを4項目引き継ぎました。')
    const id = (saved.location ?? '').split('/').at(-1) ?? ''
    const answers = answersIn(await sectionsOf(portal.context.db, id))
    expect(answers.marks).toEqual(marks)
    expect(answers.declarations).toEqual({})
    expect((await kindsOf(id)).map(([kind]) => kind)).toEqual(['status-draft', 'marks-taken'])
  })

  it('whose code cannot be read registers all the same, and begins with an empty application', async () => {
    const browser = await portal.signIn('odd@carry.example.jp')
    const saved = await browser.post(paths.profile, {
      ...profileValues(profileOf({ name: '株式会社読めない' })),
      legalEntityNumber: '',
      noLegalEntityNumber: 'yes',
      destination: 'application',
      'self-check': 'constructor'
    })
    expect(saved.location).toMatch(/^\/applications\//)
  })
})

describe('a company with a profile', () => {
  const withProfile = async () => {
    const one = await draftCase(portal.context)
    const browser = await portal.signIn(one.email)
    await updateStatus(portal.context.db, one.applicationId, 'withdrawn', portal.context.clock.now())
    return { browser, ...one }
  }

  it('is told what will happen, and begins with the answers; the declaration is left to the application', async () => {
    const { browser, companyId } = await withProfile()
    const told = await browser.get(url)
    await expectValidHtml(told.body)
    expect(told.body).toContain('セルフチェックで答えた4項目を入れます')
    expect(await findOpenApplicationOf(portal.context.db, companyId)).toBeNull()
    const begun = await browser.post(paths.selfCheckApplication, { c: code })
    expect(begun.status).toBe(303)
    expect(await answersOf(companyId)).toMatchObject({ marks, declarations: {} })
    const page = await browser.get(begun.location ?? '')
    expect(page.body).toContain('セルフチェックの答えを4項目引き継ぎました。')
  })

  it('that presses twice has one application', async () => {
    const { browser, companyId } = await withProfile()
    const answers = await Promise.all([1, 2].map(() => browser.post(paths.selfCheckApplication, { c: code })))
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1)
    expect((await answersOf(companyId)).marks).toEqual(marks)
  })
})

describe('a draft', () => {
  const drafted = { '1-1': 'unchecked', '7-2': 'checked', '3-3': 'checked' } as const
  const evidence = { '3-3': { text: '誕生日休暇' }, '2-1': { basis: 'busiest' } }

  it('takes answers only where it has none, and both are shown where they differ', async () => {
    const one = await draftCase(portal.context, { marks: drafted, evidence })
    const browser = await portal.signIn(one.email)
    const told = await browser.get(url)
    await expectValidHtml(told.body)
    expect(told.body).toContain('まだ答えのない2項目に、セルフチェックの答えを入れます')
    expect(told.body).toContain('申請に違う答えが入っています')
    const filled = await browser.post(paths.selfCheckApplication, { c: code })
    expect([filled.status, filled.location]).toEqual([303, paths.application(one.applicationId)])
    const answers = await answersOf(one.companyId)
    expect(answers.marks).toEqual({ ...drafted, '2-1': 'unchecked', '4-3': 'not_applicable' })
    expect(answers.evidence).toEqual(evidence)
    expect((await browser.get(filled.location ?? '')).body).toContain(
      'すでに違う答えがある項目（1-1）は、そのまま残しました'
    )
    expect(await kindsOf(one.applicationId)).toEqual([['marks-taken', { filled: ['2-1', '4-3'], kept: ['1-1'] }]])
    const line = (await historyOf(portal.context.db, one.applicationId)).at(-1)
    expect(historyWords(line?.kind ?? '', line?.details ?? {})).toBe('セルフチェックの答え（2項目）を引き継ぎました')
  })

  it('that has all of them is left as it is, without a line in its history', async () => {
    const one = await draftCase(portal.context, { marks })
    const browser = await portal.signIn(one.email)
    expect((await browser.get(url)).body).toContain('引き継ぐ答えはありません')
    expect((await browser.post(paths.selfCheckApplication, { c: code })).status).toBe(303)
    expect(await kindsOf(one.applicationId)).toEqual([])
  })

  it('tells a colleague who has one of its pages open, and loses nothing', async () => {
    const one = await draftCase(portal.context, { marks: {}, evidence: {} })
    const browser = await portal.signIn(one.email)
    await browser.post(paths.selfCheckApplication, { c: code })
    const late = await browser.post(paths.category(one.applicationId, 1), {
      version: '1',
      'mark.1-2': 'checked',
      destination: 'list'
    })
    expect(late.status).toBe(409)
    expect((await answersOf(one.companyId)).marks).toEqual(marks)
  })
})

describe('an application that was sent', () => {
  it('takes nothing, and the company is told', async () => {
    const one = await submittedCase(portal.context, { status: 'screening' })
    const browser = await portal.signIn(one.email)
    const told = await browser.get(url)
    expect(told.status).toBe(200)
    await expectValidHtml(told.body)
    expect(told.body).toContain('提出済みの申請を市が確認しています')
    const refused = await browser.post(paths.selfCheckApplication, { c: code })
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('提出済みの申請を市が確認しています')
    expect(refused.body).toContain(`href="${paths.application(one.applicationId)}"`)
  })

  it('and returned for correction is to be corrected, not filled in', async () => {
    const one = await submittedCase(portal.context, { status: 'returned' })
    const browser = await portal.signIn(one.email)
    expect((await browser.get(url)).body).toContain('補正のお願いが届いています')
    expect((await browser.post(paths.selfCheckApplication, { c: code })).status).toBe(409)
  })

  it('just before takes nothing either', async () => {
    const { context } = portal
    const one = await draftCase(context)
    const actor = { id: one.userId, name: '総務 花子', email: one.email }
    const confirmed = { round: 1, version: 9, attestedBy: '朝霞 太郎' }
    const sent = await submitApplication(context, { applicationId: one.applicationId, actor, confirmed })
    expect(sent).toMatchObject({ ok: true })
    expect(await takeMarks(context, { companyId: one.companyId, actor, marks })).toMatchObject({
      ok: false,
      reason: 'under-way'
    })
  })
})

describe('a draft of another sheet', () => {
  it('takes nothing, since its items are others', async () => {
    const one = await draftCase(portal.context)
    const { db } = portal.context
    await db.update(applications).set({ edition: 'asaka-2020' }).where(eq(applications.id, one.applicationId))
    const browser = await portal.signIn(one.email)
    expect((await browser.get(url)).body).toContain('前のチェックシートの申請が入力中です')
    expect((await browser.post(paths.selfCheckApplication, { c: code })).status).toBe(409)
  })
})

describe('a certified company', () => {
  it('is led to its renewal, into which nothing is carried', async () => {
    const one = await renewableCase(portal.context)
    const browser = await portal.signIn(one.email)
    const told = await browser.get(url)
    await expectValidHtml(told.body)
    expect(told.body).toContain('更新の申請になります')
    const led = await browser.post(paths.selfCheckApplication, { c: code })
    const open = await findOpenApplicationOf(portal.context.db, one.companyId)
    expect(open?.kind).toBe('renewal')
    expect([led.status, led.location]).toEqual([303, paths.renewal(open?.id ?? '')])
    expect((await kindsOf(open?.id ?? '')).map(([kind]) => kind)).not.toContain('marks-taken')
    expect((await browser.get(url)).body).toContain('更新の申請が進んでいます')
  })

  it('whose renewal is still to come is told from when', async () => {
    const one = await renewableCase(portal.context, { startsOn: '2026-01-16' })
    const browser = await portal.signIn(one.email)
    expect((await browser.get(url)).body).toMatch(/更新の申請は、令和10年\d+月\d+日からできます/)
    expect((await browser.post(paths.selfCheckApplication, { c: code })).location).toBe(paths.company)
  })

  it('whose certification ran out may apply anew with the answers', async () => {
    const one = await renewableCase(portal.context, { startsOn: '2022-01-16' })
    const browser = await portal.signIn(one.email)
    const begun = await browser.post(paths.selfCheckApplication, { c: code })
    expect(begun.status).toBe(303)
    expect((await answersOf(one.companyId)).marks).toEqual(marks)
  })
})

describe('a link that cannot be read', () => {
  it.each(['', 'x', `${code}0`, 'x'.repeat(10_000), '__proto__'])('is refused with kind words: %.30s', async (odd) => {
    const one = await draftCase(portal.context)
    const browser = await portal.signIn(one.email)
    for (const answer of [
      await browser.get(`${paths.selfCheckApplication}?c=${odd}`),
      await browser.post(paths.selfCheckApplication, { c: odd })
    ]) {
      expect(answer.status).toBe(422)
      expect(answer.body).toContain('リンクから答えを読み取れませんでした')
      await expectValidHtml(answer.body)
    }
    expect(await findCompanyOf(portal.context.db, one.userId)).not.toBeNull()
  })
})
