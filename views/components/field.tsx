import type { ComponentChildren, VNode } from 'preact'
import { FieldError } from './field-error.tsx'
import { Hint } from './hint.tsx'

/** What every form field takes, so that pages can hand over label, hint and error in one way. */
export type FieldProps = {
  readonly name: string
  readonly label: ComponentChildren
  /** Target of the error summary's link; the name where none is given. */
  readonly id?: string | undefined
  readonly hint?: ComponentChildren
  readonly error?: string | undefined
  /** true shows ※必須, false shows 任意, nothing shows no mark. */
  readonly required?: boolean | undefined
  /** Keeps the label for screen readers only, where a table or a row already names the field. */
  readonly labelHidden?: boolean | undefined
}

/** The id and the ARIA wiring of a control: first what the hint says, then the extras, then the error. */
export const controlAttributes = (
  { id, name, hint, error }: FieldProps,
  extraDescriptions: readonly string[] = []
): { id: string; name: string; 'aria-describedby'?: string; 'aria-invalid'?: 'true' } => {
  const controlId = id ?? name
  const described = [hint ? `${controlId}-hint` : '', ...extraDescriptions, error ? `${controlId}-error` : '']
    .filter(Boolean)
    .join(' ')
  return {
    id: controlId,
    name,
    ...(described ? { 'aria-describedby': described } : {}),
    ...(error ? { 'aria-invalid': 'true' } : {})
  }
}

/** The Digital Agency's mark behind a label: ※必須 in red or 任意 in grey. */
export const RequirementMark = ({ required }: { readonly required: boolean | undefined }): VNode | null => {
  if (required === undefined) return null
  return required ? <span class="field__mark field__mark--required">※必須</span> : <span class="field__mark">任意</span>
}

/** Label, hint, control and error of one field, in the order of the Digital Agency's form anatomy. */
export const Field = ({ children, ...props }: FieldProps & { readonly children: ComponentChildren }): VNode => {
  const id = props.id ?? props.name
  return (
    <div class="field">
      <label class={props.labelHidden ? 'visually-hidden' : 'field__label'} for={id}>
        {props.label}
        <RequirementMark required={props.required} />
      </label>
      {props.hint ? <Hint id={`${id}-hint`}>{props.hint}</Hint> : null}
      {children}
      <FieldError id={`${id}-error`} message={props.error} />
    </div>
  )
}
