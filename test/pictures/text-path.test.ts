import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitLine, fitLines } from '../../src/pictures/fit-text.ts'
import { fontRuns } from '../../src/pictures/font-runs.ts'
import { rasterise } from '../../src/pictures/raster.ts'
import { sharp } from '../../src/pictures/sharp.ts'
import { textPath, textWidth } from '../../src/pictures/text-path.ts'

const style = { font: 'gothicBold', size: 40 } as const
const origin = { x: 0, y: 0 }

/** The smallest and greatest x of a path, by the points that its curves begin and end in. */
const reach = (path: string): { readonly least: number; readonly most: number } => {
  const xs = [...path.matchAll(/[ML](-?[\d.]+) /g)].map(([, x]) => Number(x))
  return { least: Math.min(...xs), most: Math.max(...xs) }
}

const drawn = (text: string): string =>
  fontRuns(text, 'gothicBold')
    .map((run) => run.text)
    .join('')

describe('a text as outlines', () => {
  it('begins, ends or is centred where it is placed', () => {
    const width = textWidth('朝霞市', style)
    expect(width).toBeCloseTo(120, 0)
    const start = reach(textPath('朝霞市', style, { x: 100, y: 50 }))
    const middle = reach(textPath('朝霞市', style, { x: 100, y: 50, anchor: 'middle' }))
    const end = reach(textPath('朝霞市', style, { x: 100, y: 50, anchor: 'end' }))
    expect(start.least - middle.least).toBeCloseTo(width / 2, 0)
    expect(start.least - end.least).toBeCloseTo(width, 0)
    expect(start.most).toBeLessThanOrEqual(100 + width)
  })

  it('draws rare kanji that the gothic lacks with the serif, and says so where no font has one', () => {
    expect(fontRuns('𠮷野・髙島', 'gothicBold')).toHaveLength(2)
    expect(drawn('𠮷野・髙島﨑')).toBe('𠮷野・髙島﨑')
    expect(drawn('花😀屋')).toBe('花〓屋')
    expect(drawn('👨‍👩‍👧‍👦と한')).toBe('〓と〓')
  })

  it('takes kanji with a variant mark in their common form, and leaves out what draws nothing', () => {
    expect(drawn('葛\u{e0100}城')).toBe('葛城')
    expect(drawn('一\u200b行\u202eに\nする')).toBe('一行に する')
  })

  it('is empty for a text without a mark', () => {
    expect(textPath('', style, origin)).toBe('')
    expect(textPath(' \n', style, origin)).toBe('')
  })

  it('holds nothing but path data, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        expect(textPath(text, style, origin)).toMatch(/^[MLQCZ0-9. -]*$/)
      }),
      { numRuns: 60 }
    )
  })

  it('shows in a picture without any font of the machine', async () => {
    const d = textPath('あさか', { font: 'gothic', size: 60 }, { x: 10, y: 70 })
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="90"><rect width="200" height="90" fill="#fff"/><path d="${d}"/></svg>`
    const { info } = await sharp(await rasterise(svg, 2)).toBuffer({ resolveWithObject: true })
    expect([info.format, info.width, info.height]).toEqual(['png', 400, 180])
    const { channels } = await sharp(await rasterise(svg)).stats()
    expect(channels[0]?.min).toBe(0)
    expect(channels[0]?.max).toBe(255)
  })
})

const japanese = fc
  .array(fc.constantFrom(...'年次有給休暇の取得、株式会社𠮷野。（ABC12）ー・😀 '), { maxLength: 60 })
  .map((characters) => characters.join(''))

describe('fitting a text', () => {
  it('leaves what fits alone, and ends what does not with an ellipsis', () => {
    expect(fitLine('株式会社あさか', style, 400)).toBe('株式会社あさか')
    expect(fitLine('株式会社あさか製作所', style, 200)).toBe('株式会社…')
  })

  it('breaks where Japanese text may, and shortens the last line', () => {
    const text = '年次有給休暇の取得率が、業種別平均を上回っています。'
    expect(fitLines(text, style, { width: 440, count: 3 })).toEqual([
      '年次有給休暇の取得率',
      'が、業種別平均を上回っ',
      'ています。'
    ])
    const [first, last, ...more] = fitLines(text, style, { width: 440, count: 2 })
    expect([first, more]).toEqual(['年次有給休暇の取得率', []])
    expect(last).toMatch(/^が、業種別平均.*…$/)
  })

  it('never gives a line that is too wide, nor one too many', () => {
    fc.assert(
      fc.property(
        japanese,
        fc.integer({ min: 100, max: 900 }),
        fc.integer({ min: 1, max: 4 }),
        (text, width, count) => {
          const lines = fitLines(text, style, { width, count })
          expect(lines.length).toBeLessThanOrEqual(count)
          for (const line of lines) expect(textWidth(line, style)).toBeLessThanOrEqual(width + 0.01)
        }
      ),
      { numRuns: 60 }
    )
  })
})
