import type { ComponentChildren, VNode } from 'preact'

/** An event of a case: when in words, who, what, and the words that came with it. */
export type TimelineEntry = {
  readonly when: string
  /** The instant for machines, ISO 8601. */
  readonly dateTime?: string | undefined
  readonly who: string
  readonly what: ComponentChildren
  readonly detail?: ComponentChildren
}

/** The history of a case, in the order given. */
export const Timeline = ({ entries }: { readonly entries: readonly TimelineEntry[] }): VNode => (
  <ol class="timeline">
    {entries.map(({ when, dateTime, who, what, detail }) => (
      <li class="timeline__entry" key={`${dateTime ?? when} ${who}`}>
        <p class="timeline__meta">
          <time dateTime={dateTime}>{when}</time>
          <span>{who}</span>
        </p>
        <p class="timeline__what">{what}</p>
        {detail ? <div class="timeline__detail">{detail}</div> : null}
      </li>
    ))}
  </ol>
)
