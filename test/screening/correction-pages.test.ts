import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../src/paths.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { official } from '../support/cases.ts'
import { draftCase } from '../support/drafts.ts'
import { expectValidHtml } from '../support/html.ts'
import { shownFields } from './portal.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())

/** An application that its company sent through its pages, returned with a question at 5-1. */
const returned = async () => {
  const { applicationId: id, email } = await draftCase(portal.context)
  const browser = await portal.signIn(email)
  const { body } = await browser.get(paths.confirmation(id))
  const version = body.match(/name="version" value="(\d+)"/)?.[1] ?? ''
  await browser.post(paths.submission(id), { version, round: '1', attestedBy: '浅香 健一', attested: 'yes' })
  const desk = await portal.signIn(await official(portal.context, 'secretariat', '産業 太郎'))
  const shown = await shownFields(portal.context, id)
  await desk.post(paths.itemDecisions(id), { ...shown, 'decision-5-1': 'queried', 'question-5-1': '利用した人は？' })
  await desk.post(paths.correction(id), { round: '1', message: '1点だけ確認です。', deadline: '2026-12-05' })
  return { id, browser }
}

describe('a returned application', () => {
  it('tells message, deadline and question, and leads to the item, from status and list alike', async () => {
    const { id, browser } = await returned()
    for (const url of [paths.applicationStatus(id), paths.application(id)]) {
      const { status, body } = await browser.get(url)
      expect(status).toBe(200)
      for (const words of [
        '令和8年12月5日（土）までに補正',
        '1点だけ確認です。',
        '利用した人は？',
        '5-1の照会に答える'
      ])
        expect(body).toContain(words)
      expect(body).toContain(`href="${paths.category(id, 5)}#item-5-1"`)
      expect(body).toContain(`href="${paths.confirmation(id)}"`)
      await expectValidHtml(body)
    }
  })

  it('names the question on its own category only, whose button leads back to the list', async () => {
    const { id, browser } = await returned()
    const asked = await browser.get(paths.category(id, 5))
    expect(asked.body).toContain('href="#item-5-1"')
    expect(asked.body).not.toContain('保存して次の分野へ進む')
    await expectValidHtml(asked.body)
    expect((await browser.get(paths.category(id, 2))).body).not.toContain('照会')
  })

  it('leads to sending it again once the item was changed', async () => {
    const { id, browser } = await returned()
    const { body } = await browser.get(paths.category(id, 5))
    const version = body.match(/name="version" value="(\d+)"/)?.[1] ?? ''
    await browser.post(paths.category(id, 5), { version, 'mark.5-1': 'unchecked', destination: 'list' })
    const list = await browser.get(paths.application(id))
    expect(list.body).toContain('直しました')
    expect(list.body).not.toContain('5-1の照会に答える')
    expect(list.body).toContain('内容を確認して再提出する')
  })
})
