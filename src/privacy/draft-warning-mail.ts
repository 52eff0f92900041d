import { formatDate, formatDateWithWeekday } from '../../views/format.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { signature } from '../scheme/signature.ts'
import type { UnsentApplication } from './draft-store.ts'

/** Warns a company that what it entered is removed: what, when, and how to keep it. */
export const draftWarningMail = (
  { scheme, baseUrl }: Pick<Context, 'scheme' | 'baseUrl'>,
  { id, companyName, kind, lastSavedOn }: UnsentApplication,
  removedOn: CalendarDate
): { readonly subject: string; readonly text: string } => {
  const day = formatDateWithWeekday(removedOn)
  const draft = kind === 'renewal' ? '更新の申請' : '認定の申請'
  return {
    subject: `入力中の申請を${formatDate(removedOn)}に消去します`,
    text: `${companyName}　御中

「${scheme.name}」のサイトに、提出していない${draft}があります。
最後に保存されたのは${formatDate(lastSavedOn)}です。このままにしておくと、${day}に消去します。

【消去するもの】
この申請に入力した内容と、添付したファイルのすべて。消去すると、元に戻せません。
会社の情報と、担当者のアカウントは残ります。

【残しておくには】
次のページにログインし、どれか一つの画面で「保存」を一度押してください。入力し直す必要はありません。そこからまた${scheme.retention.draftYears}年残ります。
${baseUrl}${kind === 'renewal' ? paths.renewal(id) : paths.application(id)}

不要な申請のときは、何もしなくてかまいません。

${signature(scheme)}`
  }
}
