import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import { Layout, type PageFrame } from '../layout.tsx'

/** The session here has ended; the one at the provider goes on until the person ends it too. */
export const ProviderSignedOutPage = ({
  frame,
  label,
  url
}: {
  readonly frame: PageFrame
  readonly label: string
  /** Ends the sign-in at the provider. */
  readonly url: string
}): VNode => (
  <Layout page={frame}>
    <p>
      このポータルからログアウトしました。「{label}
      」のログイン先には、まだログインしたままです。ほかの人も使う端末では、続けてログアウトしてください。
    </p>
    <p>
      <a href={url} rel="noreferrer">
        ログイン先からもログアウトする
      </a>
    </p>
    <p>
      <a href={paths.home}>トップページへ戻る</a>
    </p>
  </Layout>
)
