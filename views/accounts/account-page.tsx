import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import { Button } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { DefinitionList } from '../components/definition-list.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { PostForm } from '../components/post-form.tsx'
import { Section } from '../components/section.tsx'
import { TextField } from '../components/text-field.tsx'
import { Layout, type PageFrame } from '../layout.tsx'

/** What is kept of a person's account, and where it is corrected, taken along, deleted. */
export const AccountPage = ({
  frame,
  email,
  name,
  problem,
  role,
  companyName,
  createdAt,
  lastSignedInAt,
  isCompanys
}: {
  readonly frame: PageFrame
  readonly email: string
  readonly name: string
  readonly problem?: string | undefined
  readonly role: string
  readonly companyName: string | null
  readonly createdAt: string
  readonly lastSignedInAt: string | null
  /** Whether it is a company's person, who may take the company's data along and delete it. */
  readonly isCompanys: boolean
}): VNode => (
  <Layout page={frame}>
    {problem === undefined ? null : <ErrorSummary errors={[{ fieldId: 'name', message: problem }]} />}
    <DefinitionList
      entries={[
        { term: 'メールアドレス', description: email },
        { term: '役割', description: companyName === null ? role : `${role}（${companyName}）` },
        { term: '登録した日時', description: createdAt },
        { term: '最後にログインした日時', description: lastSignedInAt ?? '記録がありません' }
      ]}
    />
    <Section title="氏名の変更">
      <PostForm action={paths.account} novalidate>
        <TextField
          name="name"
          label="氏名"
          hint="手続きの記録と、同僚の画面に表示します。変える前に行った操作の記録には、元の氏名が残ります"
          value={name}
          autocomplete="name"
          error={problem}
        />
        <ButtonRow>
          <Button>氏名を保存する</Button>
        </ButtonRow>
      </PostForm>
    </Section>
    <Section title="メールアドレスの変更">
      <p>
        {isCompanys ? (
          <>
            <a href={paths.members}>担当者</a>
            の画面で新しいアドレスを招待し、そのアドレスでログインしてから、前のアドレスを外してください。
          </>
        ) : (
          '事務局にお知らせください。'
        )}
      </p>
    </Section>
    {isCompanys ? (
      <Section title="データの写しと消去">
        <ul>
          <li>
            <a href={paths.dataExport}>データの書き出し</a>：会社のデータをまとめて受け取れます。
          </li>
          <li>
            <a href={paths.companyDeletion}>アカウントとデータの消去</a>：利用をやめるときに消去できます。
          </li>
        </ul>
      </Section>
    ) : null}
    <p>
      何を、どれだけの間保存しているかは、<a href={paths.privacy}>個人情報の取扱い</a>に書いています。
    </p>
  </Layout>
)
