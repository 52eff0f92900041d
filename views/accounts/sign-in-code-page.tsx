import type { VNode } from 'preact'
import { Button } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { PostForm } from '../components/post-form.tsx'
import { TextField } from '../components/text-field.tsx'
import { Layout, type PageFrame } from '../layout.tsx'

/** Asks for the code that was mailed; another one can be asked for on the same page. */
export const SignInCodePage = ({
  frame,
  action,
  resendAction,
  email,
  returnTo,
  minutes,
  error
}: {
  readonly frame: PageFrame
  readonly action: string
  readonly resendAction: string
  readonly email: string
  readonly returnTo: string
  readonly minutes: number
  readonly error?: string | undefined
}): VNode => (
  <Layout page={frame}>
    <ErrorSummary errors={error === undefined ? [] : [{ fieldId: 'code', message: error }]} />
    <p>
      <strong>{email}</strong> に6桁の確認コードを送りました。{minutes}分以内に入力してください。
    </p>
    <PostForm action={action} novalidate>
      <input type="hidden" name="return" value={returnTo} />
      <input type="hidden" name="email" value={email} />
      <TextField
        name="code"
        label="確認コード"
        hint="6桁の数字"
        autocomplete="one-time-code"
        inputmode="numeric"
        width="code"
        error={error}
      />
      <ButtonRow>
        <Button>ログインする</Button>
      </ButtonRow>
    </PostForm>
    <h2>メールが届かないとき</h2>
    <p>迷惑メールのフォルダーもご確認ください。数分待っても届かなければ、もう一度送ることができます。</p>
    <PostForm action={resendAction}>
      <input type="hidden" name="return" value={returnTo} />
      <input type="hidden" name="email" value={email} />
      <ButtonRow>
        <Button variant="secondary">確認コードをもう一度送る</Button>
        <a href={returnTo === '' ? frame.signInUrl : `${frame.signInUrl}?return=${encodeURIComponent(returnTo)}`}>
          別のメールアドレスを使う
        </a>
      </ButtonRow>
    </PostForm>
  </Layout>
)
