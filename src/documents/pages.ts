/** A part of a document that no page break divides. Lengths in points. */
export type Piece = {
  readonly height: number
  /** White space above it, dropped at the top of a page. */
  readonly gap: number
  /** Stays on the page of the piece after it. */
  readonly joined: boolean
  readonly draw: (top: number) => void
  /** What is printed above it again when it begins a page: the head of a table. */
  readonly repeated?: { readonly height: number; readonly draw: (top: number) => void }
}

/** What a document is poured from: pieces, and places where a page must end. */
export type Flow = readonly (Piece | 'page-break')[]

/** Pieces with white space above the first, or with all but the last joined to the next. */
export const withGap = (pieces: readonly Piece[], gap: number): Piece[] =>
  pieces.map((piece, index) => (index === 0 ? { ...piece, gap } : piece))

export const joinedTogether = (flow: Flow): Flow =>
  flow.map((piece, index) => (piece === 'page-break' || index === flow.length - 1 ? piece : { ...piece, joined: true }))

const chainFrom = (flow: Flow, start: number): Piece[] => {
  const chain: Piece[] = []
  for (let index = start; index < flow.length; index++) {
    const piece = flow[index]
    if (piece === undefined || piece === 'page-break') break
    chain.push(piece)
    if (!piece.joined) break
  }
  return chain
}

const heightOf = (chain: readonly Piece[]): number => chain.reduce((sum, { gap, height }) => sum + gap + height, 0)

/** The place where the next piece goes. */
export type PageSpace = {
  readonly top: number
  readonly bottom: number
  /** Begins a new page. */
  readonly turn: () => void
}

/** Pours a document into pages: whole chains of joined pieces, and piece by piece where a chain is taller than a page. */
export const pour = (flow: Flow, { top, bottom, turn }: PageSpace): void => {
  let y = top
  let ended = false
  const turnPage = (): void => {
    turn()
    y = top
    ended = false
  }
  const overflows = (height: number): boolean => y > top && y + height > bottom
  const place = (piece: Piece): void => {
    if (piece.height > 0 && overflows(piece.gap + piece.height)) turnPage()
    if (y > top) y += piece.gap
    else if (piece.repeated !== undefined) {
      piece.repeated.draw(y)
      y += piece.repeated.height
    }
    piece.draw(y)
    y += piece.height
  }
  for (let next = 0; next < flow.length; ) {
    const chain = chainFrom(flow, next)
    next += Math.max(1, chain.length)
    if (chain.length === 0) ended = y > top
    else {
      const height = heightOf(chain)
      if (ended || (height <= bottom - top && chain.some((piece) => piece.height > 0) && overflows(height))) turnPage()
      for (const piece of chain) place(piece)
    }
  }
}
