import type { Sheet } from './sheet.ts'

/** A space on a page, in points from its top left corner. */
export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

export type Align = 'left' | 'centre' | 'right'

export type Heading = {
  readonly type: 'heading'
  readonly level: 1 | 2 | 3
  readonly text: string
  readonly align?: Align
  /** In points. */
  readonly size?: number
  /** How the outline names it; `false` leaves it out. Without, the outline has its text. */
  readonly outline?: string | false
}

/** Text; each line break in it begins a new line. */
export type Paragraph = {
  readonly type: 'paragraph'
  readonly text: string
  readonly align?: Align
  /** In points. */
  readonly size?: number
  readonly bold?: boolean
  /** In a softer colour, for what is said by the way. */
  readonly soft?: boolean
  /** How far the first line and the others are set in, in sizes of the text. */
  readonly indent?: number
  readonly hanging?: number
  /** How far all lines end before the right edge, in sizes. */
  readonly insetRight?: number
  /** White space above, in points. */
  readonly gap?: number
  /** Kept on the page of what follows. */
  readonly joined?: boolean
}

/** Labels with what they stand for, in two columns. */
export type Definitions = {
  readonly type: 'definitions'
  readonly entries: readonly { readonly label: string; readonly value: string }[]
  readonly size?: number
}

export type Column = {
  readonly title: string
  /** Its share of the width: columns of 1, 3 and 1 take a fifth, three fifths and a fifth. */
  readonly width: number
  readonly align?: Align
}

/** A table whose head is repeated on every page. A row stays on one page unless it is taller than one. */
export type Table = {
  readonly type: 'table'
  readonly caption?: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly string[])[]
  readonly size?: number
  /** Whether the first cell of a row is its heading. */
  readonly rowHeadings?: boolean
}

export type Bullets = {
  readonly type: 'bullets'
  readonly items: readonly string[]
  readonly size?: number
}

/** A picture of its own, as wide as the text. */
export type Drawing = {
  readonly type: 'drawing'
  /** In points. */
  readonly height: number
  /** What it shows, in words; null for decoration, which reading software skips. */
  readonly alt: string | null
  /** Draws into the box; text with `writeLine`. */
  readonly draw: (sheet: Sheet, box: Box) => void
}

/** What a document is made of, from top to bottom. */
export type Block =
  | Heading
  | Paragraph
  | Definitions
  | Table
  | Bullets
  | Drawing
  | { readonly type: 'space'; readonly height: number }
  | { readonly type: 'page-break' }
  /** Stays on one page, if it fits on one. */
  | { readonly type: 'together'; readonly blocks: readonly Block[] }
