import type { VNode } from 'preact'
import { EmptyState } from '../components/empty-state.tsx'
import { StatusTag, type Tone } from '../components/status-tag.tsx'
import { Layout, type PageFrame } from '../layout.tsx'

type DemoMail = {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly body: string
  readonly state: { readonly label: string; readonly tone: Tone }
  /** When it was written, in words. */
  readonly at: string
  /** Why the last try failed; null when it did not. */
  readonly problem: string | null
}

const Mail = ({ mail }: { readonly mail: DemoMail }): VNode => (
  <article class="demo-mail" aria-labelledby={`mail-${mail.id}`}>
    <h2 class="demo-mail__subject" id={`mail-${mail.id}`}>
      {mail.subject}
    </h2>
    <p class="demo-mail__facts">
      <StatusTag tone={mail.state.tone}>{mail.state.label}</StatusTag>
      <span>{mail.at}</span>
      <span>宛先 {mail.to}</span>
    </p>
    {mail.problem === null ? null : <p>送信できなかった理由：{mail.problem}</p>}
    <div class="demo-mail__body">{mail.body}</div>
  </article>
)

/** The newest mails of the demo, which sends none. */
export const DemoMailsPage = ({
  frame,
  mails,
  most
}: {
  readonly frame: PageFrame
  readonly mails: readonly DemoMail[]
  /** How many mails the page shows at most. */
  readonly most: number
}): VNode => (
  <Layout page={frame}>
    <p>デモ環境のメールは送信されず、ここに並びます。新しいものから{most}通までです。</p>
    {mails.length === 0 ? (
      <EmptyState title="メールはまだありません">
        <p>ログインの確認コードや、申請のお知らせがここに並びます。</p>
      </EmptyState>
    ) : (
      mails.map((mail) => <Mail key={mail.id} mail={mail} />)
    )}
  </Layout>
)
