import type { ComponentChildren, VNode } from 'preact'

/** A quiet line that answers what counts here; a div, because a hint may hold a list. */
export const Hint = ({ id, children }: { readonly id?: string; readonly children: ComponentChildren }): VNode => (
  <div class="hint" id={id}>
    {children}
  </div>
)
