import { expect, it } from 'vitest'
import { receiptCounter, receiptNumber, receiptSerial } from '../../src/applications/receipt-number.ts'

it.each([
  [2026, 12, 'R8-012'],
  [2026, 1, 'R8-001'],
  [2026, 1234, 'R8-1234'],
  [2019, 3, 'R1-003'],
  [2018, 3, 'H30-003']
])('the receipt number of fiscal year %i, serial %i is %s', (fiscalYear, serial, number) => {
  expect(receiptNumber(fiscalYear, serial)).toBe(number)
})

it('counts every fiscal year apart', () => {
  expect(receiptCounter(2026)).not.toBe(receiptCounter(2027))
})

it.each([
  [2026, 'R8-012', 12],
  [2026, 'R8-1234', 1234],
  [2026, 'R7-012', null],
  [2026, 'R8-12', null],
  [2026, 'R8-0012', null],
  [2026, '朝産発第12号', null],
  [2026, '', null]
])('in fiscal year %i, %s has the serial %s', (fiscalYear, number, serial) => {
  expect(receiptSerial(fiscalYear, number)).toBe(serial)
})
