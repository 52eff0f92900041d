import type { VerificationAnswer } from '../certificates/verification-answer.ts'

/** Why nothing can be said of a file. */
export type FileProblem = 'nothing' | 'too-large' | 'unknown-kind'

/** What a file is: a certificate's PDF or a credential that the city issued, or one of these that it did not issue so. */
export type FileAnswer =
  | { readonly kind: 'pdf' | 'credential'; readonly code: string; readonly answer: VerificationAnswer }
  | { readonly kind: 'strange-pdf' | 'foreign' | 'altered' }

/** Large enough for every certificate and picture that the portal makes, and for certificates signed elsewhere. */
export const fileMegabytes = 10

/** What to do, where nothing can be said of a file. */
export const fileProblemWords: Readonly<Record<FileProblem, string>> = {
  nothing: '確認するファイルを選んでください',
  'too-large': `ファイルが大きすぎます。${fileMegabytes}MBまでのファイルを選んでください`,
  'unknown-kind':
    '認定証のPDFでも、デジタル証明書でもありません。デジタル証明書の画像は、保存し直したり、画面を撮ったりすると、確認できなくなります。受け取ったままのファイルを選んでください'
}
