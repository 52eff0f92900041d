import type { VNode } from 'preact'
import { Notice } from '../components/notice.tsx'
import { type PostedValues, ResendForm } from '../components/resend-form.tsx'
import { Layout, type PageFrame } from '../layout.tsx'

/** A form arrived after its session had ended: what was typed waits here until the person has signed in again. */
export const SessionEndedPage = ({
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
      <p>この画面を閉じないでください。次の順で続けると、入力した内容を失わずに保存できます。</p>
    </Notice>
    <ol>
      <li>
        <a href={frame.signInUrl} target="_blank" rel="noopener">
          ログイン画面を別のタブで開く
        </a>
        （確認コードでもう一度ログインします）
      </li>
      <li>このタブに戻って「もう一度送信する」を押す</li>
    </ol>
    <ResendForm action={action} values={values} />
  </Layout>
)
