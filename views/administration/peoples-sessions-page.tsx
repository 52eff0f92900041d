import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { PostForm } from '../components/post-form.tsx'
import { Section } from '../components/section.tsx'
import { TextField } from '../components/text-field.tsx'
import { errorFor, type Problem, summaryOf, typedIn, type Values } from '../form-state.ts'
import { Layout, type PageFrame } from '../layout.tsx'

/** Ends the sessions of one person, by address; leads to ending those of everybody. */
export const PeoplesSessionsPage = ({
  frame,
  problems,
  values
}: {
  readonly frame: PageFrame
  readonly problems: readonly Problem[]
  readonly values: Values
}): VNode => (
  <Layout page={frame}>
    <ErrorSummary errors={summaryOf(problems)} />
    <p>
      端末をなくしたときや、ほかの人に使われたおそれがあるときに使います。ログアウトするだけで、アカウントと保存した内容は残ります。
    </p>
    <Section title="1人のログインを終わらせる">
      <PostForm action={paths.peoplesSessions} novalidate>
        <TextField
          name="email"
          label="メールアドレス"
          type="email"
          hint="職員、委員、事業者の担当者のどなたでも指定できます。登録があるかどうかは表示しません"
          required
          autocomplete="off"
          value={typedIn(values, 'email')}
          error={errorFor(problems, 'email')}
        />
        <ButtonRow>
          <Button variant="danger">この人をログアウトさせる</Button>
        </ButtonRow>
      </PostForm>
    </Section>
    <Section title="全員のログインを終わらせる">
      <p>不正に使われている範囲が分からないときは、全員を一度にログアウトさせることができます。</p>
      <ButtonRow>
        <ButtonLink variant="secondary" href={paths.everybodysSessions}>
          全員のログアウトへ進む
        </ButtonLink>
      </ButtonRow>
    </Section>
  </Layout>
)
