import type { VNode } from 'preact'
import { formatDateTime } from '../format.ts'
import { Layout, type PageFrame } from '../layout.tsx'

/** Says that the session goes on; opened beside a form whose session was about to end. */
export const SessionPage = ({ frame, endsAt }: { readonly frame: PageFrame; readonly endsAt: Date }): VNode => (
  <Layout page={frame}>
    <p>
      ログインを延長しました。このまま何もしなければ、<strong>{formatDateTime(endsAt)}</strong>に終わります。
    </p>
    <p>入力中の画面は、別のタブに残っています。このタブを閉じて、入力を続けてください。</p>
  </Layout>
)
