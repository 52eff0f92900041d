import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Notice } from '../components/notice.tsx'
import { PostForm } from '../components/post-form.tsx'
import { TextField } from '../components/text-field.tsx'
import { Layout, type PageFrame } from '../layout.tsx'

const carriesSelfCheck = (returnTo: string): boolean => returnTo.startsWith(paths.selfCheckApplication)

/** Tells who comes from the self-check that nothing is lost by signing in. */
const SelfCheckCarried = ({ returnTo }: { readonly returnTo: string }): VNode | null =>
  carriesSelfCheck(returnTo) ? (
    <Notice title="セルフチェックの答えを、申請に引き継ぎます">
      <p>ログインすると、答えを入れた申請をはじめられます。提出するまで、市には届きません。</p>
    </Notice>
  ) : null

/** Asks for an address. The demo also offers its invented people. */
export const SignInPage = ({
  frame,
  action,
  email,
  returnTo,
  error,
  providers,
  demo
}: {
  readonly frame: PageFrame
  readonly action: string
  readonly email: string
  readonly returnTo: string
  readonly error?: string | undefined
  /** Ways to sign in elsewhere, each with the words of its button. */
  readonly providers: readonly ProviderLink[]
  readonly demo: { readonly action: string; readonly people: readonly DemoPerson[] } | null
}): VNode => (
  <Layout page={frame}>
    <ErrorSummary errors={error === undefined ? [] : [{ fieldId: 'email', message: error }]} />
    <SelfCheckCarried returnTo={returnTo} />
    <p>パスワードはありません。メールアドレスに6桁の確認コードを送ります。初めての方も、同じ手順でログインできます。</p>
    <PostForm action={action} novalidate>
      <input type="hidden" name="return" value={returnTo} />
      <TextField
        name="email"
        type="email"
        label="メールアドレス"
        hint="会社でお使いのアドレスをご利用ください（例：soumu@example.jp）"
        autocomplete="email"
        width="medium"
        value={email}
        error={error}
      />
      <ButtonRow>
        <Button>確認コードを送る</Button>
      </ButtonRow>
    </PostForm>
    {providers.length === 0 ? null : <Providers providers={providers} />}
    {carriesSelfCheck(returnTo) ? null : (
      <p>
        申請できるか迷っているときは、<a href={paths.selfCheck}>10分でできるセルフチェック</a>
        で、先に見込みを確かめられます。ログインは要りません。
      </p>
    )}
    {demo === null || demo.people.length === 0 ? null : <DemoPeople {...demo} returnTo={returnTo} />}
  </Layout>
)

/** A way to sign in at an identity provider. */
export type ProviderLink = { readonly href: string; readonly label: string }

const Providers = ({ providers }: { readonly providers: readonly ProviderLink[] }): VNode => (
  <section aria-labelledby="providers">
    <h2 id="providers">ほかのアカウントでログイン</h2>
    <ButtonRow>
      {providers.map(({ href, label }) => (
        <ButtonLink key={href} href={href} variant="secondary">
          {label}
        </ButtonLink>
      ))}
    </ButtonRow>
  </section>
)

/** An invented person whom the demo lets anybody be. */
export type DemoPerson = { readonly email: string; readonly name: string; readonly about: string }

const DemoPeople = ({
  action,
  people,
  returnTo
}: {
  readonly action: string
  readonly people: readonly DemoPerson[]
  readonly returnTo: string
}): VNode => (
  <section aria-labelledby="demo-people">
    <h2 id="demo-people">デモの登場人物としてログイン</h2>
    <p>デモ環境では、確認コードなしで次の人としてログインできます。</p>
    <PostForm action={action}>
      <input type="hidden" name="return" value={returnTo} />
      <ul class="demo-people">
        {people.map(({ email, name, about }) => (
          <li key={email}>
            <Button variant="secondary" small name="email" value={email}>
              {name}
            </Button>
            <span>{about}</span>
          </li>
        ))}
      </ul>
    </PostForm>
  </section>
)
