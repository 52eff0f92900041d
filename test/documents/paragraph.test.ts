import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paragraphLines } from '../../src/documents/paragraph.ts'

const measure = (text: string) => [...text].length
const phrase = (text: string, spaced = false) => ({ text, spaced })

describe('paragraphLines', () => {
  it('ends a line between clauses rather than inside one, and drops the space there', () => {
    const phrases = [phrase('長時間労働の', true), phrase('抑制'), phrase('休暇の', true), phrase('取得促進')]
    expect(paragraphLines(phrases, { width: 12, indent: 0, measure })).toEqual(['長時間労働の抑制', '休暇の取得促進'])
  })

  it('keeps the space inside a line and none at its start', () => {
    const phrases = [phrase('貴社は', true), phrase('仕事と', true), phrase('生活の')]
    expect(paragraphLines(phrases, { width: 20, indent: 1, measure })).toEqual(['貴社は 仕事と生活の'])
  })

  it('leaves no few characters alone on the last line when the one before can spare some', () => {
    const phrases = ['ああああ', 'いいいい', 'うううう', 'えええ', 'お'].map((text) => phrase(text))
    expect(paragraphLines(phrases, { width: 15, indent: 0, measure })).toEqual(['ああああいいいいうううう', 'えええお'])
  })

  it('has nothing to break in an empty paragraph', () => {
    expect(paragraphLines([], { width: 10, indent: 1, measure })).toEqual([])
  })

  it('never fills a line beyond its width and loses no phrase', () => {
    const phrases = fc.array(
      fc.record({ text: fc.constantFrom('あ', 'いい', 'ううう', 'ええええ・'), spaced: fc.boolean() }),
      { minLength: 1, maxLength: 40 }
    )
    fc.assert(
      fc.property(phrases, fc.integer({ min: 6, max: 30 }), (given, width) => {
        const lines = paragraphLines(given, { width, indent: 1, measure })
        for (const [index, line] of lines.entries())
          expect(measure(line) + (index === 0 ? 1 : 0)).toBeLessThanOrEqual(width)
        expect(lines.join('').replaceAll(' ', '')).toBe(given.map(({ text }) => text).join(''))
      })
    )
  })
})
