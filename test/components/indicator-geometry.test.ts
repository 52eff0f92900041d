import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indicatorDrawing, plot } from '../../views/components/indicator-geometry.ts'

const one = (target: number | null, certified: number | null, most = 60) => {
  const years = [
    { fiscalYear: 2023, target, certified },
    { fiscalYear: 2024, target: most, certified: null }
  ]
  const [slot] = indicatorDrawing(years).slots
  if (slot === undefined) throw new Error('no slot')
  return slot
}

describe('the lines across', () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [6, [0, 1, 2, 3, 4, 5, 6]],
    [7, [0, 2, 4, 6, 8]],
    [25, [0, 5, 10, 15, 20, 25]],
    [60, [0, 10, 20, 30, 40, 50, 60]],
    [121, [0, 50, 100, 150]]
  ])('reach %i in round steps', (most, expected) => {
    const { ticks } = indicatorDrawing([{ fiscalYear: 2020, target: most, certified: null }])
    expect(ticks.map(({ value }) => value)).toEqual(expected)
    expect(ticks.at(0)?.y).toBe(plot.bottom)
    expect(ticks.at(-1)?.y).toBe(plot.top)
  })
})

describe('a figure', () => {
  it('stands above its bar', () => {
    expect(one(null, 30).bar).toMatchObject({ top: 102, label: 98 })
  })

  it('stays there beside a target far above or deep inside', () => {
    expect(one(60, 30).bar?.label).toBe(98)
    expect(one(15, 30).bar?.label).toBe(98)
  })

  it('moves to the foot of a bar that meets its target', () => {
    expect(one(30, 30).bar?.label).toBe(plot.bottom - 4)
  })

  it('moves beside the mark of the target where the bar is too low', () => {
    expect(one(5, 2).bar).toMatchObject({ beside: true, label: 176.4 })
  })

  it('is none where nothing is known', () => {
    expect(one(null, null)).toMatchObject({ bar: null, target: null })
  })
})

it('keeps all marks inside the plot, and the figures of one year apart', () => {
  const figure = fc.option(fc.integer({ min: 0, max: 5000 }), { nil: null })
  const years = fc.array(fc.record({ target: figure, certified: figure }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(years, (drawn) => {
      const { slots } = indicatorDrawing(drawn.map((year, index) => ({ fiscalYear: 2000 + index, ...year })))
      for (const { x, bar, target } of slots) {
        expect(x > plot.left && x < plot.right).toBe(true)
        for (const y of [bar?.top, target?.y]) expect(y === undefined || (y >= plot.top && y <= plot.bottom)).toBe(true)
        if (bar && target && !bar.beside) expect(Math.abs(bar.label - target.label)).toBeGreaterThanOrEqual(8)
      }
    })
  )
})

it('names every year while there is room, then every other one', () => {
  const of = (count: number) =>
    indicatorDrawing(Array.from({ length: count }, (_, index) => ({ fiscalYear: index, target: 1, certified: 1 })))
  expect([of(1), of(10), of(11), of(21)].map(({ labelEvery }) => labelEvery)).toEqual([1, 1, 2, 3])
})
