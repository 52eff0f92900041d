import type { Scheme } from '../scheme/scheme.ts'
import { signature } from '../scheme/signature.ts'

/** The mail with a sign-in code. It holds no link: a link in a mail is followed by mail scanners. */
export const signInCodeMail = (
  scheme: Scheme,
  code: string,
  minutes: number
): { readonly subject: string; readonly text: string } => ({
  subject: `ログイン用の確認コード（${scheme.name}）`,
  text: `${scheme.name}のポータルにログインするための確認コードです。

　　${code}

画面に6桁の数字を入力してください。このコードは${minutes}分間有効です。
心当たりがない場合は、このメールを破棄してください。コードを誰かに教える必要はありません。

${signature(scheme)}`
})
