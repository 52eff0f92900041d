import type { VNode } from 'preact'
import { controlAttributes, Field, type FieldProps } from './field.tsx'

/** Files to hand in. `accept` only helps the picker; the server looks at the content. */
export const FileField = ({
  accept,
  multiple = false,
  ...field
}: FieldProps & {
  /** Endings or media types, as in the HTML attribute. */
  readonly accept?: string | undefined
  readonly multiple?: boolean | undefined
}): VNode => (
  <Field {...field}>
    <input {...controlAttributes(field)} class="input input--file" type="file" accept={accept} multiple={multiple} />
  </Field>
)
