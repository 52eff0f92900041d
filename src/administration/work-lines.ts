import type { WorkLine } from '../../views/administration/work-table.tsx'
import type { FinishedRun } from './status.ts'

/** The names of the portal's work; work that has none is shown by its own. */
const labels: Readonly<Record<string, string>> = {
  'send-mail': 'メールの送信',
  'renewal-reminders': '更新のお知らせ',
  'meeting-reminders': '委員会のお知らせ',
  'sign-in-clearance': '終わったログインの消去',
  backup: 'バックアップ',
  'nightly-backup': '夜間のバックアップ',
  'file-scans': 'ウイルス検査',
  'file-clearing': '使われていないファイルの削除',
  'file-audit': '保存したファイルの点検'
}

/** What people call a queue or a kind of work. */
export const workName = (work: string): string => labels[work] ?? work

/** Runs as lines of a table, in the order given; their figures by name. */
export const workLines = (runs: readonly FinishedRun[]): readonly WorkLine[] =>
  runs.map(({ work, outcome, finishedAt, details }) => ({
    key: `${work}-${outcome}`,
    label: workName(work),
    done: outcome === 'done',
    finishedAt,
    figures: Object.entries(details)
      .filter(([, value]) => typeof value === 'number')
      .map(([name, value]) => `${name} ${value}`)
      .join('、')
  }))
