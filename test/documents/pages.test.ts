import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Flow, joinedTogether, type Piece, pour } from '../../src/documents/pages.ts'

type Drawn = { readonly page: number; readonly name: string; readonly top: number }

const top = 10
const bottom = 110

/** Pours pieces that note where they were drawn. */
const poured = (make: (piece: (name: string, height: number, parts?: Partial<Piece>) => Piece) => Flow) => {
  const drawn: Drawn[] = []
  let page = 1
  const note = (name: string) => (y: number) => drawn.push({ page, name, top: y })
  const piece = (name: string, height: number, parts: Partial<Piece> = {}): Piece => ({
    height,
    gap: 0,
    joined: false,
    draw: note(name),
    ...(name.startsWith('row') ? { repeated: { height: 10, draw: note('head') } } : {}),
    ...parts
  })
  const turn = () => {
    page += 1
  }
  pour(make(piece), { top, bottom, turn })
  return { drawn, pages: page, places: drawn.map(({ page: on, name, top: y }) => `${name} ${on}:${y}`) }
}

describe('pour', () => {
  it('fills a page to its last point and goes on at the top of the next', () => {
    const { places } = poured((piece) => [piece('a', 60), piece('b', 40), piece('c', 1)])
    expect(places).toEqual(['a 1:10', 'b 1:70', 'c 2:10'])
  })

  it('drops white space at the top of a page, and turns no page for it', () => {
    const { places, pages } = poured((piece) => [
      piece('a', 95, { gap: 20 }),
      piece('space', 0, { gap: 30 }),
      piece('b', 5, { gap: 20 }),
      piece('space', 0, { gap: 200 })
    ])
    expect(places).toEqual(['a 1:10', 'space 1:135', 'b 2:10', 'space 2:215'])
    expect(pages).toBe(2)
  })

  it('keeps what is joined on one page', () => {
    const { places } = poured((piece) => [piece('a', 50), piece('title', 20, { joined: true }), piece('b', 40)])
    expect(places).toEqual(['a 1:10', 'title 2:10', 'b 2:30'])
  })

  it('gives up on joining what is taller than a page', () => {
    const group = (piece: (name: string, height: number) => Piece) =>
      joinedTogether([piece('a', 60), piece('b', 60), piece('c', 60)])
    expect(poured(group).places).toEqual(['a 1:10', 'b 2:10', 'c 3:10'])
  })

  it('repeats the head of a table above the row that begins a page', () => {
    const { places } = poured((piece) => [
      piece('title', 10, { joined: true }),
      piece('row1', 60),
      piece('row2', 50),
      piece('row3', 40)
    ])
    expect(places).toEqual(['title 1:10', 'row1 1:20', 'head 2:10', 'row2 2:20', 'row3 2:70'])
  })

  it('ends a page where told, but makes no empty one', () => {
    const { places, pages } = poured((piece) => [
      'page-break',
      piece('a', 10),
      'page-break',
      'page-break',
      piece('b', 10),
      'page-break'
    ])
    expect(places).toEqual(['a 1:10', 'b 2:10'])
    expect(pages).toBe(2)
  })

  it('draws everything once, in order, and inside a page whatever fits on one', () => {
    const parts = fc.array(
      fc.record({
        height: fc.integer({ min: 1, max: 100 }),
        gap: fc.integer({ min: 0, max: 30 }),
        joined: fc.boolean()
      }),
      { maxLength: 40 }
    )
    fc.assert(
      fc.property(parts, (given) => {
        const { drawn, pages } = poured((piece) =>
          given.map(({ height, gap, joined }, index) => piece(`p${index}`, height, { gap, joined }))
        )
        expect(drawn.map(({ name }) => name)).toEqual(given.map((_, index) => `p${index}`))
        for (const [index, { top: y }] of drawn.entries())
          expect(y + (given[index]?.height ?? 0)).toBeLessThanOrEqual(bottom)
        expect(new Set(drawn.map(({ page }) => page)).size).toBe(given.length === 0 ? 0 : pages)
      })
    )
  })
})
