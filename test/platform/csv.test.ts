import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvOf } from '../../src/platform/csv.ts'

const body = (cell: string | number | null): string => csvOf(['見出し'], [[cell]]).slice('\u{FEFF}見出し\r\n'.length)

describe('a table as CSV', () => {
  it('begins with the byte order mark and ends every line with CR LF', () => {
    expect(csvOf(['名前', '数'], [['朝霞', 3]])).toBe('\u{FEFF}名前,数\r\n朝霞,3\r\n')
  })

  it.each([
    ['a comma', 'A,B', '"A,B"'],
    ['a quote', 'A"B', '"A""B"'],
    ['a line end', 'A\nB', '"A\nB"'],
    ['nothing', null, ''],
    ['a negative figure of ours', -3, '-3']
  ])('writes %s', (_what, cell, expected) => {
    expect(body(cell)).toBe(`${expected}\r\n`)
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '＋1', '－1', '＠x', '\t=1'])(
    'keeps %s from being a formula',
    (text) => {
      expect(body(text)).toBe(`'${text}\r\n`)
    }
  )

  it('never lets text begin like a formula, whatever strangers wrote', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(body(text).replace(/^"/, '')).not.toMatch(/^[=+\-@\t]/)
      })
    )
  })
})
