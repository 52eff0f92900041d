import type { ComponentChildren, VNode } from 'preact'

/** What stays in sight at the bottom of a long page: the verdict as it stands, and the one action it leads to. */
export const StickyBar = ({
  title,
  facts,
  action
}: {
  readonly title: string
  readonly facts: readonly { readonly key: string; readonly content: ComponentChildren }[]
  readonly action?: ComponentChildren
}): VNode => (
  <section class="sticky-bar" aria-label={title}>
    <div class="sticky-bar__facts">
      <strong>{title}</strong>
      {facts.map(({ key, content }) => (
        <span key={key}>{content}</span>
      ))}
    </div>
    {action ? <div class="sticky-bar__action">{action}</div> : null}
  </section>
)
