import type { ComponentChildren, VNode } from 'preact'

/** One thing of several alike, such as a company in the directory. With a link, the title is the link. */
export const Card = ({
  title,
  href,
  level = 2,
  children
}: {
  readonly title: ComponentChildren
  readonly href?: string | undefined
  readonly level?: 2 | 3 | undefined
  readonly children?: ComponentChildren
}): VNode => {
  const heading = href ? <a href={href}>{title}</a> : title
  return (
    <article class="card">
      {level === 2 ? <h2 class="card__title">{heading}</h2> : <h3 class="card__title">{heading}</h3>}
      {children}
    </article>
  )
}

/** Cards side by side where there is room. */
export const CardList = ({ children }: { readonly children: ComponentChildren }): VNode => (
  <div class="card-list">{children}</div>
)
