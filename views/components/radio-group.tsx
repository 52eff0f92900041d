import type { VNode } from 'preact'
import { Choice, type ChoiceOption, choiceId } from './choice.tsx'
import type { FieldProps } from './field.tsx'
import { FieldSet } from './field-set.tsx'

/**
 * One answer of several: a list, the big pills of a checklist item side by side, or the small pills of a decision
 * in a row of the case screen.
 */
export const RadioGroup = ({
  name,
  options,
  value,
  variant = 'list',
  ...field
}: FieldProps & {
  readonly options: readonly ChoiceOption[]
  readonly value?: string | undefined
  readonly variant?: 'list' | 'pill' | 'decision' | undefined
}): VNode => {
  const id = field.id ?? name
  return (
    <FieldSet {...field} id={id}>
      <div class={`choices choices--${variant}`}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            type="radio"
            id={choiceId(id, index)}
            name={name}
            option={option}
            checked={option.value === value}
          />
        ))}
      </div>
    </FieldSet>
  )
}
