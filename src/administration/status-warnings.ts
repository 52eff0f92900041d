import type { Status } from './status.ts'
import { workName } from './work-names.ts'

/** Something that the administrator has to look after: what it is, and what to do. */
export type StatusWarning = { readonly title: string; readonly advice: string }

const minute = 60
const hour = 60 * minute
const day = 24 * hour
const gigabyte = 1024 ** 3

/** Everything that recurs does so once a day; two hours more are for a slow night. */
const mostSinceRun = 26 * hour
/** Clocks further apart than this make sessions and codes end at the wrong time, in seconds. */
const mostClockDifference = 5
/** Days before its end from which a signing certificate is warned of: a new one takes weeks to get. */
const signingDays = 30

const secondsSince = (now: Date, then: Date): number => (now.getTime() - then.getTime()) / 1000

const when = (applies: boolean, title: string, advice: string): readonly StatusWarning[] =>
  applies ? [{ title, advice }] : []

const ofQueues = ({ queues }: Status): readonly StatusWarning[] => [
  ...when(
    queues.some(({ oldestSeconds, queue }) => queue === 'send-mail' && oldestSeconds > 15 * minute),
    '15分以上、送信を待っているメールがあります',
    'メールサーバーと、ワーカー（ROLE=worker または all）が動いているかを確かめてください。'
  ),
  ...when(
    queues.some(({ failed }) => failed > 0),
    '失敗した処理があります',
    'ログで原因を確かめてください。失敗した処理の記録は、しばらくすると自動で消えます。'
  )
]

const ofMails = ({ mails }: Status): readonly StatusWarning[] =>
  when(
    mails.some(({ state }) => state === 'failed'),
    '送信をあきらめたメールがあります',
    '下の一覧で理由を確かめ、原因を取り除いてから「もう一度送る」を押してください。'
  )

const ofRuns = ({ runs, expectedWork, now }: Status): readonly StatusWarning[] =>
  expectedWork.flatMap((work) => {
    const of = runs.filter((run) => run.work === work)
    const done = of.find(({ outcome }) => outcome === 'done')
    const failed = of.find(({ outcome }) => outcome === 'failed')
    const name = workName(work)
    if (failed !== undefined && (done === undefined || failed.finishedAt > done.finishedAt))
      return when(true, `「${name}」が失敗しました`, 'ログで原因を確かめてください。')
    if (done === undefined)
      return when(true, `「${name}」がまだ一度も終わっていません`, 'ワーカーや定期実行の設定を確かめてください。')
    const late = secondsSince(now, done.finishedAt) > mostSinceRun
    return when(late, `「${name}」が1日以上行われていません`, 'ワーカーや定期実行の設定を確かめてください。')
  })

const ofMachine = ({ disk, database, migrationsKnown, now, signingUntil }: Status): readonly StatusWarning[] => {
  const signingDaysLeft = signingUntil === null ? null : Math.floor(secondsSince(signingUntil, now) / day)
  return [
    ...when(
      disk !== null && (disk.free < gigabyte || disk.free < disk.total / 10),
      'ディスクの空きが少なくなっています',
      '不要なファイルを片付けるか、ディスクを増やしてください。空きがなくなると、保存ができなくなります。'
    ),
    ...when(
      Math.abs(database.ahead) > mostClockDifference,
      'データベースとの時計のずれが大きくなっています',
      '両方のサーバーの時刻合わせ（NTP）を確かめてください。'
    ),
    ...when(
      database.migrations !== migrationsKnown,
      'データベースの形が、このバージョンのものと違います',
      '更新の途中でなければ、動いているプロセスのバージョンをそろえてください。'
    ),
    ...when(
      signingDaysLeft !== null && signingDaysLeft <= signingDays,
      `電子署名の証明書が、あと${Math.max(0, signingDaysLeft ?? 0)}日で切れます`,
      '新しい証明書を取り、SIGNING_P12 を差し替えてください。'
    )
  ]
}

/** What is not as it should be, the most urgent first; none when all is well. */
export const warningsOf = (status: Status): readonly StatusWarning[] => [
  ...ofMachine(status),
  ...ofMails(status),
  ...ofQueues(status),
  ...ofRuns(status)
]
