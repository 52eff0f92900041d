import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findApplication } from '../../src/applications/application-store.ts'
import { certificatesOf } from '../../src/certificates/certificate-store.ts'
import { decideApplication } from '../../src/decisions/decide-application.ts'
import type { DecisionRequest } from '../../src/decisions/decision.ts'
import { findDecision } from '../../src/decisions/decision-store.ts'
import { historyOf } from '../../src/platform/audit.ts'
import { mailsOf } from '../../src/platform/outbox.ts'
import { counters } from '../../src/platform/table.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import type { Case } from '../support/cases.ts'
import { deciderOf, heardCase } from '../support/heard.ts'
import { issueFor } from '../support/issued.ts'

let portal: TestApp
let decider: Awaited<ReturnType<typeof deciderOf>>
beforeAll(async () => {
  portal = await openTestApp()
  decider = await deciderOf(portal.context)
})
afterAll(() => portal.close())

const heard = (parts: Parameters<typeof heardCase>[2] = {}) => heardCase(portal.context, decider.id, parts)

const certify: DecisionRequest = { outcome: 'certified', startsOn: '2026-12-01', reasons: '' }
const refuse: DecisionRequest = { outcome: 'refused', reasons: '認定基準に届きませんでした。' }

const decide = ({ applicationId }: Case, request: DecisionRequest) =>
  decideApplication(portal.context, { applicationId, request, actor: { id: decider.id, name: decider.name } })

const lastNumber = async (): Promise<number> => {
  const [row] = await portal.context.db.select().from(counters).where(eq(counters.name, 'certification'))
  return row?.value ?? 0
}

/** Everything that a decision would have written about a case. */
const traces = async ({ applicationId, companyId }: Case) => {
  const { db } = portal.context
  return {
    status: (await findApplication(db, applicationId))?.status,
    decision: await findDecision(db, applicationId),
    held: await certificatesOf(db, companyId),
    history: await historyOf(db, applicationId),
    mails: await mailsOf(db, applicationId)
  }
}

const untouched = { status: 'heard', decision: null, held: [], history: [], mails: [] }

describe('certifying', () => {
  it('writes state, decision, certificate, history and letters in one go', async () => {
    const submitted = await heard({ profile: { contactEmail: 'Contact@Company.example.jp' } })
    const number = (await lastNumber()) + 1
    const result = await decide(submitted, certify)
    expect(result).toMatchObject({
      ok: true,
      certificate: { number, period: { startsOn: '2026-12-01', endsOn: '2029-11-30' } }
    })
    const { status, decision, held, history, mails } = await traces(submitted)
    expect(status).toBe('certified')
    expect(decision).toMatchObject({ outcome: 'certified', decidedOn: '2026-11-21', decidedByName: '産業 次郎' })
    expect(held).toMatchObject([{ number, issuedOn: '2026-11-21', period: { endsOn: '2029-11-30' } }])
    expect(history.map(({ kind }) => kind)).toEqual(['status-certified', 'certificate-issued'])
    expect(mails.map(({ recipient }) => recipient).toSorted()).toEqual(
      ['contact@company.example.jp', submitted.email].toSorted()
    )
  })

  it('keeps what it rests on: marks, reading, passed categories and the surveys compared with', async () => {
    const marks = { '1-1': 'checked', '3-1': 'checked', '5-1': 'checked', '5-2': 'checked', '7-2': 'checked' } as const
    const takeUp = { everyone: 'yes', '2023.percent': '71', '2024.percent': '72.5', '2025.percent': '74' }
    const submitted = await heard({ marks, evidence: { '3-1': takeUp }, rejected: ['3-1'] })
    await decide(submitted, certify)
    const basis = (await findDecision(portal.context.db, submitted.applicationId))?.basis
    expect(basis).toMatchObject({
      edition: 'asaka-2023',
      evaluationYear: 2025,
      reading: 'leaves_denominator',
      passedCategories: [1, 5, 7],
      requiredCategories: 3,
      meetsStandard: true,
      surveys: ['就労条件総合調査 令和6年', '就労条件総合調査 令和7年']
    })
    expect(basis?.confirmedMarks['1-1']).toBe('checked')
    expect(basis?.confirmedMarks['3-1']).toBe('unchecked')
  })

  it('tells the company number, period, where the certificate is and what follows', async () => {
    const submitted = await heard()
    const result = await decide(submitted, certify)
    const certificate = result.ok ? result.certificate : null
    const [mail] = await mailsOf(portal.context.db, submitted.applicationId)
    expect(mail).toMatchObject({ kind: 'application-certified', state: 'waiting' })
    for (const part of [
      '御中',
      `第${certificate?.number}号`,
      '令和8年12月1日から令和11年11月30日まで',
      `${portal.context.baseUrl}/certificates/${certificate?.certificateId}`,
      `${portal.context.baseUrl}/verify/${certificate?.verificationCode}`,
      '認定式',
      '広報誌',
      '令和11年6月3日から受け付けます',
      portal.context.scheme.secretariat.phone
    ])
      expect(mail?.body).toContain(part)
  })

  it('against the verdict needs reasons, and then keeps them', async () => {
    const submitted = await heard({ rejected: ['7-2'] })
    expect(await decide(submitted, certify)).toMatchObject({ problem: { kind: 'certification-reasons' } })
    expect(await traces(submitted)).toEqual(untouched)
    expect(await decide(submitted, { ...certify, reasons: '災害対応への協力を考慮した。' })).toMatchObject({ ok: true })
    expect(await findDecision(portal.context.db, submitted.applicationId)).toMatchObject({
      reasons: '災害対応への協力を考慮した。',
      basis: { meetsStandard: false, passedCategories: [1, 5] }
    })
  })

  it('names the characters that a certificate cannot show, writes nothing and gives no number away', async () => {
    const before = await lastNumber()
    const submitted = await heard({ profile: { name: '株式会社🍎' } })
    expect(await decide(submitted, certify)).toEqual({
      ok: false,
      reason: 'problem',
      problem: { kind: 'missing-glyphs', characters: ['🍎'] }
    })
    expect(await traces(submitted)).toEqual(untouched)
    expect(await lastNumber()).toBe(before)
  })

  it('undoes everything, the number included, when the certificate cannot be drawn for the city’s own words', async () => {
    const before = await lastNumber()
    const submitted = await heard()
    const scheme = { ...portal.context.scheme, mayor: { title: '市長', name: '🍏' } }
    const result = await decideApplication(
      { ...portal.context, scheme },
      { applicationId: submitted.applicationId, request: certify, actor: decider }
    )
    expect(result).toMatchObject({ problem: { kind: 'missing-glyphs', characters: ['🍏'] } })
    expect(await traces(submitted)).toEqual(untouched)
    expect(await lastNumber()).toBe(before)
  })

  it('refuses a second certification while one stands', async () => {
    const submitted = await heard()
    const other = await heard()
    await issueFor(portal.context, { ...other, companyId: submitted.companyId })
    expect(await decide(submitted, certify)).toMatchObject({
      problem: { kind: 'standing-certification', endsOn: '2029-11-30' }
    })
    expect((await traces(submitted)).status).toBe('heard')
  })
})

describe('refusing', () => {
  it('tells the company the reasons, the shortest way and that it may apply again; no number is used', async () => {
    const before = await lastNumber()
    const submitted = await heard({ rejected: ['7-2'] })
    expect(await decide(submitted, refuse)).toEqual({ ok: true, certificate: null })
    const { status, held, history, mails } = await traces(submitted)
    expect([status, held, await lastNumber()]).toEqual(['refused', [], before])
    expect(history.map(({ kind }) => kind)).toEqual(['status-refused'])
    const [mail] = mails
    expect(mail).toMatchObject({ kind: 'application-refused' })
    for (const part of [
      '御中',
      submitted.number,
      refuse.reasons,
      'であと1項目',
      'いつでも改めて申請することができます',
      `${portal.context.baseUrl}/company`
    ])
      expect(`${mail?.subject}${mail?.body}`).toContain(part)
  })

  it('leaves the shortest way out where nothing was lacking', async () => {
    const submitted = await heard()
    await decide(submitted, refuse)
    const [mail] = await mailsOf(portal.context.db, submitted.applicationId)
    expect(mail?.body).toContain(refuse.reasons)
    expect(mail?.body).not.toContain('認定基準まで')
  })
})

describe('deciding', () => {
  it('happens once, however often and at the same time it is asked for', async () => {
    const before = await lastNumber()
    const submitted = await heard()
    const results = await Promise.all([certify, certify, refuse].map((request) => decide(submitted, request)))
    const { decision, mails, history } = await traces(submitted)
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    for (const result of results)
      if (!result.ok) expect(result).toEqual({ ok: false, reason: 'decided', outcome: decision?.outcome })
    expect(mails).toHaveLength(2)
    expect(history.filter(({ kind }) => kind.startsWith('status-'))).toHaveLength(1)
    expect(await lastNumber()).toBe(before + (decision?.outcome === 'certified' ? 1 : 0))
  })

  it('numbers several companies at once without a gap, also when one in between is refused its certificate', async () => {
    const before = await lastNumber()
    const cases = [await heard(), await heard(), await heard({ profile: { name: '🍎' } }), await heard(), await heard()]
    const results = await Promise.all(cases.map((submitted) => decide(submitted, certify)))
    const numbers = results.flatMap((result) => (result.ok && result.certificate ? [result.certificate.number] : []))
    expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4].map((offset) => before + offset))
    expect(await lastNumber()).toBe(before + 4)
  })

  it('waits for the items that are open', async () => {
    const submitted = await heard({ undecided: ['5-1'] })
    expect(await decide(submitted, refuse)).toMatchObject({ problem: { kind: 'not-examined' } })
    expect(await traces(submitted)).toEqual(untouched)
  })

  it.each(['screening', 'awaiting_committee', 'withdrawn'] as const)(
    'is refused while the case is %s',
    async (status) => {
      const submitted = await heard({ status })
      expect(await decide(submitted, certify)).toMatchObject({ problem: { kind: 'status', status } })
    }
  )

  it('does not know an application that is not there', async () => {
    const missing = { ...(await heard()), applicationId: portal.context.ids() }
    await expect(decide(missing, certify)).rejects.toThrow('not found')
  })

  it.each(['update decisions set reasons = reasons', 'delete from decisions'])(
    'stays as it was: the database refuses %s',
    async (statement) => {
      await decide(await heard(), refuse)
      const error = await portal.context.db.execute(sql.raw(statement)).then(
        () => null,
        (reason: unknown) => reason
      )
      expect(error).toMatchObject({ cause: { message: expect.stringContaining('append-only') } })
    }
  )
})
