import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApplicationStatus } from '../../src/applications/application-status.ts'
import { findApplication, updateStatus } from '../../src/applications/application-store.ts'
import { certificatesOf } from '../../src/certificates/certificate-store.ts'
import { saveEnd } from '../../src/certificates/certification-record-store.ts'
import { holdCertification } from '../../src/certificates/hold-certification.ts'
import { decideApplication } from '../../src/decisions/decide-application.ts'
import type { DecisionRequest } from '../../src/decisions/decision.ts'
import { findDecision } from '../../src/decisions/decision-store.ts'
import { paths } from '../../src/paths.ts'
import { historyOf } from '../../src/platform/audit.ts'
import { dateOf } from '../../src/platform/clock.ts'
import { mailsOf } from '../../src/platform/outbox.ts'
import { counters } from '../../src/platform/table.ts'
import { chooseRoute } from '../../src/screening/choose-route.ts'
import { decideItems } from '../../src/screening/decide-items.ts'
import { readCase } from '../../src/screening/read-case.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { type Case, cheapestEvidence, cheapestMarks } from '../support/cases.ts'
import { deciderOf } from '../support/heard.ts'
import { expectValidHtml } from '../support/html.ts'
import { endFor, type Renewable, renewableCase } from '../support/renewable.ts'
import { type RenewalParts, renewalCase } from '../support/renewals.ts'

let portal: TestApp
let decider: Awaited<ReturnType<typeof deciderOf>>
let desk: Browser
beforeAll(async () => {
  portal = await openTestApp()
  decider = await deciderOf(portal.context)
  desk = await portal.signIn(decider.email)
})
afterAll(() => portal.close())

const by = () => ({ userId: decider.id, name: decider.name })

type Renewal = Case & { readonly last: Renewable }

/** A renewal of a certification from 2024-01-16 to 2027-01-15, as the company sent it. */
const sent = async (parts: RenewalParts = {}): Promise<Renewal> => {
  const last = await renewableCase(portal.context)
  return { ...(await renewalCase(portal.context, last, parts)), last }
}

const choose = ({ applicationId }: Case, parts: Partial<Parameters<typeof chooseRoute>[1]> = {}) =>
  chooseRoute(portal.context, {
    applicationId,
    round: 1,
    grounds: [],
    route: 'simplified',
    reason: '',
    by: by(),
    ...parts
  })

/** One with nothing new, on the simplified way. */
const ready = async (): Promise<Renewal> => {
  const one = await sent()
  expect(await choose(one)).toMatchObject({ ok: true, isSettled: true })
  return one
}

/** One that the committee was heard on. */
const heard = async (): Promise<Renewal> => {
  const one = await sent()
  await choose(one)
  await choose(one, { route: 'examination', reason: '念のため' })
  await move(one, 'heard')
  return one
}

const move = ({ applicationId }: Case, status: ApplicationStatus) =>
  updateStatus(portal.context.db, applicationId, status, portal.context.clock.now())

const renew: DecisionRequest = { outcome: 'certified', startsOn: null, reasons: '' }
const refuse: DecisionRequest = { outcome: 'refused', reasons: '分野の合格が減ったため。' }

const decide = ({ applicationId }: Case, request: DecisionRequest = renew) =>
  decideApplication(portal.context, { applicationId, request, actor: { id: decider.id, name: decider.name } })

const lastNumber = async (): Promise<number> => {
  const [row] = await portal.context.db.select().from(counters).where(eq(counters.name, 'certification'))
  return row?.value ?? 0
}

const statusOf = async ({ applicationId }: Case) => (await findApplication(portal.context.db, applicationId))?.status

describe('renewing without the committee', () => {
  it('keeps the number, goes on the day after the last end and tells the company; no new number is used', async () => {
    const one = await ready()
    const before = await lastNumber()
    const result = await decide(one)
    const { certificationNumber: number, companyId } = one.last
    expect(result).toMatchObject({
      ok: true,
      certificate: { number, period: { startsOn: '2027-01-16', endsOn: '2030-01-15' } }
    })
    expect([await statusOf(one), await lastNumber()]).toEqual(['certified', before])
    expect(await certificatesOf(portal.context.db, companyId)).toMatchObject([
      { number, renewalCount: 1, period: { startsOn: '2027-01-16' } },
      { number, renewalCount: 0, period: { startsOn: '2024-01-16' } }
    ])
    expect(await findDecision(portal.context.db, one.applicationId)).toMatchObject({ outcome: 'certified' })
    const kinds = (await historyOf(portal.context.db, one.applicationId)).map(({ kind }) => kind)
    expect(kinds).toEqual(
      expect.arrayContaining(['status-screening', 'route-chosen', 'items-decided', 'status-certified'])
    )
    const [mail] = await mailsOf(portal.context.db, one.applicationId)
    for (const words of ['認定の更新', `第${number}号`, '1回目', '令和9年1月16日から令和12年1月15日まで'])
      expect(`${mail?.subject}${mail?.body}`).toContain(words)
    expect(mail?.body).not.toContain('認定式')
  })

  it.each([
    ['a late one', '2027-03-01T10:00:00+09:00'],
    ['one sent in the last minute', '2027-01-15T23:59:59+09:00'],
    ['one decided a minute later', '2027-01-16T00:00:00+09:00']
  ])('gives %s the same period', async (_what, instant) => {
    const last = await renewableCase(portal.context)
    portal.setNow(instant)
    const one = await renewalCase(portal.context, last)
    await choose(one)
    const result = await decide(one)
    portal.setNow(testNow)
    expect(result).toMatchObject({ certificate: { period: { startsOn: '2027-01-16', endsOn: '2030-01-15' } } })
  })

  it('happens once, however often it is asked for', async () => {
    const one = await ready()
    const results = await Promise.all([decide(one), decide(one), decide(one)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    for (const result of results)
      if (!result.ok) expect(result).toEqual({ ok: false, reason: 'decided', outcome: 'certified' })
    expect(await certificatesOf(portal.context.db, one.companyId)).toHaveLength(2)
  })

  it('is not open before the way is chosen, while items are undecided, or after the grounds changed', async () => {
    const unchosen = await sent()
    await move(unchosen, 'screening')
    expect(await decide(unchosen)).toMatchObject({ problem: { kind: 'status' } })

    const changed = await sent({
      content: { evidence: { ...cheapestEvidence, '7-2': { text: '子ども食堂を始めた。' } } }
    })
    await choose(changed)
    expect(await decide(changed)).toMatchObject({ problem: { kind: 'not-examined' } })

    const posted = [{ itemCode: '7-2', decision: 'not_accepted', reason: '裏付けがない', seenId: null }] as const
    const { applicationId } = changed
    await decideItems(portal.context, { applicationId, round: 1, posted, acceptBorneOut: false, by: by() })
    expect(await decide(changed)).toMatchObject({ problem: { kind: 'route-outdated' } })
    const grounds = ['standard-not-met', 'category-lost:7']
    expect(await choose(changed, { grounds, reason: '事情を考慮した' })).toMatchObject({ ok: true, isSettled: true })
    expect(await decide(changed)).toMatchObject({ problem: { kind: 'certification-reasons' } })
    expect(await decide(changed, { ...renew, reasons: '事情を考慮した' })).toMatchObject({ ok: true })
  })

  it('never refuses: that needs the committee', async () => {
    expect(await decide(await ready(), refuse)).toMatchObject({ problem: { kind: 'status', status: 'screening' } })
  })

  it.each(['surrendered', 'revoked'] as const)('is refused once the certification was %s', async (how) => {
    const one = await ready()
    await endFor(portal.context, one.last, how, '2026-11-20')
    expect(await decide(one)).toMatchObject({ problem: { kind: 'certification-ended', how } })
    expect([await statusOf(one), await findDecision(portal.context.db, one.applicationId)]).toEqual(['screening', null])
    const answer = await desk.get(paths.caseDecision(one.applicationId))
    expect(answer.body).toContain('更新できません')
    await expectValidHtml(answer.body)
  })
})

describe('renewing after the committee', () => {
  it('gives the fixed period, and no field to change it', async () => {
    const one = await heard()
    const page = await desk.get(paths.caseDecision(one.applicationId))
    for (const words of [
      '更新する認定',
      '令和9年1月16日から令和12年1月15日まで',
      '第',
      '（変わりません）',
      '不認定とする'
    ])
      expect(page.body).toContain(words)
    expect(page.body).not.toContain('name="startsOn"')
    await expectValidHtml(page.body)
    const fields = { outcome: 'certified', startsOn: '2040-01-01', certificationReasons: '', refusalReasons: '' }
    const check = await desk.post(paths.caseDecision(one.applicationId), { ...fields, step: 'check' })
    expect(check.status).toBe(200)
    expect(check.body).toContain('令和9年1月16日から令和12年1月15日まで')
    await expectValidHtml(check.body)
    expect((await desk.post(paths.caseDecision(one.applicationId), { ...fields, step: 'decide' })).status).toBe(303)
    const [held] = await certificatesOf(portal.context.db, one.companyId)
    expect(held?.period).toEqual({ startsOn: '2027-01-16', endsOn: '2030-01-15' })
  })

  it('can refuse, and tells until when the certification holds', async () => {
    const one = await heard()
    expect(await decide(one, refuse)).toEqual({ ok: true, certificate: null })
    const [mail] = await mailsOf(portal.context.db, one.applicationId)
    expect(mail?.body).toContain('これまでの認定は、令和9年1月15日まで有効です。')
    expect(await certificatesOf(portal.context.db, one.companyId)).toHaveLength(1)
  })
})

describe('the page on which a certification is renewed', () => {
  it('shows number, both periods and the verdict, and renews with one button', async () => {
    const one = await ready()
    const url = paths.caseDecision(one.applicationId)
    const { body } = await desk.get(url)
    for (const words of [
      '認定の更新',
      `第${one.last.certificationNumber}号（変わりません）`,
      '令和6年1月16日から令和9年1月15日まで',
      '令和9年1月16日から令和12年1月15日まで',
      '1回目',
      '認定を更新する</button>'
    ])
      expect(body).toContain(words)
    expect(body).not.toContain('不認定')
    await expectValidHtml(body)
    const answer = await desk.post(url, { outcome: 'certified', step: 'decide', certificationReasons: '' })
    expect([answer.status, answer.location]).toEqual([303, url])
    const result = await desk.get(url)
    for (const words of ['の認定を更新し、事業者に知らせました。', '認定証（PDF）を開く'])
      expect(result.body).toContain(words)
    expect((await desk.post(url, { outcome: 'certified', step: 'decide' })).status).toBe(303)
    await expectValidHtml(result.body)
    const company = await portal.signIn(one.email)
    const home = (await company.get(paths.company)).body
    for (const words of ['令和6年1月16日から', '令和9年1月16日から', '開始前']) expect(home).toContain(words)
  })

  it('tells how late the renewal was sent', async () => {
    const last = await renewableCase(portal.context)
    portal.setNow('2027-02-14T10:00:00+09:00')
    const one = await renewalCase(portal.context, last)
    await choose(one)
    const { body } = await (await portal.signIn(decider.email)).get(paths.caseDecision(one.applicationId))
    portal.setNow(testNow)
    expect(body).toContain('前の認定期間の終了から30日後の提出')
  })

  it('says why not yet, and keeps what was typed where something is missing', async () => {
    const one = await sent({ content: { marks: { '1-1': 'checked' } } })
    const url = paths.caseDecision(one.applicationId)
    expect((await desk.get(url)).body).toContain('いまは決定できません')
    const grounds = ['standard-not-met', 'category-lost:5,7']
    await choose(one, { grounds, reason: '事情を考慮した' })
    expect((await readCase(portal.context.db, one.applicationId)).openItems.undecided).toEqual([])
    const answer = await desk.post(url, { outcome: 'certified', step: 'decide', certificationReasons: '　' })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('認定する理由を入力してください')
    await expectValidHtml(answer.body)
    const strange = await desk.post(url, { outcome: 'refused', step: 'decide', refusalReasons: '理由' })
    expect(strange.status).toBe(409)
    await expectValidHtml(strange.body)
    expect(await findDecision(portal.context.db, one.applicationId)).toBeNull()
  })

  it('leads to the case where the grounds changed', async () => {
    const one = await sent({ content: { marks: { ...cheapestMarks, '6-1': 'checked' } } })
    await choose(one)
    const { applicationId } = one
    const posted = (['6-1', '1-1'] as const).map((itemCode) => ({
      itemCode,
      decision: 'not_accepted' as const,
      reason: '裏付けがない',
      seenId: null
    }))
    const file = await readCase(portal.context.db, applicationId)
    const seen = posted.map((one) => ({ ...one, seenId: file.decisions[one.itemCode]?.id ?? null }))
    await decideItems(portal.context, { applicationId, round: 1, posted: seen, acceptBorneOut: false, by: by() })
    const answer = await desk.get(paths.caseDecision(applicationId))
    expect(answer.body).toContain('進め方を選び直してください')
    const posting = await desk.post(paths.caseDecision(applicationId), { outcome: 'certified', step: 'decide' })
    expect(posting.status).toBe(409)
    expect((await desk.get(paths.case(applicationId))).body).toContain('進め方を選び直してください')
  })
})

describe('renewing while the certification is revoked', () => {
  it('leaves one or the other, never both', async () => {
    const one = await ready()
    const at = portal.context.clock.now()
    const { certificationId, userId } = one.last
    const revoke = portal.context.db.transaction(async (tx) => {
      await holdCertification(tx, certificationId)
      await saveEnd(tx, certificationId, { on: dateOf(at), how: 'revoked', reason: '虚偽の申請', by: userId })
    })
    const [result] = await Promise.all([decide(one), revoke])
    const held = await certificatesOf(portal.context.db, one.companyId)
    expect(held).toHaveLength(result.ok ? 2 : 1)
    for (const { endedHow } of held) expect(endedHow).toBe('revoked')
    if (!result.ok) expect(result).toMatchObject({ problem: { kind: 'certification-ended' } })
  })
})
