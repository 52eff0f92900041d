import type { Visitor } from './visitor.ts'

/** A person signs in with the code from the mail, as everybody does in service. */
export const signInByCode = async (visitor: Visitor, email: string): Promise<void> => {
  await visitor.visit('/sign-in')
  await enterCode(visitor, email)
}

/** The same on the sign-in page that a visitor was led to. */
export const enterCode = async (visitor: Visitor, email: string): Promise<void> => {
  await visitor.fill('メールアドレス', email)
  await visitor.press('確認コードを送る')
  const mails = await (await fetch(new URL('/dev/mails', visitor.page.url()))).text()
  const own = mails.slice(mails.indexOf(email))
  await visitor.fill('確認コード', own.match(/　　(\d{6})/)?.[1] ?? '')
  await visitor.press('ログインする')
}

/** A person of the demo signs in with one click. */
export const signInAs = async (visitor: Visitor, name: string): Promise<void> => {
  await visitor.visit('/sign-in')
  await visitor.press(name)
}
