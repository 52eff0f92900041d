import type { ComponentChildren, VNode } from 'preact'

/** More for those who want it, closed at first. Nothing that everybody needs belongs in here. */
export const Disclosure = ({
  summary,
  open = false,
  children
}: {
  readonly summary: ComponentChildren
  readonly open?: boolean | undefined
  readonly children: ComponentChildren
}): VNode => (
  <details class="disclosure" open={open}>
    <summary>{summary}</summary>
    <div class="disclosure__body">{children}</div>
  </details>
)
