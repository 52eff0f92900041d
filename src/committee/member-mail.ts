import type { Scheme } from '../scheme/scheme.ts'
import { signature } from '../scheme/signature.ts'

/** Tells a new member where the committee's pages are and how to get in. There is no password to send. */
export const memberMail = (
  scheme: Scheme,
  { name, email, signInUrl }: { readonly name: string; readonly email: string; readonly signInUrl: string }
): { readonly subject: string; readonly text: string } => ({
  subject: `推進委員会のページのご案内（${scheme.name}）`,
  text: `${name} 様

${scheme.committee}の委員として、${scheme.name}のポータルに登録しました。
会議の資料を読み、認定についてのご意見を入力できます。

ログインの手順
1. 次のページを開きます。
　　${signInUrl}
2. メールアドレス ${email} を入力し、「確認コードを送る」を押します。
3. このアドレスに届く6桁の確認コードを入力します。パスワードはありません。

資料の準備ができたときは、あらためてメールでお知らせします。

${signature(scheme)}`
})
