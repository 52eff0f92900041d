import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../support/app.ts'
import { expectValidHtml } from '../support/html.ts'
import { type Drafting, drafting, moveTo, storedSection } from './draft.ts'

let portal: TestApp
let draft: Drafting
let url: string

beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())

const begin = async (): Promise<void> => {
  draft = await drafting(portal)
  url = `/applications/${draft.applicationId}/declarations`
}

describe('the declarations', () => {
  beforeAll(begin)

  it('stand in the official wording, the first one marked as needed', async () => {
    const { status, body } = await draft.browser.get(url)
    expect(status).toBe(200)
    expect(body).toMatch(/関係法令（労働基準法、育児・介護休業法など）を遵守している<span[^>]*>※必須/)
    expect(body.match(/type="checkbox"/g)).toHaveLength(5)
    expect(body.match(/登録No|認定区分/g)).toHaveLength(4)
    await expectValidHtml(body)
  })

  it('can be saved without the one that submitting needs', async () => {
    const fields = { version: '1', destination: 'list', kurumin: 'yes', 'kurumin.detail': ' プラチナくるみん ' }
    const answer = await draft.browser.post(url, fields)
    expect([answer.status, answer.location]).toEqual([303, `/applications/${draft.applicationId}`])
    expect(await storedSection(portal, draft.applicationId, 'declarations')).toMatchObject({
      version: 2,
      data: {
        kurumin: { declared: true, detail: 'プラチナくるみん' },
        legal_compliance: { declared: false, detail: '' }
      }
    })
  })

  it('lead on to the checklist', async () => {
    const answer = await draft.browser.post(url, { version: '2', destination: 'next', legal_compliance: 'yes' })
    expect(answer.location).toBe(`/applications/${draft.applicationId}/categories/1`)
  })
})

describe('declarations that cannot be saved', () => {
  beforeAll(begin)

  it.each([
    ['too long', '長'.repeat(201), '認定区分は200文字以内で入力してください'],
    ['a control character', 'a\u0000b', '制御文字']
  ])('come back with the message beside the field: %s', async (_what, detail, message) => {
    const answer = await draft.browser.post(url, { version: '1', legal_compliance: 'yes', 'kurumin.detail': detail })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(message)
    expect(answer.body).toContain('href="#kurumin.detail"')
    expect(answer.body).toContain('data-shown="true"')
    expect(answer.body).toMatch(/id="legal_compliance"[^>]*checked/)
    await expectValidHtml(answer.body)
    expect(await storedSection(portal, draft.applicationId, 'declarations')).toMatchObject({ version: 1 })
  })

  it.each([
    ['an unknown declaration', { tax: 'yes' }],
    ['a detail where none is asked', { 'legal_compliance.detail': 'x' }],
    ['a list', { kurumin: ['yes', 'yes'] }],
    ['no version', { version: '' }]
  ])('are refused when no page of ours sent them: %s', async (_what, fields) => {
    expect((await draft.browser.post(url, { version: '1', ...fields })).status).toBe(400)
  })

  it('are another company’s', async () => {
    const other = await drafting(portal)
    expect((await other.browser.get(url)).status).toBe(404)
    expect((await other.browser.post(url, { version: '1' })).status).toBe(404)
  })
})

describe('two people at the declarations', () => {
  beforeAll(begin)

  it('see both answers', async () => {
    await draft.colleague.post(url, { version: '1', legal_compliance: 'yes' })
    const answer = await draft.browser.post(url, { version: '1', kurumin: 'yes', 'kurumin.detail': 'くるみん' })
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('人事 次郎さんが10時00分に')
    expect(answer.body).toContain('<td>（空欄）</td>')
    expect(answer.body).toContain('name="version" value="2"')
    await expectValidHtml(answer.body)
  })

  it('are told by the script’s answers too', async () => {
    const json = { accept: 'application/json' }
    const late = await draft.browser.post(url, { version: '1', kurumin: 'yes' }, json)
    expect([late.status, late.json()]).toMatchObject([409, { conflict: { savedBy: '人事 次郎' } }])
    const saved = await draft.browser.post(url, { version: '2', kurumin: 'yes' }, json)
    expect([saved.status, saved.json()]).toMatchObject([200, { saved: { version: 3 } }])
  })
})

it('are closed once the application is sent', async () => {
  await begin()
  await moveTo(portal, draft.applicationId, 'submitted')
  expect((await draft.browser.get(url)).location).toBe(`/applications/${draft.applicationId}/status`)
  const answer = await draft.browser.post(url, { version: '1' })
  expect([answer.status, answer.body.includes('「受付」のため')]).toEqual([409, true])
})
