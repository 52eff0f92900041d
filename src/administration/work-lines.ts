import type { WorkLine } from '../../views/administration/status-page.tsx'

/** The names of the portal's work; work that has none is shown by its own. */
const labels: Readonly<Record<string, string>> = {
  'renewal-reminders': '更新のお知らせ',
  'meeting-reminders': '委員会のお知らせ',
  'sign-in-clearance': '終わったログインの消去',
  backup: 'バックアップ',
  'nightly-backup': '夜間のバックアップ',
  'file-scans': 'ウイルス検査',
  'file-clearing': '使われていないファイルの削除',
  'file-audit': '保存したファイルの点検'
}

type Run = {
  readonly work: string
  readonly outcome: 'done' | 'failed'
  readonly finishedAt: Date
  readonly details: Readonly<Record<string, unknown>>
}

/** Runs as lines of a table, in the order given; their figures by name. */
export const workLines = (runs: readonly Run[]): readonly WorkLine[] =>
  runs.map(({ work, outcome, finishedAt, details }) => ({
    key: `${work}-${outcome}`,
    label: labels[work] ?? work,
    done: outcome === 'done',
    finishedAt,
    figures: Object.entries(details)
      .filter(([, value]) => typeof value === 'number')
      .map(([name, value]) => `${name} ${value}`)
      .join('、')
  }))
