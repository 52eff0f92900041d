import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import { Button } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { DataTable } from '../components/data-table.tsx'
import { PostForm } from '../components/post-form.tsx'
import { Section } from '../components/section.tsx'
import { VisuallyHidden } from '../components/visually-hidden.tsx'
import { formatDateTime } from '../format.ts'
import { Layout, type PageFrame } from '../layout.tsx'

/** Somewhere the person is signed in. */
export type SessionLine = {
  readonly id: string
  /** The kind of browser, in plain words. */
  readonly browser: string
  readonly since: Date
  readonly lastSeen: Date
  readonly isThis: boolean
}

const EndSession = ({ id, browser, since }: SessionLine): VNode => (
  <PostForm action={paths.sessionRemoval(id)}>
    <Button variant="danger" small>
      <VisuallyHidden>
        {browser}、{formatDateTime(since)}からを
      </VisuallyHidden>
      ログアウトさせる
    </Button>
  </PostForm>
)

/** Where a person is signed in, the way to end what is not theirs, and the way to the second factor. */
export const SessionsPage = ({
  frame,
  email,
  sessions,
  limits,
  factor
}: {
  readonly frame: PageFrame
  readonly email: string
  readonly sessions: readonly SessionLine[]
  /** How long a session lasts and how many there may be, in sentences. */
  readonly limits: string
  /** Whether a second factor is set up. */
  readonly factor: boolean
}): VNode => (
  <Layout page={frame}>
    <p>
      <strong>{email}</strong> でログインしているブラウザーの一覧です。{limits}
    </p>
    <DataTable
      caption="ログイン中のブラウザー"
      columns={[
        { key: 'browser', label: 'ブラウザー', rowHeader: true },
        { key: 'since', label: 'ログインした日時' },
        { key: 'lastSeen', label: '最後に使った日時' },
        { key: 'action', label: '操作' }
      ]}
      rows={sessions.map((session) => ({
        key: session.id,
        cells: {
          browser: session.isThis ? `${session.browser}（このブラウザー）` : session.browser,
          since: formatDateTime(session.since),
          lastSeen: formatDateTime(session.lastSeen),
          action: session.isThis ? '―' : <EndSession {...session} />
        }
      }))}
    />
    {sessions.length < 2 ? null : (
      <PostForm action={paths.otherSessions}>
        <ButtonRow>
          <Button variant="danger">ほかのブラウザーをすべてログアウトさせる</Button>
        </ButtonRow>
      </PostForm>
    )}
    <Section title="二段階認証">
      <p>
        {factor
          ? '認証アプリによる二段階認証を設定しています。'
          : 'メールの確認コードに加えて、認証アプリでも本人を確かめられます。'}
        <a href={paths.secondFactor}>二段階認証の設定</a>
      </p>
    </Section>
    <Section title="アカウント">
      <p>
        氏名を変えるとき、保存されている情報を確かめるときは、<a href={paths.account}>アカウント</a>を開いてください。
      </p>
    </Section>
  </Layout>
)
