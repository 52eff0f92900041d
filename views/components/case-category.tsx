import type { ComponentChildren, VNode } from 'preact'

/** A category of a case: a band with its verdict, then its items. */
export const CaseCategory = ({
  number,
  title,
  summary,
  children
}: {
  readonly number: number
  readonly title: string
  /** 認める 2 ／ 4　合格 */
  readonly summary: ComponentChildren
  readonly children: ComponentChildren
}): VNode => (
  <section class="case-category" id={`category-${number}`}>
    <div class="case-category__band">
      <h2>
        <span class="case-category__number">{number}</span>
        {title}
      </h2>
      <p>{summary}</p>
    </div>
    {children}
  </section>
)

/** An item of a case: the answer, what the evidence says about it, the decision. */
export const CaseItem = ({
  code,
  text,
  answer,
  finding,
  decision
}: {
  readonly code: string
  readonly text: ComponentChildren
  readonly answer: ComponentChildren
  readonly finding?: ComponentChildren
  readonly decision: ComponentChildren
}): VNode => (
  <article class="case-item" id={`item-${code}`}>
    <div class="case-item__answer">
      <h3>
        <span class="item__code">{code}</span> {text}
      </h3>
      {answer}
    </div>
    <div class="case-item__finding">{finding}</div>
    <div class="case-item__decision">{decision}</div>
  </article>
)
