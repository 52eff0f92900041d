import type { VNode } from 'preact'
import { Notice } from '../components/notice.tsx'
import { type PostedValues, ResendForm } from '../components/resend-form.tsx'
import { Layout, type PageFrame } from '../layout.tsx'

/** A form came from a page that is older than the browser's cookies: what was typed waits here to be sent once more. */
export const StaleFormPage = ({
  frame,
  action,
  values
}: {
  readonly frame: PageFrame
  readonly action: string
  readonly values: PostedValues
}): VNode => (
  <Layout page={frame}>
    <Notice tone="warning" title="入力した内容はまだ保存されていません">
      <p>
        入力した内容は、この画面に残っています。自分で送信した内容なら、「もう一度送信する」を押してください。前に保存した内容も残っています。
      </p>
    </Notice>
    <ResendForm action={action} values={values} />
    <p>この画面が何度も表示されるときは、ブラウザーの設定で、このサイトのクッキーを使えるようにしてください。</p>
  </Layout>
)
