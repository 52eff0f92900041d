import type { VNode } from 'preact'
import { type Official, roleNames } from '../../src/administration/official.ts'
import { paths } from '../../src/paths.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { PostForm } from '../components/post-form.tsx'
import { Layout, type PageFrame } from '../layout.tsx'

const kinds = {
  removal: {
    action: paths.officialRemoval,
    button: '役割を外す',
    effects: [
      'この方は、すぐにすべての端末でログアウトします。',
      '担当した案件の記録は、名前とともに残ります。',
      '同じメールアドレスで、あとから再び登録できます。'
    ]
  },
  factor: {
    action: paths.factorReset,
    button: '二段階認証をリセットする',
    effects: [
      '端末と回復コードの両方をなくした方のための操作です。本人であることを、電話や対面で確かめてください。',
      'この方は、すぐにすべての端末でログアウトし、本人にメールでお知らせします。',
      '次にログインするとき、認証アプリをもう一度設定します。'
    ]
  }
} as const

/** Asks once more before a role or a second factor is taken away. */
export const OfficialConfirmationPage = ({
  frame,
  official,
  kind
}: {
  readonly frame: PageFrame
  readonly official: Official
  readonly kind: keyof typeof kinds
}): VNode => {
  const { action, button, effects } = kinds[kind]
  return (
    <Layout page={frame}>
      <p>
        <strong>{official.name || official.email}</strong>さん（{official.email}、{roleNames[official.role]}）
      </p>
      <ul>
        {effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
      <PostForm action={action(official.id)}>
        <ButtonRow>
          <Button variant="danger">{button}</Button>
          <ButtonLink variant="secondary" href={paths.officials}>
            職員の一覧へ戻る
          </ButtonLink>
        </ButtonRow>
      </PostForm>
    </Layout>
  )
}
