import type { Scheme } from '../scheme/scheme.ts'
import { signature } from '../scheme/signature.ts'

type Mail = { readonly subject: string; readonly text: string }

const warning = '心当たりがない場合は、すぐに下記までご連絡ください。'

const mail = (scheme: Scheme, subject: string, text: string): Mail => ({
  subject: `${subject}（${scheme.name}）`,
  text: `${text}\n\n${warning}\n\n${signature(scheme)}`
})

/** Tells the owner that an app was set up, so that nobody does it unseen. */
export const factorSetUpMail = (scheme: Scheme): Mail =>
  mail(
    scheme,
    '二段階認証を設定しました',
    `${scheme.name}のポータルで、二段階認証（認証アプリ）を設定しました。
次のログインから、メールの確認コードに続けて、認証アプリの6桁の数字を入力します。`
  )

/** Tells the owner that the second factor is off. */
export const factorRemovedMail = (scheme: Scheme): Mail =>
  mail(scheme, '二段階認証を解除しました', `${scheme.name}のポータルで、二段階認証（認証アプリ）を解除しました。`)

/** Tells the owner that an administrator took away a lost device's factor. */
export const factorResetMail = (scheme: Scheme): Mail =>
  mail(
    scheme,
    '二段階認証をリセットしました',
    `システム管理者が、${scheme.name}のポータルの二段階認証（認証アプリ）をリセットしました。
ログイン中だった端末はすべてログアウトしました。次にログインするとき、認証アプリをもう一度設定します。`
  )

/** Tells the owner that a recovery code was used, and how many are left. */
export const recoveryCodeUsedMail = (scheme: Scheme, left: number): Mail =>
  mail(
    scheme,
    '回復コードでログインしました',
    `${scheme.name}のポータルに、回復コードを使ってログインしました。残りの回復コードは${left}個です。
端末をなくしたときは、「二段階認証」の画面で新しい端末を登録してください。`
  )
