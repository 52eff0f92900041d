import type { ComponentChildren, VNode } from 'preact'

/** Content with something beside it; below it where the window is narrow. */
export const TwoColumn = ({
  children,
  side
}: {
  readonly children: ComponentChildren
  readonly side: ComponentChildren
}): VNode => (
  <div class="columns columns--two">
    <div class="columns__main">{children}</div>
    <div class="columns__side">{side}</div>
  </div>
)

/**
 * Where I am, the questions, what it means for me. On a phone the steps come first, then the forecast as one line that
 * stays in sight, then the questions: hence the side before the content in the document.
 */
export const ThreeColumn = ({
  lead,
  side,
  children
}: {
  readonly lead: ComponentChildren
  readonly side: ComponentChildren
  readonly children: ComponentChildren
}): VNode => (
  <div class="columns columns--three">
    <div class="columns__lead">{lead}</div>
    <div class="columns__side">{side}</div>
    <div class="columns__main">{children}</div>
  </div>
)
