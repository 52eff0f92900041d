import type { MailLine } from '../../views/administration/mail-table.tsx'
import type { QueueLine } from '../../views/administration/queue-table.tsx'
import { formatDate, formatFileSize, formatNumber } from '../../views/format.ts'
import { paths } from '../paths.ts'
import { dateOf } from '../platform/clock.ts'
import { withoutAddresses } from '../platform/request-log.ts'
import type { Status } from './status.ts'
import { workName } from './work-names.ts'

type Entry = { readonly term: string; readonly description: string }

const minute = 60
const hour = 60 * minute
const gigabyte = 1024 ** 3

const durationWords = (seconds: number): string => {
  if (seconds < minute) return '1分以内'
  if (seconds < hour) return `${Math.floor(seconds / minute)}分`
  return `${formatNumber(Math.floor(seconds / hour))}時間${Math.floor((seconds % hour) / minute)}分`
}

const sizeWords = (bytes: number): string =>
  bytes < gigabyte ? formatFileSize(bytes) : `${formatNumber(Math.round((bytes / gigabyte) * 10) / 10)} GB`

/** Queues as lines of a table. */
export const queueLines = ({ queues }: Status): readonly QueueLine[] =>
  queues.map(({ oldestSeconds, ...state }) => ({
    ...state,
    label: workName(state.queue),
    oldest: state.waiting === 0 ? '' : durationWords(oldestSeconds)
  }))

/** Mails as lines of a table; the mail server's words quote addresses, which are left out. */
export const mailLines = ({ mails }: Status): readonly MailLine[] =>
  mails.map(({ id, kind, createdAt, state, attempts, lastError }) => ({
    id,
    kind,
    createdAt,
    failed: state === 'failed',
    attempts,
    reason: withoutAddresses(lastError ?? ''),
    retry: paths.mailRetry(id)
  }))

/** Disk, database, clock and signature in words. */
export const machineEntries = ({ disk, database, signingUntil, now }: Status): readonly Entry[] => [
  {
    term: 'ディスクの空き',
    description: disk === null ? '確かめられません' : `${sizeWords(disk.free)}（全体 ${sizeWords(disk.total)}）`
  },
  { term: 'データベースの大きさ', description: sizeWords(database.size) },
  { term: 'データベースとの時計のずれ', description: `${formatNumber(database.ahead)}秒` },
  {
    term: '電子署名の証明書',
    description:
      signingUntil === null
        ? '設定されていません'
        : `${formatDate(dateOf(signingUntil))}まで（あと${formatNumber(Math.max(0, Math.floor((signingUntil.getTime() - now.getTime()) / (24 * hour * 1000))))}日）`
  }
]

/** What runs, in which version. */
export const versionEntries = ({ database, migrationsKnown }: Status, portalVersion: string): readonly Entry[] => [
  { term: 'ポータル', description: portalVersion },
  { term: 'Node.js', description: process.versions.node },
  { term: 'データベース', description: `PostgreSQL ${database.version}` },
  { term: 'データベースの形', description: `${database.migrations}（このバージョンは${migrationsKnown}）` }
]
