import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findApplication, findLatestSubmission } from '../../src/applications/application-store.ts'
import { receiptCounter } from '../../src/applications/receipt-number.ts'
import { registerApplication } from '../../src/applications/register-application.ts'
import { paths } from '../../src/paths.ts'
import { nextNumber } from '../../src/platform/counters.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { cheapestEvidence, cheapestMarks, profileOf, submittedCase } from '../support/cases.ts'
import { deciderOf } from '../support/heard.ts'

let portal: TestApp
let actor: { readonly id: string; readonly name: string }
beforeAll(async () => {
  portal = await openTestApp()
  actor = await deciderOf(portal.context)
})
afterAll(() => portal.close())

const register = async (
  parts: Partial<Parameters<typeof registerApplication>[2]> = {},
  company: { readonly companyId: string } | null = null
): Promise<string> => {
  const { companyId } = company ?? (await submittedCase(portal.context, { status: 'certified' }))
  return portal.context.db.transaction((tx) =>
    registerApplication(tx, portal.context, {
      companyId,
      edition: 'asaka-2020',
      evaluationYear: 2019,
      receiptNumber: 'R2-001',
      submittedAt: new Date('2020-11-10T10:00:00+09:00'),
      certifiedAt: new Date('2021-01-16T10:00:00+09:00'),
      actor,
      ...parts
    })
  )
}

describe('an application that was handled on paper', () => {
  it('is certified from the day on the paper, and says nothing where its sheet was not entered', async () => {
    const id = await register()
    expect(await findApplication(portal.context.db, id)).toMatchObject({ status: 'certified', number: 'R2-001' })
    expect(await findLatestSubmission(portal.context.db, id)).toBeNull()
  })

  it('keeps its sheet where it was entered', async () => {
    const content = {
      profile: profileOf(),
      declarations: {},
      marks: cheapestMarks,
      evidence: cheapestEvidence,
      attachments: [],
      attestedBy: '浅香 一郎'
    }
    const id = await register({ receiptNumber: '朝産発第1号', content })
    const submission = await findLatestSubmission(portal.context.db, id)
    expect(submission).toMatchObject({ round: 1, content, submittedOn: '2020-11-10' })
  })

  it('leads its company from its address to its status, although its sheet is filled in no more', async () => {
    const company = await submittedCase(portal.context, { status: 'certified' })
    const id = await register({ receiptNumber: 'R2-007' }, company)
    const visitor = await portal.signIn(company.email)
    expect((await visitor.get(paths.application(id))).location).toBe(paths.applicationStatus(id))
    expect((await visitor.get(paths.applicationStatus(id))).status).toBe(200)
    expect((await visitor.get(paths.declarations(id))).status).toBe(404)
  })

  it('leaves the next number of its fiscal year to the portal', async () => {
    await register({ receiptNumber: 'R3-041', submittedAt: new Date('2021-11-10T10:00:00+09:00') })
    const next = await portal.context.db.transaction((tx) => nextNumber(tx, receiptCounter(2021)))
    expect(next).toBe(42)
  })
})
