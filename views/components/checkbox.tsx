import type { VNode } from 'preact'
import { controlAttributes, type FieldProps, RequirementMark } from './field.tsx'
import { FieldError } from './field-error.tsx'
import { Hint } from './hint.tsx'

/** A single yes, such as the declaration of legal compliance; the label is the statement itself. */
export const Checkbox = ({
  value = 'yes',
  checked,
  ...field
}: Omit<FieldProps, 'labelHidden'> & {
  readonly value?: string | undefined
  readonly checked: boolean
}): VNode => {
  const id = field.id ?? field.name
  return (
    <div class="field">
      <div class="choice">
        <label class="choice__label">
          <input {...controlAttributes(field)} class="choice__input" type="checkbox" value={value} checked={checked} />
          <span class="choice__text">
            {field.label}
            <RequirementMark required={field.required} />
          </span>
        </label>
      </div>
      {field.hint ? <Hint id={`${id}-hint`}>{field.hint}</Hint> : null}
      <FieldError id={`${id}-error`} message={field.error} />
    </div>
  )
}
