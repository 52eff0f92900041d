import type { VNode } from 'preact'
import { givenRoles, isGivenRole, type Official, roleNames } from '../../src/administration/official.ts'
import { paths } from '../../src/paths.ts'
import { PersonFields } from '../accounts/person-fields.tsx'
import { Button, ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { DataTable } from '../components/data-table.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { PostForm } from '../components/post-form.tsx'
import { Section } from '../components/section.tsx'
import { SelectField } from '../components/select-field.tsx'
import { VisuallyHidden } from '../components/visually-hidden.tsx'
import { errorFor, type Problem, summaryOf, typedIn, type Values } from '../form-state.ts'
import { formatDateTime } from '../format.ts'
import { Layout, type PageFrame } from '../layout.tsx'

const Actions = ({ id, name, email, role, hasFactor }: Official): VNode => {
  const about = <VisuallyHidden>{name || email}さんの</VisuallyHidden>
  return isGivenRole(role) || hasFactor ? (
    <ButtonRow>
      {isGivenRole(role) ? (
        <ButtonLink variant="secondary" small href={paths.officialRemoval(id)}>
          {about}役割を外す
        </ButtonLink>
      ) : null}
      {hasFactor ? (
        <ButtonLink variant="secondary" small href={paths.factorReset(id)}>
          {about}認証をリセットする
        </ButtonLink>
      ) : null}
    </ButtonRow>
  ) : (
    <>―</>
  )
}

/** Who holds a role of the city's, and the way to give one. Committee members are added by the secretariat. */
export const OfficialsPage = ({
  frame,
  officials,
  ownId,
  problems,
  values
}: {
  readonly frame: PageFrame
  readonly officials: readonly Official[]
  readonly ownId: string
  readonly problems: readonly Problem[]
  readonly values: Values
}): VNode => {
  return (
    <Layout page={frame}>
      <ErrorSummary errors={summaryOf(problems)} />
      <DataTable
        caption={`職員と委員（${officials.length}人）`}
        columns={[
          { key: 'name', label: '名前', rowHeader: true },
          { key: 'email', label: 'メールアドレス' },
          { key: 'role', label: '役割' },
          { key: 'since', label: '登録した日時' },
          { key: 'factor', label: '二段階認証' },
          { key: 'action', label: '操作' }
        ]}
        rows={officials.map((official) => ({
          key: official.id,
          cells: {
            name: `${official.name || '（名前なし）'}${official.id === ownId ? '（あなた）' : ''}`,
            email: official.email,
            role: roleNames[official.role],
            since: formatDateTime(official.since),
            factor: official.hasFactor ? '設定済み' : '未設定',
            action: official.id === ownId ? '―' : <Actions {...official} />
          }
        }))}
      />
      <p>委員は、事務局が「委員」の画面で加えます。</p>
      <Section title="職員を登録する">
        <PostForm action={paths.officials} novalidate>
          <PersonFields values={values} problems={problems} />
          <SelectField
            name="role"
            label="役割"
            required
            options={givenRoles.map((role) => ({ value: role, label: roleNames[role] }))}
            value={typedIn(values, 'role')}
            error={errorFor(problems, 'role')}
          />
          <ButtonRow>
            <Button>職員を登録する</Button>
          </ButtonRow>
        </PostForm>
      </Section>
    </Layout>
  )
}
