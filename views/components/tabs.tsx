import type { VNode } from 'preact'

/** Views of the same list as links with their counts: each has its own address, so they are links and not ARIA tabs. */
export const Tabs = ({
  label,
  tabs
}: {
  readonly label: string
  readonly tabs: readonly {
    readonly href: string
    readonly label: string
    readonly count?: number | undefined
    readonly current?: boolean | undefined
  }[]
}): VNode => (
  <nav class="tabs" aria-label={label}>
    <ul class="tabs__list">
      {tabs.map((tab) => (
        <li key={tab.href}>
          <a class="tabs__link" href={tab.href} aria-current={tab.current ? 'page' : undefined}>
            {tab.label}
            {tab.count === undefined ? null : <span class="tabs__count"> {tab.count}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
