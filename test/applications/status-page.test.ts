import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findApplication } from '../../src/applications/application-store.ts'
import { paths } from '../../src/paths.ts'
import { historyOf, recordEvent } from '../../src/platform/audit.ts'
import { mailsOf } from '../../src/platform/outbox.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { official, submittedCase } from '../support/cases.ts'
import { draftCase } from '../support/drafts.ts'
import { expectValidHtml } from '../support/html.ts'

let portal: TestApp
let secretary: string
beforeAll(async () => {
  portal = await openTestApp()
  secretary = await official(portal.context, 'secretariat', '事務局 太郎')
})
afterAll(() => portal.close())

const confirmed = { confirmed: 'yes', reason: '来年度にあらためて申請するため' }

describe('the status page', () => {
  it.each([
    'submitted',
    'screening',
    'returned',
    'awaiting_committee',
    'heard',
    'certified',
    'refused',
    'withdrawn'
  ] as const)('shows an application that is %s', async (status) => {
    const { email, applicationId, number } = await submittedCase(portal.context, { status })
    const browser = await portal.signIn(email)
    const answer = await browser.get(paths.applicationStatus(applicationId))
    expect(answer.status).toBe(200)
    expect(answer.body).toContain(`受付番号 ${number}`)
    await expectValidHtml(answer.body)
  })

  it('shows what was sent, as it was sent', async () => {
    const { email, applicationId } = await submittedCase(portal.context)
    const browser = await portal.signIn(email)
    const { body } = await browser.get(paths.applicationStatus(applicationId))
    expect(body).toContain('イクボス宣言を行い、社内に掲示している。')
  })

  it('tells the history in words, without what the secretariat notes for itself', async () => {
    const { context } = portal
    const { email, applicationId } = await submittedCase(context, { status: 'screening' })
    const actor = { id: null, name: '事務局 太郎' }
    await recordEvent(context.db, context, { actor, subjectId: applicationId, kind: 'status-screening' })
    await recordEvent(context.db, context, {
      actor,
      subjectId: applicationId,
      kind: 'item-decided',
      details: { reason: '内部のメモ' }
    })
    const browser = await portal.signIn(email)
    const { body } = await browser.get(paths.applicationStatus(applicationId))
    expect(body).toContain('事務局が確認を始めました')
    for (const inner of ['item-decided', '内部のメモ', '事務局 太郎']) expect(body).not.toContain(inner)
  })

  it('leads a draft to its pages, and nobody to another company’s', async () => {
    const draft = await draftCase(portal.context)
    const browser = await portal.signIn(draft.email)
    const own = await browser.get(paths.applicationStatus(draft.applicationId))
    expect(own.location).toBe(paths.application(draft.applicationId))
    const { applicationId } = await submittedCase(portal.context)
    expect((await browser.get(paths.applicationStatus(applicationId))).status).toBe(404)
    expect((await browser.get(paths.withdrawal(applicationId))).status).toBe(404)
    expect((await browser.post(paths.withdrawal(applicationId), confirmed)).status).toBe(404)
  })
})

describe('withdrawing', () => {
  it('ends an application with its reason in the history and a mail to the secretariat', async () => {
    const { context } = portal
    const { email, applicationId, number } = await submittedCase(context)
    const browser = await portal.signIn(email)
    await expectValidHtml((await browser.get(paths.withdrawal(applicationId))).body)
    const answer = await browser.post(paths.withdrawal(applicationId), confirmed)
    expect([answer.status, answer.location]).toEqual([303, paths.applicationStatus(applicationId)])
    expect(await findApplication(context.db, applicationId)).toMatchObject({ status: 'withdrawn' })
    expect((await historyOf(context.db, applicationId)).at(-1)).toMatchObject({
      kind: 'status-withdrawn',
      details: { reason: confirmed.reason }
    })
    const mails = await mailsOf(context.db, applicationId)
    expect(mails).toMatchObject([{ kind: 'withdrawal-notice', recipient: secretary }])
    expect(mails[0]?.body).toContain(number)
    expect(mails[0]?.body).toContain(confirmed.reason)
  })

  it('must be meant, and keeps the reason that was typed', async () => {
    const { email, applicationId } = await submittedCase(portal.context)
    const browser = await portal.signIn(email)
    const answer = await browser.post(paths.withdrawal(applicationId), { reason: '書きかけの理由' })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('取り下げる場合は、チェックを付けてください')
    expect(answer.body).toContain('書きかけの理由')
    await expectValidHtml(answer.body)
  })

  it('happens once, however often it is sent', async () => {
    const { email, applicationId } = await submittedCase(portal.context)
    const browser = await portal.signIn(email)
    const answers = await Promise.all([1, 2].map(() => browser.post(paths.withdrawal(applicationId), confirmed)))
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(await mailsOf(portal.context.db, applicationId)).toHaveLength(1)
  })

  it('tells nobody of a draft that was never sent', async () => {
    const draft = await draftCase(portal.context)
    const browser = await portal.signIn(draft.email)
    expect((await browser.post(paths.withdrawal(draft.applicationId), { confirmed: 'yes' })).status).toBe(303)
    expect(await mailsOf(portal.context.db, draft.applicationId)).toEqual([])
    const submitted = await browser.post(paths.submission(draft.applicationId), {
      attestedBy: '浅香',
      attested: 'yes',
      version: '9',
      round: '1'
    })
    expect(submitted.location).toBe(paths.applicationStatus(draft.applicationId))
    expect(await findApplication(portal.context.db, draft.applicationId)).toMatchObject({ status: 'withdrawn' })
  })

  it.each(['certified', 'refused'] as const)('is too late once the application is %s', async (status) => {
    const { email, applicationId } = await submittedCase(portal.context, { status })
    const browser = await portal.signIn(email)
    for (const answer of [
      await browser.get(paths.withdrawal(applicationId)),
      await browser.post(paths.withdrawal(applicationId), confirmed)
    ]) {
      expect(answer.status).toBe(409)
      expect(answer.body).toContain('取り下げることができません')
      await expectValidHtml(answer.body)
    }
    expect(await findApplication(portal.context.db, applicationId)).toMatchObject({ status })
  })
})
