import type { VNode } from 'preact'
import type { DeclarationAnswers } from '../../src/applications/application.ts'
import type { Declaration, FieldProblem } from '../../src/checklist/index.ts'
import { paths } from '../../src/paths.ts'
import { Button } from '../components/button.tsx'
import { Checkbox } from '../components/checkbox.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { TextField } from '../components/text-field.tsx'
import { Layout, type PageFrame } from '../layout.tsx'
import { type Conflict, ConflictNotice } from './conflict-notice.tsx'
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

type Entry = { readonly declaration: Declaration; readonly props: DeclarationsPageProps }

const errorOf = ({ problems }: DeclarationsPageProps, field: string): string | undefined =>
  problems.find((problem) => problem.field === field)?.message

/** The box for the detail is in sight while the declaration is ticked, and while something is wrong in it. */
const Entry = ({ declaration, props }: Entry): VNode => {
  const { id, text, detailLabel, required } = declaration
  const answer = props.answers[id]
  const error = errorOf(props, `${id}.detail`)
  return (
    <div class="declaration" data-shown={error === undefined ? undefined : 'true'}>
      <Checkbox
        name={id}
        label={text}
        checked={answer?.declared ?? false}
        required={required ? true : undefined}
        hint={required ? '提出するには、この宣言が必要です。' : undefined}
      />
      {detailLabel === null ? null : (
        <div class="declaration__detail">
          <TextField
            name={`${id}.detail`}
            label={detailLabel}
            value={answer?.detail ?? ''}
            width="medium"
            error={error}
            autocomplete="off"
          />
        </div>
      )}
    </div>
  )
}

/** The declarations at the head of the checklist. */
export const DeclarationsPage = (props: DeclarationsPageProps): VNode => {
  const { frame, applicationId, declarations, problems, conflict, version, savedText } = props
  const required = declarations.filter((declaration) => declaration.required)
  const others = declarations.filter((declaration) => !declaration.required)
  return (
    <Layout page={frame}>
      <ErrorSummary
        title="まだ保存していません。次のところを直してください"
        errors={problems.map(({ field, message }) => ({ fieldId: field, message }))}
      />
      {conflict === null ? null : <ConflictNotice {...conflict} />}
      <form
        method="post"
        action={paths.declarations(applicationId)}
        autocomplete="off"
        novalidate
        data-autosave
        data-sign-in-url={paths.signIn}
      >
        <input type="hidden" name="version" value={String(version)} />
        {required.map((declaration) => (
          <Entry key={declaration.id} declaration={declaration} props={props} />
        ))}
        <fieldset class="field-set">
          <legend class="field__label">ほかの認定や登録</legend>
          <div class="hint">受けているものがあれば選んでください。合否には関係しません。</div>
          {others.map((declaration) => (
            <Entry key={declaration.id} declaration={declaration} props={props} />
          ))}
        </fieldset>
        <SaveBar savedText={savedText}>
          <Button name="destination" value="next">
            保存してチェックシートへ進む
          </Button>
          <Button name="destination" value="list" variant="secondary">
            保存して一覧に戻る
          </Button>
        </SaveBar>
      </form>
    </Layout>
  )
}
