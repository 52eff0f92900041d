import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  currentEdition,
  currentEditionId,
  decodeMarks,
  type Edition,
  editions,
  encodeMarks
} from '../../src/checklist/index.ts'
import { anySheet } from '../support/marked-sheets.ts'

const known: readonly Edition[] = Object.values(editions)
const sheets = known.map((edition) => ({ name: edition.id, sheet: anySheet(edition) }))
const blank = encodeMarks({ edition: currentEdition, marks: {}, complies: false })

it('is made of the edition in which applications are made', () => {
  expect(currentEdition).toBe(editions[currentEditionId])
})

describe.each(sheets)('a sheet of $name', ({ sheet }) => {
  it('comes back whole from its code', () => {
    fc.assert(
      fc.property(sheet, (given) => {
        expect(decodeMarks(encodeMarks(given), known)).toEqual({ ok: true, sheet: given })
      })
    )
  })

  it('has a code that fits a link as it is', () => {
    fc.assert(
      fc.property(sheet, (given) => {
        const code = encodeMarks(given)
        expect(encodeURIComponent(code)).toBe(code)
        expect(code.length).toBeLessThanOrEqual(26)
      })
    )
  })

  it('is not read from a code with one letter changed, left out or doubled, or two changed about', () => {
    const letters = '0123456789abcdefghjkmnpqrstvwxyz'
    fc.assert(
      fc.property(sheet, fc.nat(), fc.constantFrom(...letters), (given, place, letter) => {
        const code = encodeMarks(given)
        const at = place % code.length
        const [before, here, next, after] = [
          code.slice(0, at),
          code.charAt(at),
          code.charAt(at + 1),
          code.slice(at + 2)
        ]
        const damaged = [
          `${before}${letter}${next}${after}`,
          `${before}${next}${here}${after}`,
          `${before}${next}${after}`,
          `${before}${here}${here}${next}${after}`
        ].filter((one) => one !== code)
        for (const one of damaged) expect([one, decodeMarks(one, known).ok]).toEqual([one, false])
      })
    )
  })
})

describe('a code', () => {
  it('is short', () => {
    expect(blank).toMatch(/^1-2023-0000000000[0-9a-z]{2}$/)
  })

  it.each([
    ['capital letters', blank.toUpperCase()],
    ['full width', [...blank].map((one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0)).join('')],
    ['letters for figures', blank.replaceAll('0', 'o').replaceAll('1', 'l')],
    ['other hyphens', blank.replaceAll('-', '‑')],
    ['white space around and within', ` ${blank.slice(0, 9)}\r\n${blank.slice(9)} `]
  ])('is read in spite of %s', (_what, code) => {
    expect(decodeMarks(code, known)).toMatchObject({ ok: true, sheet: { marks: {} } })
  })

  it('of an edition that is not known here says so', () => {
    const later = { ...currentEdition, introducedInFiscalYear: 2029 }
    const code = encodeMarks({ edition: later, marks: { '1-1': 'checked' }, complies: true })
    expect(decodeMarks(code, known)).toEqual({ ok: false, reason: 'unknown-edition' })
  })

  it('with 「-」 where it does not exist, or letters that no sheet has, is damaged though its check letters fit', () => {
    const others = {
      ...currentEdition,
      categories: currentEdition.categories.map((category) => ({
        ...category,
        items: category.items.map((item) => ({ ...item, allowsNotApplicable: true }))
      }))
    }
    const wrong = encodeMarks({ edition: others, marks: { '1-1': 'not_applicable' }, complies: false })
    const longer = encodeMarks({
      edition: { ...currentEdition, categories: [...currentEdition.categories, ...currentEdition.categories] },
      marks: {},
      complies: false
    })
    const shorter = encodeMarks({
      edition: { ...currentEdition, categories: currentEdition.categories.slice(1) },
      marks: {},
      complies: false
    })
    for (const code of [wrong, longer, shorter])
      expect(decodeMarks(code, known)).toEqual({ ok: false, reason: 'damaged' })
  })

  it('may be any text at all: it is read, or there is a reason', () => {
    const like = fc.stringMatching(/^1-20(20|23)-[0-9a-z]{8,24}$/)
    const odd = fc.constantFrom('', 'constructor', '__proto__', '1-2023-', '💥', 'x'.repeat(10_000), '1-2023-\u0000')
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), like, odd), (text) => {
        const decoded = decodeMarks(text, known)
        if (decoded.ok) expect(decodeMarks(encodeMarks(decoded.sheet), known)).toEqual(decoded)
        else expect(['damaged', 'unknown-edition']).toContain(decoded.reason)
      }),
      { numRuns: 500 }
    )
  })
})
