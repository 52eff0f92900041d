import type { ComponentChildren, VNode } from 'preact'

/** A part of a page under its own heading, with the page's rhythm between its children. */
export const Section = ({
  title,
  id,
  level = 2,
  children
}: {
  readonly title: ComponentChildren
  readonly id?: string | undefined
  readonly level?: 2 | 3 | undefined
  readonly children: ComponentChildren
}): VNode => (
  <section class="section" id={id}>
    {level === 2 ? <h2>{title}</h2> : <h3>{title}</h3>}
    {children}
  </section>
)
