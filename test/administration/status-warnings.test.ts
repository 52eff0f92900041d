import { describe, expect, it } from 'vitest'
import type { Status } from '../../src/administration/status.ts'
import { warningsOf } from '../../src/administration/status-warnings.ts'

const now = new Date('2026-11-21T10:00:00Z')
const hoursAgo = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000)
const done = (work: string, hours: number, outcome: 'done' | 'failed' = 'done') => ({
  work,
  outcome,
  finishedAt: hoursAgo(hours),
  details: {}
})

const expectedWork = ['meeting-reminders', 'backup']

const healthy: Status = {
  now,
  queues: [{ queue: 'send-mail', waiting: 3, running: 1, failed: 0, oldestSeconds: 60 }],
  mails: [],
  runs: expectedWork.map((work) => done(work, 2)),
  expectedWork,
  database: { version: '15.1', size: 1, migrations: 12, ahead: 0.1 },
  migrationsKnown: 12,
  disk: { free: 50 * 1024 ** 3, total: 100 * 1024 ** 3 },
  signingUntil: new Date('2027-11-21T10:00:00Z')
}

const titles = (changes: Partial<Status>): readonly string[] =>
  warningsOf({ ...healthy, ...changes }).map(({ title }) => title)

const withRun = (...runs: readonly ReturnType<typeof done>[]) => [
  ...healthy.runs.filter(({ work }) => !runs.some((run) => run.work === work)),
  ...runs
]

describe('the warnings', () => {
  it('are none when all is well', () => {
    expect(titles({})).toEqual([])
    expect(titles({ disk: null, signingUntil: null })).toEqual([])
  })

  it.each<[string, Partial<Status>]>([
    ['ディスクの空き', { disk: { free: 9 * 1024 ** 3, total: 100 * 1024 ** 3 } }],
    ['ディスクの空き', { disk: { free: 0.9 * 1024 ** 3, total: 2 * 1024 ** 3 } }],
    ['時計のずれ', { database: { ...healthy.database, ahead: -6 } }],
    ['データベースの形', { migrationsKnown: 13 }],
    ['あと30日で切れます', { signingUntil: new Date('2026-12-21T10:00:00Z') }],
    ['あと0日で切れます', { signingUntil: hoursAgo(5) }],
    ['15分以上', { queues: [{ queue: 'send-mail', waiting: 1, running: 0, failed: 0, oldestSeconds: 901 }] }],
    ['失敗した処理', { queues: [{ queue: 'send-mail', waiting: 0, running: 0, failed: 1, oldestSeconds: 0 }] }],
    ['「バックアップ」が1日以上', { runs: withRun(done('backup', 27)) }],
    ['「バックアップ」がまだ一度も', { runs: withRun(done('backup', 3)).filter(({ work }) => work !== 'backup') }],
    ['「バックアップ」が失敗', { runs: withRun(done('backup', 20), done('backup', 1, 'failed')) }],
    ['「委員会のお知らせ」が失敗', { runs: withRun(done('meeting-reminders', 1, 'failed')) }]
  ])('tell of one thing: %s', (words, changes) => {
    const found = titles(changes)
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(words)
  })

  it('forget a failure once the work was done', () => {
    expect(titles({ runs: withRun(done('backup', 1), done('backup', 20, 'failed')) })).toEqual([])
  })
})
