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
  level = 2,
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
  /** Of its heading: 3 where the category has one above it on the same page. */
  readonly level?: 2 | 3 | undefined
  readonly children?: ComponentChildren
}): VNode => {
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <section class="item" id={`item-${code}`} aria-label={code}>
      <RadioGroup
        name={name}
        id={id}
        variant="pill"
        label={
          <Title class="item__title">
            <span class="item__code">{code}</span> {text}
          </Title>
        }
        hint={hint}
        error={error}
        options={options}
        value={value}
      />
      {children}
    </section>
  )
}
