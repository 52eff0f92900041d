import type { VNode } from 'preact'
import { Layout, type PageFrame } from '../layout.tsx'

/** Somebody came back from a provider and could not be signed in: why, and the way that is always open. */
export const ProviderRefusalPage = ({
  frame,
  message
}: {
  readonly frame: PageFrame
  readonly message: string
}): VNode => (
  <Layout page={frame}>
    <p>{message}</p>
    <p>
      <a href={frame.signInUrl}>ログイン画面へ戻る</a>
    </p>
    <p>
      お困りのときは、事務局（{frame.contact.section}　電話 {frame.contact.phone}）へお問い合わせください。
    </p>
  </Layout>
)
