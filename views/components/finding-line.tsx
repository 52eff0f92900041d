import type { ComponentChildren, VNode } from 'preact'

/** What the evidence says about a mark, in the case screen: a word that judges, the calculation, its source. */
export const FindingLine = ({
  tone,
  label,
  source,
  children
}: {
  readonly tone: 'success' | 'warning' | 'neutral'
  readonly label: string
  readonly source?: ComponentChildren
  readonly children?: ComponentChildren
}): VNode => (
  <div class={`finding finding--${tone}`}>
    <p>
      <strong class="finding__label">{label}</strong>
      {children}
    </p>
    {source ? <p class="finding__source">{source}</p> : null}
  </div>
)
