import type { ComponentChildren, VNode } from 'preact'

/** The fields of a search in one row with their button at the end; below each other on a phone. */
export const FilterBar = ({ children }: { readonly children: ComponentChildren }): VNode => (
  <div class="filter-bar">{children}</div>
)
