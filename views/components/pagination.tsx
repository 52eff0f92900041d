import type { VNode } from 'preact'

/** The way to the neighbouring pages of a list. Pages go by key, so there are no page numbers. */
export const Pagination = ({
  previous,
  next,
  text
}: {
  readonly previous?: string | undefined
  readonly next?: string | undefined
  /** What is shown: 21〜40件（全56件） */
  readonly text?: string | undefined
}): VNode | null =>
  previous || next ? (
    <nav class="pagination" aria-label="ページ">
      {previous ? (
        <a href={previous} rel="prev">
          前のページ
        </a>
      ) : null}
      {text ? <span>{text}</span> : null}
      {next ? (
        <a href={next} rel="next">
          次のページ
        </a>
      ) : null}
    </nav>
  ) : null
