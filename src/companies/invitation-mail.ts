import type { Scheme } from '../scheme/scheme.ts'
import { signature } from '../scheme/signature.ts'

/** The kind of the mail, by which the mails to one address are counted. */
export const invitationKind = 'invitation'

/** Tells a colleague of the invitation. The portal's address is no sign-in link: who opens it still needs a code. */
export const invitationMail = (
  scheme: Scheme,
  { companyName, invitedBy, email, portal }: { companyName: string; invitedBy: string; email: string; portal: string }
): { readonly subject: string; readonly text: string } => ({
  subject: `${companyName}の担当者への招待（${scheme.name}）`,
  text: `${invitedBy} さんから、${scheme.city} ${scheme.name}の申請を一緒に進める担当者として招待されました。

　事業者名　${companyName}

このメールが届いたアドレス（${email}）で次のページからログインすると、担当者に加わります。
${portal}

ログインには、そのつどメールで届く6桁の確認コードを使います。パスワードの登録はいりません。
心当たりがない場合は、ログインせずにこのメールを破棄してください。

${signature(scheme)}`
})
