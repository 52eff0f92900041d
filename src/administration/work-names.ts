import type { RecurringQueue } from '../platform/jobs.ts'

/** The names of the portal's work. */
const works: Readonly<Record<RecurringQueue | 'send-mail' | 'scan-file' | 'backup', string>> = {
  'send-mail': 'メールの送信',
  'scan-file': 'ファイルのウイルス検査',
  'renewal-reminders': '更新のお知らせ',
  'meeting-reminders': '委員会のお知らせ',
  'sign-in-clearance': '終わったログインの消去',
  'work-clearance': '古い作業の記録の消去',
  backup: 'バックアップ',
  'nightly-backup': '夜間のバックアップ',
  'file-scans': 'ウイルス検査の残りの確認',
  'file-clearing': '使われていないファイルの削除',
  'file-audit': '保存したファイルの点検',
  retention: '保存期間が過ぎた個人情報の消去'
}

/** The names of the figures that runs tell of. */
const figures: Readonly<Record<string, string>> = {
  accountsErased: '消去した利用者',
  attempts: '消去したログインの試み',
  bytes: 'バイト数',
  casesErased: '消去した案件',
  checked: '点検した数',
  codes: '消去した確認コード',
  companiesErased: '消去した会社',
  damaged: '壊れていた数',
  draftsRemoved: '削除した下書き',
  draftsWarned: '削除を予告した下書き',
  failed: '失敗',
  files: 'ファイル',
  infected: '問題が見つかったファイル',
  invitationsDeleted: '消去した招待',
  made: '作成',
  mailTextsErased: '本文を消去したメール',
  mailsDeleted: '消去したメール',
  missing: '見つからない数',
  pictures: '画像',
  reminded: 'お知らせ',
  removed: '削除',
  rows: '行',
  runs: '消去した作業の記録',
  scanned: '検査したファイル',
  sessions: '消去したログイン',
  signInMailsDeleted: '消去した確認コードのメール',
  tables: '表'
}

const named = (names: Readonly<Record<string, string>>, key: string): string =>
  Object.hasOwn(names, key) ? (names[key] ?? key) : key

/** What people call a queue or a kind of work; what an earlier version knew is shown by its own name. */
export const workName = (work: string): string => named(works, work)

/** What people call a figure of a run. */
export const figureName = (figure: string): string => named(figures, figure)
