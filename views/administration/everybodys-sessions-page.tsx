import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { Checkbox } from '../components/checkbox.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { PostForm } from '../components/post-form.tsx'
import { Layout, type PageFrame } from '../layout.tsx'

/** Asks once more before everybody is signed out. */
export const EverybodysSessionsPage = ({
  frame,
  problem
}: {
  readonly frame: PageFrame
  readonly problem: string | undefined
}): VNode => (
  <Layout page={frame}>
    {problem === undefined ? null : <ErrorSummary errors={[{ fieldId: 'confirmed', message: problem }]} />}
    <ul>
      <li>あなたを含め、職員、委員、事業者の担当者の全員が、すぐにログアウトします。</li>
      <li>入力の途中だった人は、もう一度ログインすると、続きから保存できます。</li>
      <li>二段階認証の設定は変わりません。</li>
      <li>操作した日時とあなたの名前を、記録に残します。</li>
    </ul>
    <PostForm action={paths.everybodysSessions} novalidate>
      <Checkbox
        name="confirmed"
        label="全員がログアウトすることを確かめました"
        required
        checked={false}
        error={problem}
      />
      <ButtonRow>
        <Button variant="danger">全員をログアウトさせる</Button>
        <ButtonLink variant="secondary" href={paths.peoplesSessions}>
          戻る
        </ButtonLink>
      </ButtonRow>
    </PostForm>
  </Layout>
)
