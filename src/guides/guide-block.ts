/**
 * What a guide may be made of, once it has been read. This tree is the allow-list: what has no place in it (raw HTML,
 * pictures, scripts) cannot reach a page, whatever was typed.
 */
export type GuideInline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis' | 'deleted'; readonly children: readonly GuideInline[] }
  /** `href` has passed `safeHref`. */
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly GuideInline[] }
  | { readonly kind: 'break' }

export type GuideHeading = {
  readonly kind: 'heading'
  /** Below the h1 of the page, and never more than one deeper than the heading before. */
  readonly level: 2 | 3 | 4
  /** Unique within the guide; begins with `s-`, so that it never meets an id of the page around it. */
  readonly id: string
  readonly children: readonly GuideInline[]
}

export type GuideTable = {
  readonly kind: 'table'
  /** What the table is about: the heading before it. */
  readonly caption: string
  readonly columns: readonly { readonly label: string; readonly align: 'start' | 'end' }[]
  /** Rows of cells, as many as there are columns. */
  readonly rows: readonly (readonly (readonly GuideInline[])[])[]
}

export type GuideBlock =
  | GuideHeading
  | GuideTable
  | { readonly kind: 'paragraph'; readonly children: readonly GuideInline[] }
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      readonly start: number
      readonly items: readonly (readonly GuideBlock[])[]
    }
  | { readonly kind: 'quote'; readonly children: readonly GuideBlock[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule' }

/** The words of inline content without its marks. */
export const plainText = (children: readonly GuideInline[]): string =>
  children
    .map((child) => {
      if (child.kind === 'break') return ' '
      return 'children' in child ? plainText(child.children) : child.text
    })
    .join('')
