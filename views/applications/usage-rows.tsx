import type { ComponentProps, VNode } from 'preact'
import { FieldSet } from '../components/field-set.tsx'
import { NumberField } from '../components/number-field.tsx'
import { SelectField } from '../components/select-field.tsx'

type Row = {
  readonly label: string
  readonly year: ComponentProps<typeof SelectField>
  readonly counts: readonly (ComponentProps<typeof NumberField> & { readonly caption: string })[]
}

/** Up to two years in which an arrangement was used, each with the people who used it. */
export const UsageRows = ({
  label,
  id,
  rows
}: {
  readonly label: string
  readonly id: string
  readonly rows: readonly Row[]
}): VNode => (
  <FieldSet id={id} label={label}>
    <div class="usage">
      {rows.map((row) => (
        <div class="usage__row" key={row.label}>
          <SelectField {...row.year} labelHidden placeholder="年を選ぶ" />
          {row.counts.map(({ caption, ...count }) => (
            <div class="usage__count" key={count.name}>
              <span aria-hidden="true">{caption}</span>
              <NumberField {...count} labelHidden />
            </div>
          ))}
        </div>
      ))}
    </div>
  </FieldSet>
)
