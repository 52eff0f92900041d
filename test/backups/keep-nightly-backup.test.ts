import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepNightlyBackup } from '../../src/backups/keep-nightly-backup.ts'
import { lastWorkRuns } from '../../src/platform/work-runs.ts'
import { openTestApp, type TestApp } from '../support/app.ts'

let folder: string
let portal: TestApp
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wlgb-nightly-'))
  portal = await openTestApp({ env: { BACKUP_DIR: join(folder, 'backups'), BACKUP_KEEP: '2' } })
})
afterAll(async () => {
  await portal.close()
  await rm(folder, { recursive: true, force: true })
})

const night = (day: number): string => `2026-11-${day}T02:30:00+09:00`
const kept = async () => (await readdir(join(folder, 'backups'))).toSorted()
const lastBackups = async () =>
  (await lastWorkRuns(portal.context.db)).filter(({ work }) => work === 'backup').map(({ outcome }) => outcome)

describe('the backup of the night', () => {
  it('is made once a night, however often workers start, and the newest are kept', async () => {
    portal.setNow(night(21))
    expect(await keepNightlyBackup(portal.context)).toMatchObject({ made: 1, removed: 0 })
    portal.setNow('2026-11-21T09:00:00+09:00')
    expect(await keepNightlyBackup(portal.context)).toEqual({ made: 0 })
    for (const day of [22, 23]) {
      portal.setNow(night(day))
      await keepNightlyBackup(portal.context)
    }
    expect(await kept()).toEqual(['wlgb-20261121T173000Z.zip', 'wlgb-20261122T173000Z.zip'])
    expect(await lastBackups()).toEqual(['done'])
  }, 60_000)

  it('takes what a killed process left away, and nothing that is not its own', async () => {
    const left = join(folder, 'backups', 'wlgb-20261101T173000Z.zip.77.partial')
    for (const path of [left, join(folder, 'backups', 'notes.txt')]) {
      await writeFile(path, '')
      await utimes(path, new Date(0), new Date(0))
    }
    portal.setNow(night(24))
    await keepNightlyBackup(portal.context)
    expect(await kept()).toEqual(['notes.txt', 'wlgb-20261122T173000Z.zip', 'wlgb-20261123T173000Z.zip'])
  })

  it('that fails is seen by the administrator, and tried again', async () => {
    portal.setNow(night(26))
    await mkdir(join(folder, 'backups', 'wlgb-20261125T173000Z.zip'))
    await expect(keepNightlyBackup(portal.context)).rejects.toThrow('there already')
    expect((await lastBackups()).toSorted()).toEqual(['done', 'failed'])
  })

  it('is not made where no folder is set', async () => {
    expect(await keepNightlyBackup({ ...portal.context, backups: null })).toEqual({ made: 0 })
  })
})
