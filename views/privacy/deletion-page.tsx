import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import type { Deletion } from '../../src/privacy/deletion.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { Checkbox } from '../components/checkbox.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Notice } from '../components/notice.tsx'
import { PostForm } from '../components/post-form.tsx'
import { Section } from '../components/section.tsx'
import { Layout, type PageFrame } from '../layout.tsx'

type Refusal = Extract<Deletion, { readonly ok: false }>['reason']

const refusals: Readonly<Record<Refusal, string>> = {
  'under-way': '提出した申請の手続きが続いています。申請を取り下げるか、決定を受けた後に、消去できます。',
  certified:
    '認定が続いています。認定の確認や更新のために必要なため、認定期間が終わるか、認定を辞退した後に、消去できます。'
}

const Explained = ({
  companyName,
  isOnRecord,
  caseFiscalYears
}: {
  readonly companyName: string | null
  readonly isOnRecord: boolean
  readonly caseFiscalYears: number
}): VNode => (
  <>
    <Section title="消去するもの">
      <ul>
        {companyName === null ? null : (
          <>
            <li>{companyName}のすべての担当者のアカウント（氏名、メールアドレス、ログインの記録）</li>
            <li>代表者と担当者の氏名と連絡先、事業内容などの会社の情報、招待</li>
            <li>提出していない申請と、その添付ファイル</li>
            <li>紹介ページの文章、写真、ロゴ、設定</li>
          </>
        )}
        {companyName === null ? <li>あなたのアカウント（氏名、メールアドレス、ログインの記録）</li> : null}
      </ul>
      <p>消去すると、元に戻せません。もう一度利用するときは、新しく登録していただきます。</p>
    </Section>
    <Section title="残るもの">
      {isOnRecord ? (
        <ul>
          <li>
            提出した申請の内容と審査の記録：市の文書として、案件が終わった年度の末から{caseFiscalYears}
            年間保存し、その後に消去します。
          </li>
          <li>決定の記録（名称、認定番号、認定期間）：認定した事実として残します。</li>
          <li>市からの通知文、推進委員会の資料：市の文書の規程により保存します。</li>
        </ul>
      ) : (
        <p>いつ何が行われたかという記録だけが残ります。氏名は「削除された利用者」となります。</p>
      )}
    </Section>
  </>
)

/** What a deletion takes and what it leaves, or why it is not possible now. */
export const DeletionPage = ({
  frame,
  companyName,
  deletion,
  caseFiscalYears,
  isRefused
}: {
  readonly frame: PageFrame
  /** Null for a person without a company. */
  readonly companyName: string | null
  readonly deletion: Deletion
  readonly caseFiscalYears: number
  /** Whether it was just asked for. */
  readonly isRefused: boolean
}): VNode => (
  <Layout page={frame}>
    {!deletion.ok && isRefused ? (
      <ErrorSummary title="消去していません" errors={[{ message: refusals[deletion.reason] }]} />
    ) : null}
    {!deletion.ok && !isRefused ? (
      <Notice tone="warning" title="いまは消去できません">
        <p>{refusals[deletion.reason]}</p>
      </Notice>
    ) : null}
    <Explained
      companyName={companyName}
      isOnRecord={!deletion.ok || deletion.isOnRecord}
      caseFiscalYears={caseFiscalYears}
    />
    {companyName === null ? null : (
      <p>
        手元に残しておきたいときは、先に<a href={paths.dataExport}>データを書き出し</a>てください。
      </p>
    )}
    <ButtonRow>
      {deletion.ok ? <ButtonLink href={paths.companyDeletionConfirmation}>消去の確認へ進む</ButtonLink> : null}
      <ButtonLink variant="secondary" href={paths.account}>
        消去せずに戻る
      </ButtonLink>
    </ButtonRow>
  </Layout>
)

/** Asks once more, naming whose accounts go. */
export const DeletionConfirmationPage = ({
  frame,
  companyName,
  people,
  problem
}: {
  readonly frame: PageFrame
  readonly companyName: string | null
  /** Addresses of the accounts. */
  readonly people: readonly string[]
  readonly problem?: string | undefined
}): VNode => (
  <Layout page={frame}>
    {problem === undefined ? null : <ErrorSummary errors={[{ fieldId: 'confirmed', message: problem }]} />}
    <p>{companyName === null ? '次のアカウントを' : `${companyName}のデータと、次のアカウントを`}消去します。</p>
    <ul>
      {people.map((email) => (
        <li key={email}>{email}</li>
      ))}
    </ul>
    <PostForm action={paths.companyDeletionConfirmation} novalidate>
      <Checkbox
        name="confirmed"
        label="元に戻せないことを確かめました。すべて消去します"
        required
        checked={false}
        error={problem}
      />
      <ButtonRow>
        <Button variant="danger">すべて消去する</Button>
        <ButtonLink variant="secondary" href={paths.account}>
          消去せずに戻る
        </ButtonLink>
      </ButtonRow>
    </PostForm>
  </Layout>
)
