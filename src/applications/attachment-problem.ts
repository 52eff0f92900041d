import type { Scheme } from '../scheme/scheme.ts'

/** Why a file was not taken. */
export type AttachmentRefusal = 'empty' | 'too-large' | 'wrong-type' | 'application-full' | 'status'

/** A file that was not taken, in words that name it and say what to do. */
export type AttachmentProblem = { readonly fileName: string; readonly message: string }

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`

/** How many files one request may bring; more come with the next. */
export const filesAtOnce = 20

/** Why a file was not taken, for the person who sent it. */
export const attachmentProblem = (
  reason: AttachmentRefusal,
  fileName: string,
  limits: Scheme['attachmentLimits']
): AttachmentProblem => {
  const messages: Readonly<Record<AttachmentRefusal, string>> = {
    empty: `「${fileName}」は中身が空（0バイト）のため、添付できませんでした。ファイルを確かめて、もう一度選んでください`,
    'too-large': `「${fileName}」は${megabytes(limits.fileBytes)}を超えるため、添付できませんでした。小さくするか分けてから、もう一度選んでください`,
    'wrong-type': `「${fileName}」は中身がPDF、JPEG、PNG、Word（.docx）、Excel（.xlsx）のどれでもないため、添付できませんでした。マクロを含むファイルや古い形式は、PDFなどで保存し直してください`,
    'application-full': `「${fileName}」を加えると申請全体で${megabytes(limits.applicationBytes)}を超えるため、添付できませんでした。不要なファイルを削除してから、もう一度選んでください`,
    status: `「${fileName}」は添付できませんでした。申請は提出済みか取り下げ済みのため、いまは変更できません`
  }
  return { fileName, message: messages[reason] }
}
