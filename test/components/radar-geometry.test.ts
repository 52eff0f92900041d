import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchorAt, linesOf, pointOn, polygon } from '../../views/components/radar-geometry.ts'

const centre = { x: 100, y: 100 }

it.each([
  [0, { x: 100, y: 50 }],
  [1, { x: 150, y: 100 }],
  [2, { x: 100, y: 150 }],
  [3, { x: 50, y: 100 }]
])('goes clockwise from the top: axis %i of four', (index, point) => {
  expect(pointOn(centre, 50, index, 4)).toEqual(point)
})

it('takes a ratio outside the picture as its edge', () => {
  expect(polygon(centre, 50, [2, 1, -1, 0])).toBe('100,50 150,100 100,100 100,100')
})

it.each([
  [{ x: 100, y: 50 }, 'middle'],
  [{ x: 150, y: 90 }, 'start'],
  [{ x: 50, y: 90 }, 'end']
] as const)('lets a label at %j run away from the picture', (point, anchor) => {
  expect(anchorAt(centre, point)).toBe(anchor)
})

describe('linesOf', () => {
  it('breaks between words', () => {
    expect(linesOf('長時間労働の抑制', 6)).toEqual(['長時間労働の', '抑制'])
  })

  it('keeps every character and no line longer than asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 1, max: 12 }), (label, width) => {
        const lines = linesOf(label, width)
        expect(lines.join('')).toBe(label)
        for (const line of lines) expect([...line].length).toBeLessThanOrEqual(width)
      })
    )
  })
})
