import type { Hazard } from '../inspection/hazard.ts'
import type { Scheme } from '../scheme/scheme.ts'

/** Why a file was not taken. */
export type AttachmentRefusal = 'empty' | 'too-large' | 'wrong-type' | 'application-full' | 'status' | Hazard

/** A file that was not taken, in words that name it and say what to do. */
export type AttachmentProblem = { readonly fileName: string; readonly message: string }

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`

/** How many files one request may bring; more come with the next. */
export const filesAtOnce = 20

/** What was found in a file, and what to do about it: each follows on the file's name. */
const hazardWords: Readonly<Record<Hazard, string>> = {
  macros:
    'はマクロを含むため、添付できませんでした。マクロを外して（「名前を付けて保存」で.docxか.xlsxを選ぶか、PDFで保存して）から、もう一度選んでください',
  script:
    'は動作するプログラム（JavaScript、起動や送信の操作、入力フォーム）を含むPDFのため、添付できませんでした。「印刷」から「PDFとして保存」で作り直して、もう一度選んでください',
  embedded:
    'は別のファイルやボタンが埋め込まれているため、添付できませんでした。埋め込みを削除するか、PDFで保存して、もう一度選んでください',
  attached:
    'は別のファイルや動画が付いたPDFのため、添付できませんでした。「印刷」から「PDFとして保存」で作り直し、付いていたファイルは別に選んでください',
  external:
    'は開くときに外部のファイル（テンプレート、画像、別のプログラムのデータ）を読み込む設定のため、添付できませんでした。リンクを解除するか、PDFで保存して、もう一度選んでください',
  encrypted:
    'はパスワードや編集の制限がかかっていて中身を確かめられないため、添付できませんでした。パスワードと制限を外して保存し、もう一度選んでください',
  bomb: 'は展開すると大きくなりすぎるため、添付できませんでした。不要なシートや画像を減らすか、PDFで保存して、もう一度選んでください',
  archive:
    'は壊れているか、WordやExcelが作る形と違うため、添付できませんでした。WordかExcelで開いて保存し直すか、PDFで保存して、もう一度選んでください',
  unreadable:
    'は中身を確かめられない形のPDFのため、添付できませんでした。「印刷」から「PDFとして保存」で作り直して、もう一度選んでください',
  disguised:
    'は別の種類のデータが混ざっているため、添付できませんでした。開いて保存し直すか、PDFにして、もう一度選んでください',
  pixels: 'は縦横の大きさ（ピクセル数）が大きすぎるため、添付できませんでした。縮小して、もう一度選んでください'
}

const isHazard = (reason: AttachmentRefusal): reason is Hazard => reason in hazardWords

/** Why a file was not taken, for the person who sent it. */
export const attachmentProblem = (
  reason: AttachmentRefusal,
  fileName: string,
  limits: Scheme['attachmentLimits']
): AttachmentProblem => {
  const messages: Readonly<Record<Exclude<AttachmentRefusal, Hazard>, string>> = {
    empty: `「${fileName}」は中身が空（0バイト）のため、添付できませんでした。ファイルを確かめて、もう一度選んでください`,
    'too-large': `「${fileName}」は${megabytes(limits.fileBytes)}を超えるため、添付できませんでした。小さくするか分けてから、もう一度選んでください`,
    'wrong-type': `「${fileName}」は中身がPDF、JPEG、PNG、Word（.docx）、Excel（.xlsx）のどれでもないため、添付できませんでした。古い形式（.doc、.xls）は、PDFなどで保存し直してください`,
    'application-full': `「${fileName}」を加えると申請全体で${megabytes(limits.applicationBytes)}を超えるため、添付できませんでした。不要なファイルを削除してから、もう一度選んでください`,
    status: `「${fileName}」は添付できませんでした。申請は提出済みか取り下げ済みのため、いまは変更できません`
  }
  return { fileName, message: isHazard(reason) ? `「${fileName}」${hazardWords[reason]}` : messages[reason] }
}
