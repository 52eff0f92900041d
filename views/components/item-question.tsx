import type { ComponentChildren, VNode } from 'preact'
import type { ChoiceOption } from './choice.tsx'
import { RadioGroup } from './radio-group.tsx'

/** An item of the checklist as a question: its code and official wording, the mark, then its evidence blocks. */
export const ItemQuestion = ({
  code,
  text,
  name,
  id,
  hint,
  error,
  options,
  value,
  children
}: {
  readonly code: string
  readonly text: ComponentChildren
  readonly name: string
  readonly id: string
  readonly hint?: ComponentChildren
  readonly error?: string | undefined
  readonly options: readonly ChoiceOption[]
  readonly value?: string | undefined
  readonly children?: ComponentChildren
}): VNode => (
  <section class="item" id={`item-${code}`} aria-label={code}>
    <RadioGroup
      name={name}
      id={id}
      variant="pill"
      label={
        <h2 class="item__title">
          <span class="item__code">{code}</span> {text}
        </h2>
      }
      hint={hint}
      error={error}
      options={options}
      value={value}
    />
    {children}
  </section>
)
