import type { ProviderSignInRefusal } from './accept-provider-answer.ts'

/** What somebody is told who could not be signed in through a provider. */
export type RefusalWords = { readonly status: 400 | 403 | 503; readonly title: string; readonly message: string }

/** The words for every refusal; `label` are those on the provider's button. */
export const refusalWords = (reason: ProviderSignInRefusal, label: string): RefusalWords => words[reason](label)

const again = 'ログイン画面から、もう一度はじめてください。'

const words: Readonly<Record<ProviderSignInRefusal, (label: string) => RefusalWords>> = {
  expired: () => ({
    status: 400,
    title: 'ログインの手続きを続けられませんでした',
    message: `手続きをはじめてから10分を過ぎたか、すでに使われた手続きか、別のブラウザーではじめた手続きです。${again}`
  }),
  declined: () => ({
    status: 400,
    title: 'ログインは行われませんでした',
    message: `ログイン先で手続きが取り消されたか、受け付けられませんでした。${again}`
  }),
  unavailable: (label) => ({
    status: 503,
    title: 'ログイン先に接続できません',
    message: `いま「${label}」を使えません。時間をおいてもう一度お試しになるか、メールの確認コードでログインしてください。`
  }),
  refused: (label) => ({
    status: 400,
    title: 'ログインを確かめられませんでした',
    message: `「${label}」から届いた内容が正しいことを、確かめられませんでした。${again}続くときは、事務局へお知らせください。`
  }),
  'no-email': (label) => ({
    status: 403,
    title: 'メールアドレスを受け取れませんでした',
    message: `「${label}」のアカウントから、メールアドレスが届きませんでした。アドレスの登録を確かめるか、メールの確認コードでログインしてください。`
  }),
  'unverified-email': (label) => ({
    status: 403,
    title: 'メールアドレスの確認が済んでいません',
    message: `「${label}」のアカウントのメールアドレスが、確認されていません。アドレスの確認を済ませるか、メールの確認コードでログインしてください。`
  }),
  'no-role': () => ({
    status: 403,
    title: 'このポータルでの役割がありません',
    message:
      '職員の方のログインには、事務局・推進委員会・システム管理者のいずれかの登録が必要です。登録は、事務局へお申し出ください。'
  }),
  official: (label) => ({
    status: 403,
    title: 'この方法ではログインできません',
    message: `「${label}」は、企業の方のためのものです。事務局や推進委員会の方は、メールの確認コードなど、ほかの方法でログインしてください。`
  }),
  'linked-to-another': (label) => ({
    status: 403,
    title: '別のアカウントと結び付いています',
    message: `このメールアドレスの利用者は、「${label}」の別のアカウントと結び付いています。メールの確認コードでログインするか、事務局へお問い合わせください。`
  })
}
