import { afterAll, beforeAll, expect, it } from 'vitest'
import { paths } from '../../src/paths.ts'
import { recordWorkRun } from '../../src/platform/work-runs.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { official } from '../support/cases.ts'
import { expectValidHtml } from '../support/html.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())

it('shows the administrator what the portal did by itself, and leads there after signing in', async () => {
  const { context } = portal
  const email = await official(context, 'administrator', '管理 太郎')
  const browser = await portal.signIn(email)
  const before = await browser.get(paths.administration)
  expect(before.body).toContain('まだ一度も動いていません')
  await expectValidHtml(before.body)

  const startedAt = context.clock.now()
  const run = { startedAt, outcome: 'done', details: { checked: 12, hashes: ['a'] } } as const
  await recordWorkRun(context.db, context, { ...run, work: 'renewal-reminders' })
  await recordWorkRun(context.db, context, { ...run, work: 'backup', outcome: 'failed', details: {} })
  const { status, body } = await browser.get(paths.administration)
  expect(status).toBe(200)
  for (const text of ['更新のお知らせ', 'checked 12', 'バックアップ', '失敗', 'Node.js']) expect(body).toContain(text)
  await expectValidHtml(body)
  expect((await browser.get(paths.home)).body).toContain('稼働状況の画面へ進む')
})
