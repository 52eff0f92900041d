import type { Scheme } from '../scheme/scheme.ts'
import { signature } from '../scheme/signature.ts'

/** Tells a new official how to get in, and that an authenticator app is asked for. */
export const officialMail = (
  scheme: Scheme,
  { name, email, role, signInUrl }: { readonly [K in 'name' | 'email' | 'role' | 'signInUrl']: string }
): { readonly subject: string; readonly text: string } => ({
  subject: `${role}としての登録のお知らせ（${scheme.name}）`,
  text: `${name} 様

${scheme.name}のポータルに、${role}として登録しました。

ログインの手順
1. 次のページを開きます。
　　${signInUrl}
2. メールアドレス ${email} を入力し、「確認コードを送る」を押します。
3. このアドレスに届く6桁の確認コードを入力します。パスワードはありません。
4. 初回は、画面の案内にそって二段階認証（認証アプリ）を設定します。

${signature(scheme)}`
})
