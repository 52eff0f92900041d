import type { ComponentChildren, VNode } from 'preact'

/**
 * What a decision needs besides itself, such as the reason for 認めない. Inside a `CaseItem` the style sheet shows it
 * only while one of the decisions named is chosen, without script; elsewhere and in older browsers it is always there.
 */
export const DecisionReason = ({
  when,
  children
}: {
  readonly when: readonly ('accepted' | 'not_accepted' | 'queried')[]
  readonly children: ComponentChildren
}): VNode => (
  <div class="decision-reason" data-when={when.join(' ')}>
    {children}
  </div>
)
