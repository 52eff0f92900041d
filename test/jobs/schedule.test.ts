import { PgBoss } from 'pg-boss'
import { describe, expect, it } from 'vitest'
import { schedule, scheduleZone } from '../../src/jobs/schedule.ts'
import { today } from '../../src/platform/clock.ts'
import { recurringQueues } from '../../src/platform/jobs.ts'

// Tells nobody anything that cannot wait, and is heavy.
const byNight = new Set<string>(['nightly-backup', 'file-clearing', 'file-audit', 'retention'])

/** Those who wait for a scan wait for an hour at most. */
const byHour = new Set<string>(['file-scans'])

const boss = new PgBoss({ db: { executeSql: async () => ({ rows: [] }) } })

describe('the schedule', () => {
  it.each(recurringQueues.filter((queue) => !byHour.has(queue)))(
    'runs %s once a day in Tokyo, what people read by day, wherever the server stands',
    (queue) => {
      const from = new Date('2028-02-27T00:00:00+09:00')
      const times = boss.previewSchedule(schedule[queue].cron, { tz: scheduleZone, from, count: 5 })
      expect(times.map((time) => today({ now: () => time }))).toEqual([
        '2028-02-27',
        '2028-02-28',
        '2028-02-29',
        '2028-03-01',
        '2028-03-02'
      ])
      for (const time of times) {
        const hour = (time.getUTCHours() + 9) % 24
        expect(hour >= 7 && hour <= 20).toBe(!byNight.has(queue))
      }
    }
  )

  it.each([...byHour])('runs %s every hour', (queue) => {
    const work = recurringQueues.find((one) => one === queue)
    expect(work === undefined ? '' : schedule[work].cron).toMatch(/^\d+ \* \* \* \*$/)
  })
})
