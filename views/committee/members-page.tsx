import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import { PersonFields } from '../accounts/person-fields.tsx'
import { Button, ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { DataTable } from '../components/data-table.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { PostForm } from '../components/post-form.tsx'
import { Section } from '../components/section.tsx'
import { VisuallyHidden } from '../components/visually-hidden.tsx'
import { type Problem, summaryOf, type Values } from '../form-state.ts'
import { formatDateTime } from '../format.ts'
import { Layout, type PageFrame } from '../layout.tsx'

type Person = { readonly id: string; readonly name: string; readonly email: string; readonly since: Date }

const Current = ({ members }: { readonly members: readonly Person[] }): VNode =>
  members.length === 0 ? (
    <EmptyState title="委員がまだいません">
      <p>委員を加えると、会議の資料を読んで意見を入力できるようになります。</p>
    </EmptyState>
  ) : (
    <DataTable
      caption={`いまの委員（${members.length}人）`}
      columns={[
        { key: 'name', label: '名前', rowHeader: true },
        { key: 'email', label: 'メールアドレス' },
        { key: 'since', label: '加わった日時' },
        { key: 'action', label: '操作' }
      ]}
      rows={members.map(({ id, name, email, since }) => ({
        key: id,
        cells: {
          name,
          email,
          since: formatDateTime(since),
          action: (
            <ButtonLink variant="secondary" small href={paths.committeeMemberRemoval(id)}>
              <VisuallyHidden>{name}さんの</VisuallyHidden>任期を終える
            </ButtonLink>
          )
        }
      }))}
    />
  )

const Former = ({ former }: { readonly former: readonly (Person & { readonly until: Date })[] }): VNode | null =>
  former.length === 0 ? null : (
    <Disclosure summary={`任期を終えた委員（${former.length}人）`}>
      <DataTable
        caption="任期を終えた委員"
        captionHidden
        columns={[
          { key: 'name', label: '名前', rowHeader: true },
          { key: 'since', label: '加わった日時' },
          { key: 'until', label: '終えた日時' }
        ]}
        rows={former.map(({ id, name, since, until }) => ({
          key: `${id} ${until.toISOString()}`,
          cells: { name, since: formatDateTime(since), until: formatDateTime(until) }
        }))}
      />
    </Disclosure>
  )

/** Who belongs to the committee, and the way to add a member. */
export const MembersPage = ({
  frame,
  members,
  former,
  problems,
  values
}: {
  readonly frame: PageFrame
  readonly members: readonly Person[]
  readonly former: readonly (Person & { readonly until: Date })[]
  readonly problems: readonly Problem[]
  readonly values: Values
}): VNode => (
  <Layout page={frame}>
    <ErrorSummary errors={summaryOf(problems)} />
    <Current members={members} />
    <Former former={former} />
    <Section title="委員を加える">
      <PostForm action={paths.committeeMembers} novalidate>
        <PersonFields values={values} problems={problems} />
        <ButtonRow>
          <Button>委員を加える</Button>
        </ButtonRow>
      </PostForm>
    </Section>
  </Layout>
)
