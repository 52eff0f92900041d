import type { VNode } from 'preact'
import { controlAttributes, Field, type FieldProps } from './field.tsx'

/** Files to hand in. `accept` only helps the picker; the server looks at the content. */
export const FileField = ({
  accept,
  multiple = false,
  form,
  ...field
}: FieldProps & {
  /** Endings or media types, as in the HTML attribute. */
  readonly accept?: string | undefined
  readonly multiple?: boolean | undefined
  /** The id of a form elsewhere on the page. */
  readonly form?: string | undefined
}): VNode => (
  <Field {...field}>
    <input
      {...controlAttributes(field)}
      class="input input--file"
      type="file"
      accept={accept}
      multiple={multiple}
      {...(form === undefined ? {} : { form })}
    />
  </Field>
)
