import type { ComponentChildren, VNode } from 'preact'

/** One possible answer of a group of radios or checkboxes. */
export type ChoiceOption = {
  readonly value: string
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren
  /** Colour of the chosen pill where choices weigh differently, as 認める and 照会 do. */
  readonly tone?: 'accent' | 'success' | 'warning' | 'error' | undefined
  readonly disabled?: boolean | undefined
}

/** A radio or checkbox with its label around it, so that the whole line is the target. */
export const Choice = ({
  type,
  id,
  name,
  option,
  checked,
  invalid = false
}: {
  readonly type: 'radio' | 'checkbox'
  readonly id: string
  readonly name: string
  readonly option: ChoiceOption
  readonly checked: boolean
  readonly invalid?: boolean | undefined
}): VNode => (
  <div class="choice" data-tone={option.tone}>
    <label class="choice__label">
      <input
        class="choice__input"
        type={type}
        id={id}
        name={name}
        value={option.value}
        checked={checked}
        disabled={option.disabled}
        aria-describedby={option.hint ? `${id}-about` : undefined}
        aria-invalid={type === 'checkbox' && invalid ? 'true' : undefined}
      />
      <span class="choice__text">{option.label}</span>
    </label>
    {option.hint ? (
      <div class="choice__hint" id={`${id}-about`}>
        {option.hint}
      </div>
    ) : null}
  </div>
)

/** The first choice carries the group's own id, which the error summary links to. */
export const choiceId = (groupId: string, index: number): string => (index === 0 ? groupId : `${groupId}-${index + 1}`)
