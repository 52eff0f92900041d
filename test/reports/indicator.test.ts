import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAccountByEmail } from '../../src/accounts/account-store.ts'
import { certifications } from '../../src/certificates/table.ts'
import { readIndicator } from '../../src/reports/read-indicator.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { official } from '../support/cases.ts'
import { expectValidHtml } from '../support/html.ts'
import { certifiedCase } from '../support/issued.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
  const { db } = portal.context
  const email = await official(portal.context, 'secretariat', '産業 太郎')
  await certifiedCase(portal.context, { startsOn: '2021-01-16' })
  const ended = await certifiedCase(portal.context, { startsOn: '2022-04-01' })
  await certifiedCase(portal.context, { startsOn: '2024-03-31' })
  await certifiedCase(portal.context, { startsOn: '2026-11-22' })
  const endedBy = (await findAccountByEmail(db, email))?.id ?? ''
  await db
    .update(certifications)
    .set({ endedOn: '2023-04-01', endedHow: 'surrendered', endedReason: '廃業のため', endedBy })
    .where(eq(certifications.number, ended.number))
})
afterAll(() => portal.close())

const read = async (on: string) =>
  (await readIndicator(portal.context.db, portal.context.scheme, on)).map(({ certified }) => certified)

describe('the indicator', () => {
  it('follows what began, ran out and was surrendered', async () => {
    expect(await read('2026-11-21')).toEqual([1, 1, 2, 1, 1, 1, 1, null, null])
    expect(await read('2026-11-22')).toEqual([1, 1, 2, 1, 1, 1, 2, null, null])
  })

  it('is a page for the secretariat and the committee', async () => {
    for (const role of ['secretariat', 'committee'] as const) {
      const browser = await portal.signIn(await official(portal.context, role, '次郎'))
      const { status, body } = await browser.get('/reports/indicator')
      expect(status).toBe(200)
      await expectValidHtml(body)
      for (const words of ['認定数の指標', 'role="img"', '令和8年度（現在）', '13.3%']) expect(body).toContain(words)
    }
  })
})
