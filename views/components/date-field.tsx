import type { VNode } from 'preact'
import { controlAttributes, Field, type FieldProps } from './field.tsx'

/** A calendar date, sent as YYYY-MM-DD; the browser's own picker, since it speaks the person's language and works by keyboard. */
export const DateField = ({
  value = '',
  min,
  max,
  ...field
}: FieldProps & {
  readonly value?: string | undefined
  readonly min?: string | undefined
  readonly max?: string | undefined
}): VNode => (
  <Field {...field}>
    <input {...controlAttributes(field)} class="input input--date" type="date" value={value} min={min} max={max} />
  </Field>
)
