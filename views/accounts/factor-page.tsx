import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import { Button } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { PostForm } from '../components/post-form.tsx'
import { TextField } from '../components/text-field.tsx'
import { Layout, type PageFrame } from '../layout.tsx'

/** The second step of signing in: a code of the authenticator app, or a recovery code in its place. */
export const FactorPage = ({
  frame,
  returnTo,
  error
}: {
  readonly frame: PageFrame
  readonly returnTo: string
  readonly error?: string | undefined
}): VNode => (
  <Layout page={frame}>
    <ErrorSummary errors={error === undefined ? [] : [{ fieldId: 'code', message: error }]} />
    <p>認証アプリを開き、表示されている6桁の数字を入力してください。</p>
    <PostForm action={paths.signInFactor} novalidate>
      <input type="hidden" name="return" value={returnTo} />
      <TextField
        name="code"
        label="認証コード"
        hint="6桁の数字。端末が手元にないときは、12桁の回復コード"
        autocomplete="one-time-code"
        inputmode="numeric"
        width="short"
        error={error}
      />
      <ButtonRow>
        <Button>ログインする</Button>
      </ButtonRow>
    </PostForm>
    <h2>認証アプリも回復コードも使えないとき</h2>
    <p>
      {frame.contact.section}
      （電話 {frame.contact.phone}
      ）にご連絡ください。本人であることを確認したうえで、認証アプリを設定し直せるようにします。
    </p>
    <PostForm action={paths.signOut}>
      <ButtonRow>
        <Button variant="secondary">ログインをやめる</Button>
      </ButtonRow>
    </PostForm>
  </Layout>
)
