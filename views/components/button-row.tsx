import type { ComponentChildren, VNode } from 'preact'

/** Buttons side by side, the main one first; on a phone each takes the full width. */
export const ButtonRow = ({ children }: { readonly children: ComponentChildren }): VNode => (
  <div class="button-row">{children}</div>
)
