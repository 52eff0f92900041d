import type { ComponentChildren, VNode } from 'preact'

/** A list with nothing in it: why, and what to do now. */
export const EmptyState = ({
  title,
  children
}: {
  readonly title: string
  readonly children?: ComponentChildren
}): VNode => (
  <div class="empty-state">
    <p class="empty-state__title">{title}</p>
    {children}
  </div>
)
