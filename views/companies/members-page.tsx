import type { VNode } from 'preact'
import { Button, ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { PostForm } from '../components/post-form.tsx'
import { Section } from '../components/section.tsx'
import { TextField } from '../components/text-field.tsx'
import { VisuallyHidden } from '../components/visually-hidden.tsx'
import { Layout, type PageFrame } from '../layout.tsx'

type Person = {
  readonly id: string
  readonly email: string
  /** Null where there is none besides the address. */
  readonly name: string | null
  readonly since: string
  readonly isViewer: boolean
  /** Null where nobody may remove this person. */
  readonly removal: string | null
}

type Invited = { readonly id: string; readonly email: string; readonly since: string; readonly removal: string }

const RowAction = ({ action, about, label }: { action: string; about: string; label: string }): VNode => (
  <PostForm action={action}>
    <Button variant="danger" small>
      <VisuallyHidden>{about}を</VisuallyHidden>
      {label}
    </Button>
  </PostForm>
)

const People = ({ people }: { readonly people: readonly Person[] }): VNode => (
  <DataTable
    caption="いまの担当者"
    columns={[
      { key: 'person', label: '担当者', rowHeader: true },
      { key: 'since', label: '加わった日' },
      { key: 'action', label: '操作' }
    ]}
    rows={people.map(({ id, email, name, since, isViewer, removal }) => ({
      key: id,
      cells: {
        person: `${name === null ? email : `${name}（${email}）`}${isViewer ? '（あなた）' : ''}`,
        since,
        action: removal === null ? '―' : <RowAction action={removal} about={email} label="担当者から外す" />
      }
    }))}
  />
)

const Invitations = ({ invitations }: { readonly invitations: readonly Invited[] }): VNode => (
  <DataTable
    caption="招待中の人"
    captionHidden
    columns={[
      { key: 'email', label: 'メールアドレス', rowHeader: true },
      { key: 'since', label: '招待した日' },
      { key: 'action', label: '操作' }
    ]}
    rows={invitations.map(({ id, email, since, removal }) => ({
      key: id,
      cells: { email, since, action: <RowAction action={removal} about={`${email}への招待`} label="取り消す" /> }
    }))}
  />
)

/** The colleagues who act for a company, those invited, and the way to invite one more. */
export const MembersPage = ({
  frame,
  action,
  email = '',
  problem = null,
  people,
  invitations
}: {
  readonly frame: PageFrame
  readonly action: string
  /** What was typed into the invitation. */
  readonly email?: string | undefined
  /** Why the last thing was refused; `field` is null where it is no entry. */
  readonly problem?: { readonly field: 'email' | null; readonly message: string } | null | undefined
  readonly people: readonly Person[]
  readonly invitations: readonly Invited[]
}): VNode => (
  <Layout page={frame}>
    <ErrorSummary
      title={problem?.field === null ? '担当者を外せませんでした' : undefined}
      errors={problem === null ? [] : [{ fieldId: problem.field ?? undefined, message: problem.message }]}
    />
    <p>担当者は、会社の情報と申請を見たり直したりできます。担当者が2人以上いると、異動や休みのときも困りません。</p>
    <People people={people} />
    {invitations.length === 0 ? null : (
      <Section title="招待中の人">
        <p>まだログインしていない人です。アドレスを間違えたときは、招待を取り消せます。</p>
        <Invitations invitations={invitations} />
      </Section>
    )}
    <Section title="同僚を招待する">
      <PostForm action={action} novalidate>
        <TextField
          name="email"
          type="email"
          label="同僚のメールアドレス"
          hint="招待のメールを送ります。このアドレスでログインすると、担当者に加わります"
          required
          width="medium"
          autocomplete="off"
          value={email}
          error={problem?.field === 'email' ? problem.message : undefined}
        />
        <ButtonRow>
          <Button>招待する</Button>
        </ButtonRow>
      </PostForm>
    </Section>
  </Layout>
)

/** Before there is a company, nobody can be invited to it. */
export const NoCompanyYetPage = ({
  frame,
  profileUrl
}: {
  readonly frame: PageFrame
  readonly profileUrl: string
}): VNode => (
  <Layout page={frame}>
    <EmptyState title="会社の情報がまだ登録されていません">
      <p>会社の情報を登録すると、同僚を担当者として招待できます。</p>
      <p>
        同僚がすでに登録しているときは、その人に、あなたのメールアドレスを招待してもらってください。ログインし直すと担当者に加わります。
      </p>
      <ButtonRow>
        <ButtonLink href={profileUrl}>会社の情報を登録する</ButtonLink>
      </ButtonRow>
    </EmptyState>
  </Layout>
)
