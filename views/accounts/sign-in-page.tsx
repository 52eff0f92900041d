import type { VNode } from 'preact'
import { Button } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { TextField } from '../components/text-field.tsx'
import { Layout, type PageFrame } from '../layout.tsx'

/** Asks for an address. The demo also offers its invented people. */
export const SignInPage = ({
  frame,
  action,
  email,
  returnTo,
  error,
  demo
}: {
  readonly frame: PageFrame
  readonly action: string
  readonly email: string
  readonly returnTo: string
  readonly error?: string | undefined
  readonly demo: { readonly action: string; readonly people: readonly DemoPerson[] } | null
}): VNode => (
  <Layout page={frame}>
    <ErrorSummary errors={error === undefined ? [] : [{ fieldId: 'email', message: error }]} />
    <p>パスワードはありません。メールアドレスに6桁の確認コードを送ります。初めての方も、同じ手順でログインできます。</p>
    <form method="post" action={action} novalidate>
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
    </form>
    {demo === null || demo.people.length === 0 ? null : <DemoPeople {...demo} returnTo={returnTo} />}
  </Layout>
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
    <form method="post" action={action}>
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
    </form>
  </section>
)
