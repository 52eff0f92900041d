import type { VNode } from 'preact'
import type { DeclarationAnswers } from '../../src/applications/application.ts'
import type { Declaration, FieldProblem } from '../../src/checklist/index.ts'
import { Checkbox } from '../components/checkbox.tsx'
import { TextField } from '../components/text-field.tsx'
import { errorFor } from '../form-state.ts'

type Props = {
  readonly declarations: readonly Declaration[]
  readonly answers: DeclarationAnswers
  readonly problems: readonly FieldProblem[]
  /** What it means to leave the declaration out that the scheme asks for. */
  readonly requiredHint: string
}

/** The box for the detail is in sight while the declaration is ticked, and while something is wrong in it. */
const Entry = ({ declaration, props }: { readonly declaration: Declaration; readonly props: Props }): VNode => {
  const { id, text, detailLabel, required } = declaration
  const answer = props.answers[id]
  const error = errorFor(props.problems, `${id}.detail`)
  return (
    <div class="declaration" data-shown={error === undefined ? undefined : 'true'}>
      <Checkbox
        name={id}
        label={text}
        checked={answer?.declared ?? false}
        required={required ? true : undefined}
        hint={required ? props.requiredHint : undefined}
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

/** The declarations at the head of the checklist as they are made. */
export const DeclarationFields = (props: Props): VNode => (
  <>
    {props.declarations
      .filter(({ required }) => required)
      .map((declaration) => (
        <Entry key={declaration.id} declaration={declaration} props={props} />
      ))}
    <fieldset class="field-set">
      <legend class="field__label">ほかの認定や登録</legend>
      <div class="hint">受けているものがあれば選んでください。合否には関係しません。</div>
      {props.declarations
        .filter(({ required }) => !required)
        .map((declaration) => (
          <Entry key={declaration.id} declaration={declaration} props={props} />
        ))}
    </fieldset>
  </>
)
