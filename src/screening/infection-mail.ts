import type { Application } from '../applications/application.ts'
import { isEditable } from '../applications/application-status.ts'
import { paths } from '../paths.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { signature } from '../scheme/signature.ts'

/** An attached file in which something was found. */
export type InfectedFile = {
  readonly itemCode: string
  readonly fileName: string
  /** As the scanner names it. */
  readonly found: string
}

type About = { readonly application: Application; readonly file: InfectedFile; readonly baseUrl: string }

const whatToDo = ({ application, file, baseUrl }: About): string =>
  isEditable(application.status)
    ? `次のページで「${file.fileName}」を削除し、安全なファイルを添付し直してください。削除するまでは、申請を提出できません。
${baseUrl}${paths.itemAttachments(application.id, file.itemCode)}`
    : `申請は提出済みのため、いまはファイルを変更できません。事務局が内容を確認し、必要なときは補正をお願いします。
申請の状況は、次のページでご覧になれます。
${baseUrl}${paths.applicationStatus(application.id)}`

/** Tells a company that one of its files holds a virus, and what to do about it. */
export const infectionMail = (scheme: Scheme, about: About): { readonly subject: string; readonly text: string } => ({
  subject: `添付ファイルからウイルスが見つかりました（${about.file.itemCode}）`,
  text: `${about.application.companyName}
ご担当者 様

添付いただいたファイルから、ウイルスが見つかりました。安全のため、このファイルはどなたも開けません。

項目：${about.file.itemCode}
ファイル：${about.file.fileName}
見つかったもの：${about.file.found}

${whatToDo(about)}

ファイルを作ったパソコンのウイルス対策ソフトで、検査することをおすすめします。

${signature(scheme)}`
})

/** Tells the secretariat that something was found in a stored file; of a file that no application has, only its hash. */
export const infectionNoticeMail = (
  scheme: Scheme,
  { where, found, sha256 }: { readonly where: readonly string[]; readonly found: string; readonly sha256: string }
): { readonly subject: string; readonly text: string } => ({
  subject: `預かったファイルからウイルスが見つかりました（${found}）`,
  text: `事務局 各位

ウイルス検査で、預かったファイルからウイルスが見つかりました。このファイルは、どなたにもお渡ししていません。
${where.length === 0 ? '' : `\n${where.map((line) => `・${line}`).join('\n')}\n`}
見つかったもの：${found}
SHA-256：${sha256}

申請の添付ファイルであれば、事業者にもメールでお知らせし、添付し直すようお願いしています。

${signature(scheme)}`
})
