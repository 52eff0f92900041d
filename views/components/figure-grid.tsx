import type { ComponentChildren, ComponentProps, VNode } from 'preact'
import { FieldSet } from './field-set.tsx'
import { NumberField } from './number-field.tsx'

/** Figures of several years, one row a year; on a phone each year is its own block. The fields name the year themselves. */
export const FigureGrid = ({
  id,
  label,
  hint,
  error,
  rows
}: {
  readonly id: string
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren
  readonly error?: string | undefined
  readonly rows: readonly { readonly label: string; readonly fields: readonly ComponentProps<typeof NumberField>[] }[]
}): VNode => (
  <FieldSet id={id} label={label} hint={hint} error={error}>
    <div class="figures">
      {rows.map((row) => (
        <div class="figures__row" key={row.label}>
          <span class="figures__label" aria-hidden="true">
            {row.label}
          </span>
          {row.fields.map((field) => (
            <NumberField key={field.name} labelHidden {...field} />
          ))}
        </div>
      ))}
    </div>
  </FieldSet>
)
