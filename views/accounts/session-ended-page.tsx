import type { VNode } from 'preact'
import { Button } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { Notice } from '../components/notice.tsx'
import { Layout, type PageFrame } from '../layout.tsx'

type Values = Readonly<Record<string, string | readonly string[]>>

/** What was posted, to be posted once more; several values of one name are what checkboxes send. */
const HiddenValues = ({ values }: { readonly values: Values }): VNode => (
  <div hidden>
    {Object.entries(values).flatMap(([name, value]) =>
      typeof value === 'string'
        ? [<input key={name} type="hidden" name={name} value={value} />]
        : value.map((part) => <input key={`${name} ${part}`} type="checkbox" name={name} value={part} checked />)
    )}
  </div>
)

/** A form arrived after its session had ended: what was typed waits here until the person has signed in again. */
export const SessionEndedPage = ({
  frame,
  action,
  values
}: {
  readonly frame: PageFrame
  readonly action: string
  readonly values: Values
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
    <form method="post" action={action}>
      <HiddenValues values={values} />
      <ButtonRow>
        <Button type="submit">もう一度送信する</Button>
      </ButtonRow>
    </form>
  </Layout>
)
