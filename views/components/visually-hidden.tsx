import type { ComponentChildren, VNode } from 'preact'

/** Text for screen readers that the page shows by its layout already. */
export const VisuallyHidden = ({ children }: { readonly children: ComponentChildren }): VNode => (
  <span class="visually-hidden">{children}</span>
)
