import type { VNode } from 'preact'
import { controlAttributes, Field, type FieldProps } from './field.tsx'

/** A choice from a long list, such as the industry; up to about six choices are radios instead. */
export const SelectField = ({
  value = '',
  options,
  placeholder = '選んでください',
  ...field
}: FieldProps & {
  readonly value?: string | undefined
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** The empty choice on top. */
  readonly placeholder?: string | undefined
}): VNode => (
  <Field {...field}>
    <span class="select">
      <select {...controlAttributes(field)} class="input">
        <option value="" selected={value === ''}>
          {placeholder}
        </option>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  </Field>
)
