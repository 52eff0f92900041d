import type { VNode } from 'preact'
import { Layout, type PageFrame } from '../layout.tsx'

/** What happened, what was kept, whom to ask, and the number under which the log holds it. */
export const ErrorPage = ({
  frame,
  message,
  home,
  reference
}: {
  readonly frame: PageFrame
  readonly message: readonly string[]
  /** Where to go on from here. */
  readonly home: { readonly href: string; readonly label: string }
  /** Null where there is nothing to look up. */
  readonly reference: string | null
}): VNode => (
  <Layout page={frame}>
    {message.map((line) => (
      <p key={line}>{line}</p>
    ))}
    <p>
      お困りのときは、事務局（{frame.contact.section}　電話 {frame.contact.phone}）へお問い合わせください。
    </p>
    {reference === null ? null : <p>お問い合わせ番号：{reference}</p>}
    <p>
      <a href={home.href}>{home.label}</a>
    </p>
  </Layout>
)
