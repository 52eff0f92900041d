import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { applicationsOf, findApplication } from '../../src/applications/application-store.ts'
import { attachmentsOf } from '../../src/applications/attachment-store.ts'
import { sectionsOf } from '../../src/applications/section-store.ts'
import { answersIn } from '../../src/applications/sections.ts'
import { withdrawApplication } from '../../src/applications/withdraw-application.ts'
import { editions, itemsOf } from '../../src/checklist/index.ts'
import { historyOf } from '../../src/platform/audit.ts'
import type { Context } from '../../src/platform/context.ts'
import { beginRenewal } from '../../src/renewals/begin-renewal.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import { cheapestEvidence, cheapestMarks, submittedCase } from '../support/cases.ts'
import { endFor, type Renewable, renewableCase } from '../support/renewable.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())
beforeEach(() => portal.setNow(testNow))

const begin = ({ companyId, userId }: Renewable, context: Context = portal.context) =>
  beginRenewal(context, { companyId, actor: { id: userId, name: '総務 花子' } })

const begun = async (one: Renewable, context?: Context): Promise<string> => {
  const result = await begin(one, context)
  if (!result.ok) throw new Error(`refused: ${result.reason.kind}`)
  return result.applicationId
}

const answersOf = async (id: string) => answersIn(await sectionsOf(portal.context.db, id))

describe('a renewal begins', () => {
  it('with what was claimed and confirmed, as a draft that renews the certified application', async () => {
    const one = await renewableCase(portal.context)
    const id = await begun(one)
    const application = await findApplication(portal.context.db, id)
    expect(application).toMatchObject({
      kind: 'renewal',
      renews: one.applicationId,
      edition: 'asaka-2023',
      evaluationYear: 2025,
      status: 'draft',
      number: null
    })
    expect(await answersOf(id)).toEqual({
      declarations: expect.objectContaining({ legal_compliance: { declared: true, detail: '' } }),
      marks: expect.objectContaining(cheapestMarks),
      evidence: cheapestEvidence,
      renewal: { organisationChanged: false, organisationDetail: '' }
    })
    const [event] = await historyOf(portal.context.db, id)
    expect(event).toMatchObject({
      kind: 'status-draft',
      actorName: '総務 花子',
      details: { renews: one.applicationId }
    })
  })

  it('with the figures of years blank', async () => {
    const one = await renewableCase(portal.context, {
      marks: { ...cheapestMarks, '4-1': 'checked' },
      evidence: { ...cheapestEvidence, '4-1': { target: '管理職の3割を女性に', men: '4', women: '2' } }
    })
    const { evidence } = await answersOf(await begun(one))
    expect(evidence['4-1']).not.toHaveProperty('men')
    expect(evidence['4-1']).not.toHaveProperty('women')
  })

  it('with an item that was not accepted unchecked, and its text kept', async () => {
    const one = await renewableCase(portal.context, { rejected: ['5-2'] })
    const { marks, evidence } = await answersOf(await begun(one))
    expect(marks['5-2']).toBe('unchecked')
    expect(marks['5-1']).toBe('checked')
    expect(evidence['5-2']).toEqual(cheapestEvidence['5-2'])
  })

  it('with the files of the last one: same bytes, same name, same date', async () => {
    const one = await renewableCase(portal.context, { files: { '1-1': '宣言.pdf', '7-2': 'まつり.pdf' } })
    const before = await attachmentsOf(portal.context.db, one.applicationId)
    const after = await attachmentsOf(portal.context.db, await begun(one))
    const told = (files: typeof before) =>
      files
        .map(({ itemCode, fileName, sha256, size, addedAt }) => ({ itemCode, fileName, sha256, size, addedAt }))
        .toSorted((one, other) => one.itemCode.localeCompare(other.itemCode))
    expect(told(after)).toEqual(told(before))
    expect(after.map(({ id }) => id)).not.toEqual(before.map(({ id }) => id))
  })

  it('on the new sheet by the printed mapping, where the last one was on the old', async () => {
    const one = await renewableCase(portal.context, {
      edition: 'asaka-2020',
      marks: { '1-1': 'checked', '4-9': 'checked', '6-7': 'checked', '6-4': 'checked' },
      evidence: { '1-1': { text: '理念を掲げている。' } },
      declarations: {},
      files: { '1-1': '理念.pdf', '6-4': '地図.pdf' }
    })
    const id = await begun(one)
    const { marks, evidence, declarations } = await answersOf(id)
    expect(marks).toMatchObject({ '1-1': 'checked', '5-3': 'checked' })
    expect(marks['7-1']).toBeUndefined()
    expect(evidence['1-1']).toEqual({ text: '理念を掲げている。' })
    expect(declarations.legal_compliance?.declared).toBe(true)
    const files = await attachmentsOf(portal.context.db, id)
    expect(files.map(({ itemCode, fileName }) => [itemCode, fileName])).toEqual([['1-1', '理念.pdf']])
  })

  it('on the old sheet, where the city grants old editions more time', async () => {
    const one = await renewableCase(portal.context, { edition: 'asaka-2020', marks: {}, evidence: {} })
    const scheme = { ...portal.context.scheme, oldEditionYears: 4 }
    const id = await begun(one, { ...portal.context, scheme })
    expect((await findApplication(portal.context.db, id))?.edition).toBe('asaka-2020')
    const names = (await sectionsOf(portal.context.db, id)).map(({ name }) => name)
    expect(names).toContain('category-6')
    expect(names).not.toContain('category-7')
  })

  it('with an empty sheet, where the paper was never entered', async () => {
    const one = await renewableCase(portal.context, { edition: 'asaka-2020', withoutSheet: true })
    const id = await begun(one)
    const { marks, evidence, declarations } = await answersOf(id)
    expect([marks, evidence]).toEqual([{}, {}])
    expect(Object.values(declarations).some(({ declared }) => declared)).toBe(false)
    expect((await sectionsOf(portal.context.db, id)).map(({ name }) => name).toSorted()).toEqual([
      ...editions['asaka-2023'].categories.map(({ number }) => `category-${number}`),
      'declarations',
      'renewal'
    ])
    expect(itemsOf(editions['asaka-2023'])).toHaveLength(23)
  })
})

describe('a renewal is begun once', () => {
  it('by two clicks at the same time', async () => {
    const one = await renewableCase(portal.context)
    const [first, second] = await Promise.all([begin(one), begin(one)])
    expect(first).toMatchObject({ ok: true })
    expect(second).toMatchObject({ ok: true })
    expect([first, second].filter((result) => result.ok && result.begun)).toHaveLength(1)
    const kinds = (await applicationsOf(portal.context.db, one.companyId)).map(({ kind }) => kind)
    expect(kinds).toEqual(['renewal', 'initial'])
  })

  it('and anew after it was withdrawn', async () => {
    const one = await renewableCase(portal.context)
    const first = await begun(one)
    const actor = { id: one.userId, name: '総務 花子' }
    await withdrawApplication(portal.context, { applicationId: first, actor, reason: '' })
    const second = await begin(one)
    expect(second).toMatchObject({ ok: true, begun: true })
    expect(second.ok && second.applicationId).not.toBe(first)
  })

  it('not while an initial application is under way', async () => {
    const one = await submittedCase(portal.context)
    const result = await beginRenewal(portal.context, { companyId: one.companyId, actor: { id: one.email, name: '' } })
    expect(result).toEqual({ ok: false, reason: { kind: 'other-application', applicationId: one.applicationId } })
  })
})

describe('a renewal is refused', () => {
  it.each([
    ['2026-07-18T14:59:59.999Z', 'not-yet'],
    ['2026-07-18T15:00:00.000Z', null],
    ['2027-01-15T14:59:59.999Z', null],
    ['2027-04-15T14:59:59.999Z', null],
    ['2027-04-15T15:00:00.000Z', 'too-late']
  ])('at %s: %s', async (instant, refusal) => {
    const one = await renewableCase(portal.context)
    portal.setNow(instant)
    const result = await begin(one)
    expect(result.ok ? null : result.reason.kind).toBe(refusal)
  })

  it.each(['revoked', 'surrendered'] as const)('after the certification was %s', async (how) => {
    const one = await renewableCase(portal.context)
    await endFor(portal.context, one, how, '2026-11-01')
    expect(await begin(one)).toEqual({ ok: false, reason: { kind: 'ended', how } })
  })

  it('to a company that never was certified', async () => {
    const one = await submittedCase(portal.context, { status: 'refused' })
    const result = await beginRenewal(portal.context, { companyId: one.companyId, actor: { id: one.email, name: '' } })
    expect(result).toEqual({ ok: false, reason: { kind: 'no-certification' } })
  })
})
