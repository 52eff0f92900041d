import type { ComponentChildren, VNode } from 'preact'

/** How a state feels, the same five everywhere. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'error'

/** The state of a thing in one or two words. */
export const StatusTag = ({
  tone = 'neutral',
  children
}: {
  readonly tone?: Tone | undefined
  readonly children: ComponentChildren
}): VNode => <span class={`status-tag status-tag--${tone}`}>{children}</span>
