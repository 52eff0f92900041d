import type { VNode } from 'preact'
import { Choice, type ChoiceOption, choiceId } from './choice.tsx'
import type { FieldProps } from './field.tsx'
import { FieldSet } from './field-set.tsx'

/** Any number of answers; all checkboxes send the same name. */
export const CheckboxGroup = ({
  name,
  options,
  values = [],
  ...field
}: FieldProps & {
  readonly options: readonly ChoiceOption[]
  readonly values?: readonly string[] | undefined
}): VNode => {
  const id = field.id ?? name
  return (
    <FieldSet {...field} id={id}>
      <div class="choices choices--list">
        {options.map((option, index) => (
          <Choice
            key={option.value}
            type="checkbox"
            id={choiceId(id, index)}
            name={name}
            option={option}
            checked={values.includes(option.value)}
            invalid={Boolean(field.error)}
          />
        ))}
      </div>
    </FieldSet>
  )
}
