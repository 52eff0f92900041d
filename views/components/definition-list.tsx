import type { ComponentChildren, VNode } from 'preact'

/** Facts by name, such as a company's profile or a summary to confirm, each with an optional link to change it. */
export const DefinitionList = ({
  entries
}: {
  readonly entries: readonly {
    readonly term: string
    readonly description: ComponentChildren
    readonly action?: ComponentChildren
  }[]
}): VNode => (
  <dl class="definition-list">
    {entries.map(({ term, description, action }) => (
      <div class="definition-list__entry" key={term}>
        <dt>{term}</dt>
        <dd>{description}</dd>
        {action ? <dd class="definition-list__action">{action}</dd> : null}
      </div>
    ))}
  </dl>
)
