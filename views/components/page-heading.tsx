import type { ComponentChildren, VNode } from 'preact'

/** The h1 with what belongs to it: a line of facts, a lead of one or two sentences, actions at the side. */
export const PageHeading = ({
  title,
  lead,
  facts = [],
  actions
}: {
  readonly title: ComponentChildren
  readonly lead?: ComponentChildren
  /** Short facts in one line under the title, a status tag first. */
  readonly facts?: readonly ComponentChildren[] | undefined
  readonly actions?: ComponentChildren
}): VNode => (
  <div class={`page-heading${facts.length > 0 || actions || lead ? ' page-heading--ruled' : ''}`}>
    <div class="page-heading__text">
      <h1>{title}</h1>
      {facts.length > 0 ? (
        <ul class="page-heading__facts">
          {facts.map((fact, index) => (
            <li key={index}>{fact}</li>
          ))}
        </ul>
      ) : null}
      {lead ? <p class="page-heading__lead">{lead}</p> : null}
    </div>
    {actions ? <div class="page-heading__actions">{actions}</div> : null}
  </div>
)
