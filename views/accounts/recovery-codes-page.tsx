import type { VNode } from 'preact'
import { ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { Notice } from '../components/notice.tsx'
import { Layout, type PageFrame } from '../layout.tsx'

/** The recovery codes, shown this once; made to be printed. */
export const RecoveryCodesPage = ({
  frame,
  codes,
  next
}: {
  readonly frame: PageFrame
  readonly codes: readonly string[]
  /** Where the person goes on to. */
  readonly next: string
}): VNode => (
  <Layout page={frame}>
    <Notice tone="success" title="二段階認証を設定しました">
      <p>次のログインから、メールの確認コードに続けて、認証アプリの6桁の数字を入力します。</p>
    </Notice>
    <p>
      端末をなくしたときや壊れたときは、認証アプリの数字の代わりに、次の回復コードを使います。1つのコードは1回だけ使えます。
      <strong>この画面は一度しか表示されません。</strong>印刷するか書き写して、端末とは別の場所に保管してください。
    </p>
    <ol class="recovery-codes">
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ol>
    <ButtonRow>
      <ButtonLink href={next}>保管したので続ける</ButtonLink>
    </ButtonRow>
  </Layout>
)
