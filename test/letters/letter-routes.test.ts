import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../src/paths.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { official } from '../support/cases.ts'
import { draftCase } from '../support/drafts.ts'
import { expectValidHtml } from '../support/html.ts'
import { sentLetter } from '../support/letters.ts'

let portal: TestApp
let letter: Awaited<ReturnType<typeof sentLetter>>
beforeAll(async () => {
  portal = await openTestApp()
  letter = await sentLetter(portal.context)
})
afterAll(() => portal.close())

describe('the PDF of a letter', () => {
  it('is given to its company and to the secretariat, to the byte', async () => {
    const secretariat = await official(portal.context, 'secretariat', '通知 太郎')
    for (const email of [letter.email, secretariat]) {
      const { status, headers, body } = await (await portal.signIn(email)).get(paths.letter(letter.letterId))
      expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, 'application/pdf', 'no-store'])
      expect(headers['content-disposition']).toContain(encodeURIComponent('補正依頼_2026-11-21.pdf'))
      expect(body.startsWith('%PDF-1.7')).toBe(true)
    }
  })

  it('does not exist for another company, the committee, or a person without a company', async () => {
    const other = (await draftCase(portal.context)).email
    const member = await official(portal.context, 'committee', '委員 太郎')
    for (const email of [other, member, 'nobody@example.jp'])
      expect((await (await portal.signIn(email)).get(paths.letter(letter.letterId))).status).toBe(404)
  })

  it.each(['00000000-0000-7000-8000-000000000000', 'x', "'"])('is not found by %j', async (id) => {
    const browser = await portal.signIn(letter.email)
    expect((await browser.get(paths.letter(encodeURIComponent(id)))).status).toBe(404)
  })
})

describe('the list of letters', () => {
  it('stands on the company’s status page and on the case page of the secretariat', async () => {
    const secretariat = await official(portal.context, 'secretariat', '一覧 太郎')
    const pages = [
      [letter.email, paths.applicationStatus(letter.applicationId)],
      [secretariat, paths.case(letter.applicationId)]
    ] as const
    for (const [email, url] of pages) {
      const { body } = await (await portal.signIn(email)).get(url)
      expect(body).toContain(`href="${paths.letter(letter.letterId)}"`)
      expect(body).toContain('補正依頼（PDF）')
      await expectValidHtml(body)
    }
  })
})
