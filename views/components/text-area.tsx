import type { VNode } from 'preact'
import { controlAttributes, Field, type FieldProps } from './field.tsx'

/** Characters as people count them: a pair of surrogates such as 𠮷 is one, a line end is one. */
const lengthOf = (text: string): number => [...text.replaceAll('\r\n', '\n')].length

const remaining = (value: string, limit: number): string => {
  const left = limit - lengthOf(value)
  return left < 0 ? `${limit}字まで（${-left}字超えています）` : `${limit}字まで（あと${left}字）`
}

/**
 * Several lines of text. A limit is told, never enforced by the browser: cutting off pasted text silently would lose it.
 * The count is of the last save; a script may keep it current through `data-limit`.
 */
export const TextArea = ({
  value = '',
  rows = 4,
  limit,
  ...field
}: FieldProps & {
  readonly value?: string | undefined
  readonly rows?: number | undefined
  /** Most characters accepted. */
  readonly limit?: number | undefined
}): VNode => {
  const countId = `${field.id ?? field.name}-count`
  return (
    <Field {...field}>
      <textarea
        {...controlAttributes(field, limit === undefined ? [] : [countId])}
        class="input input--area"
        rows={rows}
        data-limit={limit}
      >
        {/* HTML drops one line end right after the tag. */}
        {/^\r?\n/.test(value) ? `\n${value}` : value}
      </textarea>
      {limit === undefined ? null : (
        <p class="field__count" id={countId}>
          {remaining(value, limit)}
        </p>
      )}
    </Field>
  )
}
