import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import { Button } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { DefinitionList } from '../components/definition-list.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Notice } from '../components/notice.tsx'
import { PostForm } from '../components/post-form.tsx'
import { QrCode } from '../components/qr-code.tsx'
import { Section } from '../components/section.tsx'
import { TextField } from '../components/text-field.tsx'
import { errorFor, type Problem, summaryOf } from '../form-state.ts'
import { formatDateTime } from '../format.ts'
import { Layout, type PageFrame } from '../layout.tsx'

/** What an app is set up with: the picture to read with its camera, and the same to type. */
export type AppSetUp = {
  readonly picture: { readonly size: number; readonly path: string }
  readonly secret: string
}

/** The second factor that an account has. */
export type FactorState = { readonly since: Date; readonly recoveryCodesLeft: number }

export type SecondFactorPageProps = {
  readonly frame: PageFrame
  readonly returnTo: string
  /** Null where there is none yet. */
  readonly factor: FactorState | null
  /** Null where the session is too old to change anything. */
  readonly setUp: AppSetUp | null
  readonly required: boolean
  /** Whether nothing else is open until one is set up. */
  readonly awaited: boolean
  readonly problems: readonly Problem[]
}

const Introduction = ({ required, awaited }: Pick<SecondFactorPageProps, 'required' | 'awaited'>): VNode => (
  <>
    {awaited ? (
      <Notice title="ログインを続けるには、二段階認証の設定が必要です">
        <p>設定は初回だけで、5分ほどで終わります。スマートフォンかパソコンの認証アプリを使います。</p>
      </Notice>
    ) : null}
    <p>
      メールの確認コードに加えて、認証アプリの6桁の数字でも本人を確かめます。メールを他人に読まれても、ログインされません。
      {required ? null : '使うかどうかは自由です。設定すると、次のログインから数字の入力が必要になります。'}
    </p>
  </>
)

const SetUpForm = ({
  returnTo,
  factor,
  setUp,
  problems
}: Pick<SecondFactorPageProps, 'returnTo' | 'factor' | 'problems'> & { readonly setUp: AppSetUp }): VNode => (
  <PostForm action={paths.secondFactor} novalidate>
    <input type="hidden" name="return" value={returnTo} />
    <ol>
      <li>
        認証アプリ（Google Authenticator、Microsoft
        Authenticatorなど）を用意します。職場で決められたアプリがあれば、それを使います。
      </li>
      <li>
        <p>アプリの「追加」から、次のQRコードを読み取ります。読み取れないときは、下の文字をアプリに入力します。</p>
        <QrCode title="認証アプリで読み取るQRコード" {...setUp.picture} />
        <p>
          文字で入力する場合：<code class="secret-text">{setUp.secret}</code>
        </p>
      </li>
      <li>アプリに表示された6桁の数字を、次の欄に入力します。</li>
    </ol>
    <TextField
      name="code"
      label="認証アプリの数字"
      hint="新しく登録したアプリに表示された6桁の数字"
      autocomplete="one-time-code"
      inputmode="numeric"
      width="code"
      error={errorFor(problems, 'code')}
    />
    {factor === null ? null : (
      <TextField
        name="current"
        label="いまの認証コード"
        hint="これまで使っていたアプリの6桁の数字か、12桁の回復コード"
        autocomplete="off"
        inputmode="numeric"
        width="short"
        error={errorFor(problems, 'current')}
      />
    )}
    <ButtonRow>
      <Button>{factor === null ? '二段階認証を設定する' : '新しい端末に切り替える'}</Button>
    </ButtonRow>
  </PostForm>
)

const SignInAgain = (): VNode => (
  <>
    <Notice tone="warning" title="変更するには、もう一度ログインしてください">
      <p>
        安全のため、ログインしてから15分以内だけ変更できます。ログアウトして、メールの確認コードでログインし直します。
      </p>
    </Notice>
    <PostForm action={paths.signOut}>
      <ButtonRow>
        <Button>ログアウトする</Button>
      </ButtonRow>
    </PostForm>
  </>
)

const Present = ({ factor }: { readonly factor: FactorState }): VNode => (
  <DefinitionList
    entries={[
      { term: '状態', description: '設定しています' },
      { term: '設定した日時', description: formatDateTime(factor.since) },
      { term: '残りの回復コード', description: `${factor.recoveryCodesLeft}個` }
    ]}
  />
)

const Removal = ({ problems }: Pick<SecondFactorPageProps, 'problems'>): VNode => (
  <Section title="二段階認証をやめる">
    <PostForm action={paths.secondFactorRemoval} novalidate>
      <TextField
        name="code"
        id="removal-code"
        label="認証コード"
        hint="認証アプリの6桁の数字か、12桁の回復コード"
        autocomplete="off"
        inputmode="numeric"
        width="short"
        error={errorFor(problems, 'removal-code')}
      />
      <ButtonRow>
        <Button variant="danger">二段階認証をやめる</Button>
      </ButtonRow>
    </PostForm>
  </Section>
)

/** Where people set up an authenticator app, change to another device, and – where they may – give it up. */
export const SecondFactorPage = (props: SecondFactorPageProps): VNode => {
  const { frame, factor, setUp, required, awaited, problems } = props
  const form = setUp === null ? <SignInAgain /> : <SetUpForm {...props} setUp={setUp} />
  return (
    <Layout page={frame}>
      <ErrorSummary errors={summaryOf(problems)} />
      <Introduction required={required} awaited={awaited} />
      {factor === null ? (
        form
      ) : (
        <>
          <Present factor={factor} />
          <Section title="端末を変える">
            <p>新しい端末を登録すると、これまでの端末の数字は使えなくなり、回復コードも新しくなります。</p>
            {form}
          </Section>
          {required || setUp === null ? null : <Removal problems={problems} />}
        </>
      )}
    </Layout>
  )
}
