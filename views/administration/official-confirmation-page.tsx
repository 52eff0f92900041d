import type { VNode } from 'preact'
import { type Official, roleNames } from '../../src/administration/official.ts'
import { paths } from '../../src/paths.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { PostForm } from '../components/post-form.tsx'
import { RadioGroup } from '../components/radio-group.tsx'
import { TextField } from '../components/text-field.tsx'
import { errorFor, type Problem, summaryOf, typedIn, type Values } from '../form-state.ts'
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
      '端末と回復コードの両方をなくした方のための操作です。届いたメールや電話だけでは、本人かどうか分かりません。',
      'この方は、すぐにすべての端末でログアウトし、本人にメールでお知らせします。',
      '次にログインするとき、認証アプリをもう一度設定します。'
    ]
  }
} as const

/** How it was made sure that the owner asks: kept in the history. */
const Confirmation = ({
  ways,
  values,
  problems
}: {
  readonly ways: Readonly<Record<string, string>>
  readonly values: Values
  readonly problems: readonly Problem[]
}): VNode => (
  <>
    <RadioGroup
      name="confirmedBy"
      label="本人であることを確かめた方法"
      hint="記録に残します"
      required
      options={Object.entries(ways).map(([value, label]) => ({ value, label }))}
      value={typedIn(values, 'confirmedBy')}
      error={errorFor(problems, 'confirmedBy')}
    />
    <TextField
      name="note"
      label="補足"
      hint="「そのほかの方法」のときは、その内容を入力してください"
      value={typedIn(values, 'note')}
      error={errorFor(problems, 'note')}
    />
  </>
)

/** Asks once more before a role or a second factor is taken away. */
export const OfficialConfirmationPage = ({
  frame,
  official,
  kind,
  ways = {},
  problems = [],
  values = {}
}: {
  readonly frame: PageFrame
  readonly official: Official
  readonly kind: keyof typeof kinds
  /** In which ways somebody's identity may have been made sure of, by value; none where that does not matter. */
  readonly ways?: Readonly<Record<string, string>>
  readonly problems?: readonly Problem[]
  readonly values?: Values
}): VNode => {
  const { action, button, effects } = kinds[kind]
  return (
    <Layout page={frame}>
      <ErrorSummary errors={summaryOf(problems)} />
      <p>
        <strong>{official.name || official.email}</strong>さん（{official.email}、{roleNames[official.role]}）
      </p>
      <ul>
        {effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
      <PostForm action={action(official.id)} novalidate>
        {Object.keys(ways).length === 0 ? null : <Confirmation ways={ways} values={values} problems={problems} />}
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
