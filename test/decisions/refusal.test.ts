import { afterAll, beforeAll, expect, it } from 'vitest'
import { findApplication } from '../../src/applications/application-store.ts'
import { readDecisionCase } from '../../src/decisions/read-decision-case.ts'
import { refusalDraft, wayToStandard } from '../../src/decisions/refusal.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { deciderOf, heardCase } from '../support/heard.ts'

let portal: TestApp
let decider: string
beforeAll(async () => {
  portal = await openTestApp()
  decider = (await deciderOf(portal.context)).id
})
afterAll(() => portal.close())

const fileOf = async (parts: Parameters<typeof heardCase>[2]) => {
  const { applicationId } = await heardCase(portal.context, decider, parts)
  const application = await findApplication(portal.context.db, applicationId)
  if (application === null) throw new Error('the case is missing')
  return (await readDecisionCase(portal.context.db, portal.context, application)).file
}

it('drafts reasons from the count and from what was not accepted, with its reasons', async () => {
  const file = await fileOf({ rejected: ['7-2'] })
  expect(refusalDraft(file).split('\n')).toEqual([
    'チェックシートの7分野のうち、合格は2分野（「経営者の理念表明と推進体制」「多様な働き方の推進」）でした。認定基準の3分野に届きませんでした。',
    '次の項目は、取組を確認できませんでした。',
    '・項目7-2：記載だけでは取組を確かめられませんでした。'
  ])
  expect(wayToStandard(file)).toMatchObject({ total: 1 })
})

it('says when nothing passed, and leaves the list out when everything was accepted', async () => {
  const file = await fileOf({ marks: { '2-2': 'checked' }, evidence: {} })
  expect(refusalDraft(file)).toBe('チェックシートの7分野のうち、合格は0分野でした。認定基準の3分野に届きませんでした。')
})

it('drafts nothing where the verdict gives no reason to refuse', async () => {
  const file = await fileOf({})
  expect([refusalDraft(file), wayToStandard(file)]).toEqual(['', null])
})
