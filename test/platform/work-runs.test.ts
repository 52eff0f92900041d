import { afterAll, beforeAll, expect, it } from 'vitest'
import { clearWorkRuns, lastWorkRuns, recordWorkRun } from '../../src/platform/work-runs.ts'
import { openTestApp, type TestApp } from '../support/app.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())

const run = async (work: string, day: string, outcome: 'done' | 'failed', sent: number): Promise<void> => {
  const startedAt = new Date(`${day}T08:00:00+09:00`)
  portal.setNow(`${day}T08:00:05+09:00`)
  const { context } = portal
  await recordWorkRun(context.db, context, { work, startedAt, outcome, details: { sent } })
}

it('tells of each kind of work the last run, and the last good one where that failed', async () => {
  const { db } = portal.context
  await run('backup', '2026-11-01', 'done', 1)
  await run('backup', '2026-11-02', 'done', 2)
  await run('backup', '2026-11-03', 'failed', 0)
  await run('meeting-reminders', '2026-11-01', 'done', 4)
  const told = (await lastWorkRuns(db)).map(({ work, outcome, details }) => [work, outcome, details.sent])
  expect(told).toEqual([
    ['backup', 'done', 2],
    ['backup', 'failed', 0],
    ['meeting-reminders', 'done', 4]
  ])
})

it('forgets old runs, but never the last of a kind', async () => {
  const { db } = portal.context
  const told = await lastWorkRuns(db)
  expect(await clearWorkRuns(db, new Date('2026-11-02T00:00:00+09:00'))).toBe(1)
  expect(await lastWorkRuns(db)).toEqual(told)
  expect(await clearWorkRuns(db, new Date('2027-11-02T00:00:00+09:00'))).toBe(0)
})
