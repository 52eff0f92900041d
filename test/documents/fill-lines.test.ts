import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillLines } from '../../src/documents/fill-lines.ts'
import { graphemesOf, mayEndLineBetween } from '../../src/documents/line-breaks.ts'

const measured = (text: string) => graphemesOf(text).map((grapheme) => ({ text: grapheme, width: 1 }))

const filled = (text: string, width: number, { indent = 0, hanging = 0 } = {}) =>
  fillLines(measured(text), { width, indent, hanging }).map((line) => line.map((one) => one.text).join(''))

const endsWell = (line: string, next: string): boolean => mayEndLineBetween(line.at(-1) ?? '', next)

/** At how many places a line could have ended earlier. */
const breaksWithin = (line: string): number =>
  [...line].filter((character, index) => index > 0 && mayEndLineBetween(line[index - 1] ?? '', character)).length

describe('fillLines', () => {
  it.each([
    ['あいうえおかき', 5, ['あいうえお', 'かき']],
    ['あいうえお。かき', 5, ['あいうえ', 'お。かき']],
    ['あいうえ（かき）', 5, ['あいうえ', '（かき）']],
    ['あいうabcえ', 5, ['あいう', 'abcえ']],
    ['残業は1,234時間', 6, ['残業は', '1,234時', '間']],
    ['あいうえお　かき', 5, ['あいうえお　', 'かき']],
    ['ab cd ef', 5, ['ab cd ', 'ef']],
    ['abcdefgh', 5, ['abcde', 'fgh']],
    ['', 5, []]
  ])('sets %j in lines of %i', (text, width, lines) => {
    expect(filled(text, width)).toEqual(lines)
  })

  it('sets the first line in, or all the others', () => {
    expect(filled('あいうえおかき', 5, { indent: 1 })).toEqual(['あいうえ', 'おかき'])
    expect(filled('あいうえおかきく', 5, { hanging: 2 })).toEqual(['あいうえお', 'かきく'])
  })

  it('loses nothing but spaces at a line end, overflows no line, and begins none with what kinsoku forbids', () => {
    const text = fc.string({ unit: fc.constantFrom(...'あいう漢字、。」（「ーっ12aB ,.・') })
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 12 }), (given, width) => {
        const lines = filled(given, width)
        expect(lines.join('').replaceAll(' ', '')).toBe(given.replaceAll(' ', ''))
        for (const [index, line] of lines.entries()) {
          expect(line.trimEnd().length).toBeLessThanOrEqual(width)
          const next = lines[index + 1]?.[0]
          if (next !== undefined && !endsWell(line, next)) expect(breaksWithin(line)).toBe(0)
        }
      })
    )
  })
})

describe('mayEndLineBetween', () => {
  it.each(['あ。', 'あ、', 'キャ', 'バー', '「あ', 'あ」', 'ab', '12', ',3', '.5', '時々', 'あ ', '5%'])(
    'no line ends inside %j',
    (pair) => {
      const [before = '', after = ''] = graphemesOf(pair)
      expect(mayEndLineBetween(before, after)).toBe(false)
    }
  )

  it.each(['あい', '漢字', '。あ', '」あ', 'あ「', 'aあ', '日1', ' あ', '/a', ',あ'])(
    'a line may end inside %j',
    (pair) => {
      const [before = '', after = ''] = graphemesOf(pair)
      expect(mayEndLineBetween(before, after)).toBe(true)
    }
  )
})

it('divides text as the standard says, with or without characters that join', () => {
  const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' })
  const unit = fc.oneof(
    fc.constantFrom(...'あが漢aé𠮷', '\u3099', '\u200d', '👩', '👧', '🇯', '🇵', '\r', '\n'),
    fc.string({ unit: 'binary', maxLength: 3 })
  )
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 8 }), (parts) => {
      const text = parts.join('')
      expect(graphemesOf(text)).toEqual([...segmenter.segment(text)].map(({ segment }) => segment))
    })
  )
})
