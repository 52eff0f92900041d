import type { VNode } from 'preact'
import { Button } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Notice } from '../components/notice.tsx'
import { PostForm } from '../components/post-form.tsx'
import { summaryOf } from '../form-state.ts'
import { Layout, type PageFrame } from '../layout.tsx'
import { CompanyFields, ContactFields, PresentationFields, type ProfileFieldsProps } from './profile-fields.tsx'

/** A profile that somebody saved while this one was being typed. */
export type StoredProfile = {
  /** Who saved it and when, in words. */
  readonly savedBy: string
  readonly savedAt: string
  /** The stored text of every field that differs, by field name. */
  readonly texts: Readonly<Record<string, string>>
}

const Conflict = ({ stored }: { readonly stored: StoredProfile }): VNode => (
  <Notice tone="warning" live="alert" title="入力している間に、ほかの人が会社の情報を保存しました">
    <p>
      {stored.savedAt}に{stored.savedBy}
      さんが保存しました。入力した内容はまだ保存されていませんが、この画面に残っています。
    </p>
    <p>
      違いのある欄に、いま保存されている内容を並べました。見比べて直してから、もう一度保存してください。この画面の内容で置き換わります。
    </p>
  </Notice>
)

/** Who registers a company comes to apply: one press does both. */
const SaveButtons = ({
  isNew,
  isConflict,
  selfCheck
}: {
  readonly isNew: boolean
  readonly isConflict: boolean
  readonly selfCheck: string
}): VNode =>
  isNew ? (
    <>
      <Button name="destination" value="application">
        登録して申請をはじめる
      </Button>
      {selfCheck === '' ? <Button variant="secondary">登録だけする</Button> : null}
    </>
  ) : (
    <Button>{isConflict ? 'この画面の内容で保存する' : '保存する'}</Button>
  )

/** What a company says of itself. After a conflict, the texts of both writers are on the page. */
export const ProfilePage = ({
  frame,
  action,
  isNew,
  version,
  stored = null,
  selfCheck,
  ...fields
}: ProfileFieldsProps & {
  readonly frame: PageFrame
  readonly action: string
  /** Whether nothing has been saved yet. */
  readonly isNew: boolean
  readonly version: number
  readonly stored?: StoredProfile | null | undefined
  /** The code of the self-check whose answers the application begins with; empty where there is none. */
  readonly selfCheck: string
}): VNode => (
  <Layout page={frame}>
    <ErrorSummary errors={summaryOf(fields.problems)} />
    {stored === null ? null : <Conflict stored={stored} />}
    <p>
      {isNew
        ? '申請の前に、会社の情報を登録します。入力は一度だけで、次の申請でも使います。あとから何度でも直せます。'
        : '直した内容は、次に提出する申請から使われます。提出済みの申請の内容は変わりません。'}
    </p>
    <PostForm action={action} novalidate>
      <input type="hidden" name="version" value={version} />
      {selfCheck === '' ? null : <input type="hidden" name="self-check" value={selfCheck} />}
      <CompanyFields {...fields} stored={stored?.texts} />
      <PresentationFields {...fields} stored={stored?.texts} />
      <ContactFields {...fields} stored={stored?.texts} />
      <ButtonRow>
        <SaveButtons isNew={isNew} isConflict={stored !== null} selfCheck={selfCheck} />
      </ButtonRow>
    </PostForm>
  </Layout>
)
