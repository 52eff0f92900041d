import type { ComponentChildren, VNode } from 'preact'

/** Fields below each other with even space between them. */
export const Fields = ({ children }: { readonly children: ComponentChildren }): VNode => (
  <div class="fields">{children}</div>
)
