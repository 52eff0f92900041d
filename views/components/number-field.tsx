import type { VNode } from 'preact'
import { controlAttributes, Field, type FieldProps } from './field.tsx'

/**
 * A figure with its unit behind it. A text input with a number keyboard: type="number" drops what it cannot read,
 * changes by the mouse wheel and refuses full-width digits, which people type here.
 */
export const NumberField = ({
  value = '',
  unit,
  integer = false,
  ...field
}: FieldProps & {
  readonly value?: string | undefined
  readonly unit?: string | undefined
  readonly integer?: boolean | undefined
}): VNode => {
  const unitId = `${field.id ?? field.name}-unit`
  return (
    <Field {...field}>
      <span class="number">
        <input
          {...controlAttributes(field, unit ? [unitId] : [])}
          class="input input--number"
          type="text"
          inputmode={integer ? 'numeric' : 'decimal'}
          autocomplete="off"
          value={value}
        />
        {unit ? (
          <span class="number__unit" id={unitId}>
            {unit}
          </span>
        ) : null}
      </span>
    </Field>
  )
}
