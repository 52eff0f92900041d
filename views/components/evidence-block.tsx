import type { ComponentChildren, VNode } from 'preact'

/**
 * The fields that a mark calls for. Inside an `.item` the style sheet shows them only while the radio with the value
 * `when` is chosen, so it works without script; a browser that cannot do so shows them always, and what is sent with
 * another mark is ignored by the server.
 */
export const EvidenceBlock = ({
  when = 'checked',
  title,
  children
}: {
  /** `always`: seen under every mark, and before there is one. */
  readonly when?: 'checked' | 'unchecked' | 'not_applicable' | 'always' | undefined
  readonly title?: ComponentChildren
  readonly children: ComponentChildren
}): VNode => (
  <div class="evidence" data-when={when}>
    {title ? <p class="evidence__title">{title}</p> : null}
    {children}
  </div>
)
