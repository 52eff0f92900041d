import type { VNode } from 'preact'
import { controlAttributes, Field, type FieldProps } from './field.tsx'

/** The attributes of each kind apart, because preact types an input by its kind. */
const kinds = {
  text: { type: 'text' },
  email: { type: 'email' },
  tel: { type: 'tel' },
  url: { type: 'url' },
  search: { type: 'search' }
} as const

/** One line of text. The width tells how much is expected: a code, something short, or the full column. */
export const TextField = ({
  value = '',
  type = 'text',
  width = 'full',
  autocomplete,
  inputmode,
  readonly: isReadonly,
  ...field
}: FieldProps & {
  readonly value?: string | undefined
  readonly type?: keyof typeof kinds | undefined
  readonly width?: 'code' | 'short' | 'medium' | 'full' | undefined
  readonly autocomplete?: string | undefined
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | undefined
  readonly readonly?: boolean | undefined
}): VNode => (
  <Field {...field}>
    <input
      {...kinds[type]}
      {...controlAttributes(field)}
      class={`input input--${width}`}
      value={value}
      autocomplete={autocomplete}
      inputmode={inputmode}
      readonly={isReadonly}
    />
  </Field>
)
