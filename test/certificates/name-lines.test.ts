import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameLines } from '../../src/certificates/name-lines.ts'
import { longestName } from '../support/certificates.ts'

const width = 409
const measure = (grapheme: string) => (/^[ -~]/.test(grapheme) ? 0.58 : 1.08)
const space = { width, honorific: 1.1, measure }
const linesOf = (name: string) => nameLines(name, space).lines

const widthOf = (line: string) => [...line].reduce((sum, character) => sum + measure(character), 0)

describe('nameLines', () => {
  it('keeps a short name large and in one line', () => {
    expect(nameLines('株式会社あさか製作所', space)).toEqual({ lines: ['株式会社あさか製作所'], size: 27 })
  })

  it.each([
    ['医療法人社団あさか会 朝霞台中央総合クリニック', ['医療法人社団あさか会', '朝霞台中央総合クリニック']],
    ['社会保険労務士法人あさかパートナーズ総合事務所', ['社会保険労務士法人', 'あさかパートナーズ総合事務所']],
    ['朝霞インターナショナルロジスティクス株式会社', ['朝霞インターナショナルロジスティクス', '株式会社']],
    [
      'Asaka Precision Manufacturing and Engineering Solutions',
      ['Asaka Precision Manufacturing', 'and Engineering Solutions']
    ]
  ])('breaks %s where a reader would', (name, lines) => {
    expect(linesOf(name)).toEqual(lines)
  })

  it('sets 60 characters in three lines large enough to be proud of', () => {
    expect([...longestName]).toHaveLength(60)
    const { lines, size } = nameLines(longestName, space)
    expect(lines).toHaveLength(3)
    expect(size).toBeGreaterThan(15)
  })

  it('shrinks a single long word rather than dividing it', () => {
    const name = 'A'.repeat(60)
    expect(linesOf(name)).toEqual([name])
  })

  it('never begins a line with a small kana, a long vowel or a closing bracket', () => {
    for (const line of linesOf('ファッションショップ（ウェディングドレス）コーポレーションチェーンストアー').slice(1)) {
      expect(line).not.toMatch(/^[ァィゥェォッャュョー）]/)
    }
  })

  it('never overflows, loses nothing but spaces and leaves no lone character, whatever the name', () => {
    const characters = fc.constantFrom(...('株式会社朝霞のをあさかッーアイ・（）ABc1 髙﨑𠮷'.match(/./gu) ?? []))
    const names = fc.string({ unit: characters, minLength: 1, maxLength: 60 }).map((name) => name.trim())
    fc.assert(
      fc.property(
        names.filter((name) => name !== ''),
        (name) => {
          const { lines, size } = nameLines(name, space)
          expect(lines.join('').replaceAll(' ', '')).toBe(name.replaceAll(' ', ''))
          for (const line of lines) expect(widthOf(line) * size).toBeLessThanOrEqual(width + 0.01)
          if (lines.length > 1) for (const line of lines) expect([...line].length).toBeGreaterThan(1)
        }
      ),
      { numRuns: 300 }
    )
  })
})
