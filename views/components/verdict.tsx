import type { ComponentChildren, VNode } from 'preact'

/** A verdict in running text: green where it passes, quiet where it does not yet. The words carry it, the colour helps. */
export const Verdict = ({
  passed,
  children
}: {
  readonly passed: boolean
  readonly children: ComponentChildren
}): VNode => <strong class={passed ? 'passed' : 'not-yet'}>{children}</strong>
