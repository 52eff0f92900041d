import type { VNode } from 'preact'
import type { DeclarationAnswers } from '../../src/applications/application.ts'
import type { Declaration, FieldProblem } from '../../src/checklist/index.ts'
import { paths } from '../../src/paths.ts'
import { Button } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { PostForm } from '../components/post-form.tsx'
import { summaryOf } from '../form-state.ts'
import { Layout, type PageFrame } from '../layout.tsx'
import { type Conflict, ConflictNotice } from './conflict-notice.tsx'
import { DeclarationFields } from './declaration-fields.tsx'
import { SaveBar } from './save-bar.tsx'

export type DeclarationsPageProps = {
  readonly frame: PageFrame
  readonly applicationId: string
  readonly declarations: readonly Declaration[]
  readonly answers: DeclarationAnswers
  readonly version: number
  readonly savedText: string
  readonly problems: readonly FieldProblem[]
  readonly conflict: Conflict | null
}

/** The declarations at the head of the checklist. */
export const DeclarationsPage = (props: DeclarationsPageProps): VNode => {
  const { frame, applicationId, declarations, problems, conflict, version, savedText } = props
  return (
    <Layout page={frame}>
      <ErrorSummary title="まだ保存していません。次のところを直してください" errors={summaryOf(problems)} />
      {conflict === null ? null : <ConflictNotice {...conflict} />}
      <PostForm
        action={paths.declarations(applicationId)}
        autocomplete="off"
        novalidate
        data-autosave
        data-sign-in-url={paths.signIn}
      >
        <input type="hidden" name="version" value={String(version)} />
        <DeclarationFields
          declarations={declarations}
          answers={props.answers}
          problems={problems}
          requiredHint="提出するには、この宣言が必要です。"
        />
        <SaveBar savedText={savedText}>
          <Button name="destination" value="next">
            保存してチェックシートへ進む
          </Button>
          <Button name="destination" value="list" variant="secondary">
            保存して一覧に戻る
          </Button>
        </SaveBar>
      </PostForm>
    </Layout>
  )
}
