import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAccountByEmail } from '../../src/accounts/account-store.ts'
import type { SubmissionContent } from '../../src/applications/application.ts'
import { applicationStatuses } from '../../src/applications/application-status.ts'
import { updateStatus } from '../../src/applications/application-store.ts'
import { registerApplication } from '../../src/applications/register-application.ts'
import { applications } from '../../src/applications/table.ts'
import { paths } from '../../src/paths.ts'
import { historyOf } from '../../src/platform/audit.ts'
import { chooseRoute } from '../../src/screening/choose-route.ts'
import { forwardToCommittee } from '../../src/screening/forward-to-committee.ts'
import { readCase } from '../../src/screening/read-case.ts'
import { findRouteChoice } from '../../src/screening/route-store.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { type Case, cheapestEvidence, cheapestMarks, official, submittedCase } from '../support/cases.ts'
import { expectValidHtml } from '../support/html.ts'
import { certifiedCase } from '../support/issued.ts'
import { type RenewalParts, renewalCase } from '../support/renewals.ts'
import { resubmit, shownFields } from './portal.ts'

let portal: TestApp
let desk: Browser
let by: { readonly userId: string; readonly name: string }
beforeAll(async () => {
  portal = await openTestApp()
  const email = await official(portal.context, 'secretariat', '産業 太郎')
  desk = await portal.signIn(email)
  by = { userId: (await findAccountByEmail(portal.context.db, email))?.id ?? '', name: '産業 太郎' }
})
afterAll(() => portal.close())

const renewal = async (parts: RenewalParts = {}, startsOn = '2024-01-16'): Promise<Case> =>
  renewalCase(portal.context, await certifiedCase(portal.context, { startsOn }), parts)

/** Category 1 no longer passes, and another one does. */
const flipped: Partial<SubmissionContent> = {
  marks: { '5-1': 'checked', '5-2': 'checked', '7-2': 'checked', '6-1': 'checked', '6-2': 'checked' },
  evidence: { ...cheapestEvidence, '6-1': { measures: [] }, '6-2': { measures: [] } }
}

const file = ({ applicationId }: Case) => readCase(portal.context.db, applicationId)
const choice = ({ applicationId }: Case) => findRouteChoice(portal.context.db, applicationId)
const page = ({ applicationId }: Case) => desk.get(paths.case(applicationId))
const post = ({ applicationId }: Case, fields: Record<string, string>) =>
  desk.post(paths.caseRoute(applicationId), { round: '1', grounds: '', ...fields })
const choose = ({ applicationId }: Case, parts: Partial<Parameters<typeof chooseRoute>[1]> = {}) =>
  chooseRoute(portal.context, { applicationId, round: 1, grounds: [], route: 'simplified', reason: '', by, ...parts })
const forward = ({ applicationId }: Case) => forwardToCommittee(portal.context, { applicationId, round: 1, by })

describe('the case page of a renewal', () => {
  it('says at the top that nothing is new, proposes the simplified way and offers it with one button', async () => {
    const { status, body } = await page(await renewal())
    expect(status).toBe(200)
    for (const words of [
      '前回からの変更',
      '提案：再審査なし',
      '記載内容は変更なし',
      '令和6年1月16日から令和9年1月15日まで',
      '再審査なしで進める（前回と同じ4項目を認める）</button>'
    ])
      expect(body).toContain(words)
    expect(body.indexOf('前回からの変更</h2>')).toBeLessThan(body.indexOf('id="company"'))
    expect(body).not.toContain('日後の提出')
    await expectValidHtml(body)
  })

  it('shows figures beside last time’s, texts before and after, marks, flips and what the company declares', async () => {
    const certified = await certifiedCase(
      portal.context,
      { startsOn: '2024-01-16' },
      {
        status: 'certified',
        marks: { ...cheapestMarks, '3-1': 'checked' },
        evidence: { ...cheapestEvidence, '3-1': { everyone: 'yes', '2023.percent': '71' } }
      }
    )
    const one = await renewalCase(portal.context, certified, {
      content: {
        marks: { '5-1': 'checked', '5-2': 'checked', '7-2': 'checked', '3-1': 'checked' },
        evidence: {
          ...cheapestEvidence,
          '7-2': { text: '子ども食堂を始めた。' },
          '3-1': { everyone: 'yes', '2023.percent': '71', '2025.percent': '74' }
        },
        declarations: { legal_compliance: { declared: false, detail: '' } },
        renewal: { organisationChanged: true, organisationDetail: '子会社を吸収合併' }
      }
    })
    const { body } = await page(one)
    for (const words of [
      '提案：要審査',
      '認定基準（7分野のうち3分野以上の合格）を満たしていません。',
      '「1 経営者の理念表明と推進体制」が合格の基準に届かなくなりました。',
      '関係法令を遵守しているという申告がありません。',
      '合否が変わった分野',
      '市民まつりの運営に毎年参加している。',
      '子ども食堂を始めた。',
      'チェックあり',
      '子会社を吸収合併',
      '年ごとの数値',
      '2025年 74%'
    ])
      expect(body).toContain(words)
    expect(body).not.toContain('変更なし</strong>')
    await expectValidHtml(body)
  })

  it.each([
    ['2023-11-21', '2026-11-20', '認定期間の終了から1日後の提出'],
    ['2023-11-22', '2026-11-21', null],
    ['2023-09-01', '2026-08-31', '認定期間の終了から82日後の提出']
  ])('of a certification that began on %s and ended on %s tells how late it is: %s', async (startsOn, _end, late) => {
    const { body } = await page(await renewal({}, startsOn))
    if (late === null) expect(body).not.toContain('日後の提出')
    else expect(body).toContain(late)
  })

  it.each(applicationStatuses.filter((status) => status !== 'draft'))('is valid when it is %s', async (status) => {
    const { body } = await page(await renewal({ status }))
    expect(body.includes('再審査なしで進める')).toBe(status === 'submitted' || status === 'screening')
    await expectValidHtml(body)
  })

  it('says plainly where last time’s sheet was never entered', async () => {
    const one = await renewal()
    const at = portal.context.clock.now()
    const unknown = await portal.context.db.transaction((tx) =>
      registerApplication(tx, portal.context, {
        companyId: one.companyId,
        edition: 'asaka-2023',
        evaluationYear: 2022,
        receiptNumber: 'R5-001',
        submittedAt: at,
        certifiedAt: at,
        actor: { id: by.userId, name: by.name }
      })
    )
    await portal.context.db.update(applications).set({ renews: unknown }).where(eq(applications.id, one.applicationId))
    const { body } = await page(one)
    for (const words of ['前回のチェックシートは登録されていません', '提案：再審査なし', '再審査なしで進める</button>'])
      expect(body).toContain(words)
    expect(body).not.toContain('記載内容は変更なし')
    await expectValidHtml(body)
  })

  it('is not shown in an initial case', async () => {
    expect((await page(await submittedCase(portal.context))).body).not.toContain('前回からの変更')
  })
})

describe('following the proposal', () => {
  it('that nothing needs an examination accepts what is not new and leads to the decision', async () => {
    const one = await renewal()
    const answer = await post(one, { route: 'simplified' })
    expect([answer.status, answer.location]).toEqual([303, paths.caseDecision(one.applicationId)])
    const { application, openItems, decisions } = await file(one)
    expect([application.status, openItems]).toEqual(['screening', { undecided: [], queried: [] }])
    expect(Object.values(decisions).map(({ decision }) => decision)).toEqual(Array(4).fill('accepted'))
    expect(await choice(one)).toMatchObject({ route: 'simplified', proposed: 'simplified', grounds: [], reason: '' })
    const { body } = await page(one)
    for (const words of ['再審査なしで更新を進めることにしました', '選んだ進め方', '認定の更新に進む'])
      expect(body).toContain(words)
    expect(body).not.toContain('委員会に付す</button>')
    await expectValidHtml(body)
  })

  it('leaves what changed to be decided by hand, and says so', async () => {
    const one = await renewal({
      content: { evidence: { ...cheapestEvidence, '7-2': { text: '子ども食堂を始めた。' } } }
    })
    const answer = await post(one, { route: 'simplified' })
    expect([answer.status, answer.location]).toEqual([303, paths.case(one.applicationId)])
    expect((await file(one)).openItems.undecided).toEqual(['7-2'])
    expect((await page(one)).body).toContain('前回と同じ3項目を認めました。残りの項目を判定してください。')
  })

  it('that an examination is needed decides nothing, and lets the case go to the committee', async () => {
    const one = await renewal({ content: flipped })
    const answer = await post(one, { route: 'examination', grounds: 'category-lost:1' })
    expect([answer.status, answer.location]).toEqual([303, paths.case(one.applicationId)])
    expect((await file(one)).openItems.undecided).toHaveLength(5)
    await desk.post(paths.itemDecisions(one.applicationId), {
      ...(await shownFields(portal.context, one.applicationId)),
      ...Object.fromEntries(Object.keys(flipped.marks ?? {}).map((code) => [`decision-${code}`, 'accepted']))
    })
    expect((await page(one)).body).toContain('委員会に付す</button>')
    expect(await forward(one)).toEqual({ ok: true })
  })
})

describe('overruling the proposal', () => {
  it('needs a reason, keeps what was typed and opens where it was typed', async () => {
    const one = await renewal()
    const answer = await post(one, { route: 'examination', 'route-reason': '　' })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('提案と違う進め方を選ぶ理由を入力してください。')
    expect(answer.body).toMatch(/<details class="disclosure" open>\s*<summary>提案と違う進め方にする/)
    await expectValidHtml(answer.body)
    const long = await post(one, { route: 'examination', 'route-reason': '長'.repeat(1001) })
    expect(long.status).toBe(422)
    expect(long.body).toContain('長'.repeat(1001))
    expect(await choice(one)).toBeNull()
  })

  it.each([
    ['simplified', 'examination', {}, ''],
    ['examination', 'simplified', flipped, 'category-lost:1']
  ] as const)('of %s with %s is told in the history with its reason', async (proposed, route, content, grounds) => {
    const one = await renewal({ content })
    const answer = await post(one, { route, grounds, 'route-reason': '電話で事情を確かめたため' })
    expect(answer.status).toBe(303)
    expect(await choice(one)).toMatchObject({ route, proposed, reason: '電話で事情を確かめたため' })
    const { body } = await page(one)
    for (const words of ['提案と違えて', '電話で事情を確かめたため']) expect(body).toContain(words)
  })

  it('can be taken back until the case is passed on', async () => {
    const one = await renewal()
    expect(await choose(one, { route: 'examination', reason: '念のため' })).toMatchObject({ ok: true })
    expect(await choose(one)).toMatchObject({ ok: true, isSettled: true })
    expect(await choice(one)).toMatchObject({ route: 'simplified', reason: '' })
    const kinds = (await historyOf(portal.context.db, one.applicationId)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'route-chosen')).toHaveLength(2)
  })
})

describe('a choice of the way is refused', () => {
  it.each(applicationStatuses.filter((status) => !['draft', 'submitted', 'screening'].includes(status)))(
    'when the case is %s',
    async (status) => {
      const one = await renewal({ status })
      expect(await choose(one)).toEqual({ ok: false, reason: 'status' })
      const answer = await post(one, { route: 'examination', 'route-reason': '理由' })
      expect(answer.status).toBe(409)
      expect(answer.body).toContain('保存していない入力：理由')
      await expectValidHtml(answer.body)
    }
  )

  it('for an initial application', async () => {
    const one = await submittedCase(portal.context)
    expect(await choose(one)).toEqual({ ok: false, reason: 'not-renewal' })
    expect((await post(one, { route: 'simplified' })).status).toBe(409)
  })

  it('when the company submitted anew since, and the old choice counts no more', async () => {
    const one = await renewal()
    expect(await choose(one)).toMatchObject({ ok: true })
    await resubmit(portal.context, one)
    expect(await choose(one)).toEqual({ ok: false, reason: 'round' })
    expect((await page(one)).body).toContain('再審査なしで進める</button>')
  })

  it('when the proposal is no longer the one that was read', async () => {
    const one = await renewal({ content: flipped })
    expect(await choose(one)).toEqual({ ok: false, reason: 'proposal-changed' })
    const answer = await post(one, { route: 'simplified', 'route-reason': '理由' })
    expect(answer.status).toBe(409)
    for (const words of ['提案の理由が変わったため', 'value="category-lost:1"', '>理由</textarea>'])
      expect(answer.body).toContain(words)
  })

  it.each([{ round: '' }, { round: 'x' }])('with 400 for a form that no page sends: %j', async (fields) => {
    expect((await post(await renewal(), { route: 'simplified', ...fields })).status).toBe(400)
  })

  it('for a way that does not exist', async () => {
    const answer = await post(await renewal(), { route: 'constructor', 'route-reason': '理由' })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('>理由</textarea>')
  })
})

describe('two at once', () => {
  it('leave one state: the later choice counts, and items are accepted once', async () => {
    const one = await renewal()
    const results = await Promise.all([choose(one), choose(one)])
    expect(results.map(({ ok }) => ok)).toEqual([true, true])
    const decided = (await historyOf(portal.context.db, one.applicationId)).filter(
      ({ kind }) => kind === 'items-decided'
    )
    expect(decided).toHaveLength(1)
  })
})

describe('going to the committee', () => {
  const settled = async () => {
    const one = await renewal()
    await choose(one)
    return one
  }

  it('is refused to a renewal on the simplified way, and to one without a way', async () => {
    const one = await settled()
    expect(await forward(one)).toEqual({ ok: false, reason: 'simplified' })
    const fields = await shownFields(portal.context, one.applicationId)
    const answer = await desk.post(paths.caseAgenda(one.applicationId), fields)
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('再審査なしで進めることにしています')
    const unchosen = await renewal()
    expect(await forward(unchosen)).toEqual({ ok: false, reason: 'route' })
  })

  it('is open to it after the other way was chosen, and ends the choice', async () => {
    const one = await settled()
    await choose(one, { route: 'examination', reason: '念のため' })
    expect(await forward(one)).toEqual({ ok: true })
    expect(await choose(one)).toEqual({ ok: false, reason: 'status' })
    await updateStatus(portal.context.db, one.applicationId, 'screening', portal.context.clock.now())
    expect(await choose(one)).toMatchObject({ ok: true })
  })
})
