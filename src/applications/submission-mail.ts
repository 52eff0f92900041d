import { formatDate, formatDateTime, formatFileSize } from '../../views/format.ts'
import { paths } from '../paths.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { signature } from '../scheme/signature.ts'
import type { Application, SubmissionContent } from './application.ts'
import { usualDecisionDate } from './usual-decision-date.ts'

type Mail = { readonly subject: string; readonly text: string }

/** An application that was just sent. */
export type SentApplication = {
  readonly application: Application
  readonly content: SubmissionContent
  readonly round: number
  readonly submittedAt: Date
  /** What the day means for a renewal's period; null where there is nothing to say. */
  readonly note?: string | null
}

const whatOf = ({ application, round }: Pick<SentApplication, 'application' | 'round'>): string => {
  if (round > 1) return '補正'
  return application.kind === 'renewal' ? '更新の申請' : '申請'
}

const fileLines = ({ attachments }: SubmissionContent): string =>
  attachments.length === 0
    ? '添付ファイル：なし'
    : [
        `添付ファイル：${attachments.length}個`,
        ...attachments.map(
          ({ itemCode, fileName, size, sha256 }) =>
            `・${itemCode}　${fileName}（${formatFileSize(size)}）\n　SHA-256 ${sha256}`
        )
      ].join('\n')

/** Tells the company that its application has arrived: number, files with what proves them, what happens next. */
export const receiptMail = (scheme: Scheme, baseUrl: string, sent: SentApplication): Mail => {
  const { application, content, submittedAt, note } = sent
  const decisionDate = formatDate(usualDecisionDate(scheme, application, submittedAt))
  const what = whatOf(sent)
  return {
    subject: `${what}を受け付けました（受付番号 ${application.number}）`,
    text: `${content.profile.name}
${content.profile.contactName} 様

${scheme.name}の${what}を受け付けました。

受付番号：${application.number}
受付日時：${formatDateTime(submittedAt)}
${fileLines(content)}
${note ? `\n${note}\n` : ''}
これからの流れ
1. 事務局が内容を確認します。お尋ねしたいことがあるときは、メールでお知らせします。
2. ${application.kind === 'initial' ? `${scheme.committee}の意見を聴きます。` : '前回の認定から変わったところを確かめます。'}
3. 認定するかどうかを決定し、メールでお知らせします。通常は${decisionDate}ごろまでに決定します。

いまの状況は、次のページでご覧になれます。
${baseUrl}${paths.applicationStatus(application.id)}

${signature(scheme)}`
  }
}

/** Tells the secretariat that an application or a correction waits on its desk. */
export const submissionNoticeMail = (scheme: Scheme, baseUrl: string, sent: SentApplication): Mail => {
  const { application, content, round, submittedAt } = sent
  const what = round === 1 ? `新しい${whatOf(sent)}` : '補正'
  return {
    subject: `${what}が届きました：${content.profile.name}（受付番号 ${application.number}）`,
    text: `事務局 各位

${content.profile.name}から${what}が届きました。

受付番号：${application.number}
受付日時：${formatDateTime(submittedAt)}
提出：第${round}回

次のページで内容を確認してください。
${baseUrl}${paths.case(application.id)}

${signature(scheme)}`
  }
}
