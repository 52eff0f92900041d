import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hundredths, readNumber } from '../../src/checklist/decimal.ts'

describe('readNumber', () => {
  it.each([
    ['42.5', 42.5],
    ['４２．５', 42.5],
    [' 42.50 ', 42.5],
    ['42.500', 42.5],
    ['1,234', 1234],
    ['１，２３４．５', 1234.5],
    ['007', 7],
    ['0', 0],
    ['−3', -3],
    ['ー3', -3]
  ])('takes %j as %d', (typed, value) => {
    expect(readNumber(typed, 2)).toEqual({ kind: 'number', value })
  })

  it.each([
    '36,0',
    '1,23',
    ',5',
    '.5',
    '5.',
    '1e3',
    '0x10',
    '約40',
    '40時間',
    '4 0',
    '--1',
    'Infinity',
    'NaN',
    '1.2.3'
  ])('does not guess a number in %j', (typed) => {
    expect(readNumber(typed, 2)).toEqual({ kind: 'not_a_number' })
  })

  it.each(['', ' ', '　', '\n'])('takes %j as empty', (typed) => {
    expect(readNumber(typed, 2)).toEqual({ kind: 'empty' })
  })

  it('takes no more digits than asked for', () => {
    expect(readNumber('1.234', 2)).toEqual({ kind: 'too_precise' })
    expect(readNumber('1.5', 0)).toEqual({ kind: 'too_precise' })
    expect(readNumber('1.0', 0)).toEqual({ kind: 'number', value: 1 })
  })
})

it('finds the exact hundredths of every figure that can be typed', () => {
  fc.assert(
    fc.property(fc.nat(9999), fc.nat(99), (whole, cents) => {
      const read = readNumber(`${whole}.${String(cents).padStart(2, '0')}`, 2)
      expect(read.kind === 'number' && hundredths(read.value)).toBe(whole * 100 + cents)
    })
  )
})

it('takes hundreds of digits for no number', () => {
  expect(readNumber('9'.repeat(400), 2)).toEqual({ kind: 'not_a_number' })
  expect(readNumber(`-${'9'.repeat(400)}`, 0)).toEqual({ kind: 'not_a_number' })
})
