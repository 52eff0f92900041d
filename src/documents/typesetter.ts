import { withJoinedMarks } from './composed.ts'
import { documentFonts, type FontName } from './document-fonts.ts'
import { fillLines } from './fill-lines.ts'
import { lackingIn } from './glyphs.ts'
import { graphemesOf } from './line-breaks.ts'

/** A character as it is printed: in which font, how wide in sizes of the text. */
type Glyph = { readonly text: string; readonly font: FontName; readonly width: number; readonly lacking: boolean }

/** Text in one font. */
export type Run = { readonly text: string; readonly font: FontName; readonly width: number }

/** A line as it is printed. `width` in sizes of the text; `full` when the text goes on in the next line. */
export type Line = {
  readonly runs: readonly Run[]
  readonly width: number
  readonly count: number
  readonly full: boolean
}

export type LineSpace = { readonly width: number; readonly indent?: number; readonly hanging?: number }

/** Sets text in lines, and remembers what it could not show. */
export type Typesetter = {
  /** The lines of a text. A line break in it begins a new line; the spaces are in sizes of the text. */
  readonly lines: (text: string, font: FontName, space: LineSpace) => readonly Line[]
  /** Characters that were replaced by 〓 or shown in another form, each once. */
  readonly missing: ReadonlySet<string>
}

/** Noto Serif has kanji of names that BIZ UDPGothic lacks: a character in another style beats a 〓. */
const substitutes: Readonly<Record<FontName, readonly FontName[]>> = {
  gothic: ['gothic', 'serif'],
  gothicBold: ['gothicBold', 'serifBold'],
  serif: ['serif'],
  serifBold: ['serifBold']
}

const geta = '〓'
const invisible = /^[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]+$/u
const variationSelectors = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu

const measured = (font: FontName, text: string, lacking: boolean): Glyph => {
  const face = documentFonts()[font].font
  return { text, font, width: text === '' ? 0 : face.layout(text).advanceWidth / face.unitsPerEm, lacking }
}

const drawnIn = (font: FontName, text: string): FontName | undefined =>
  substitutes[font].find((name) => lackingIn(documentFonts()[name].font, text).length === 0)

const findGlyph = (font: FontName, grapheme: string): Glyph => {
  if (invisible.test(grapheme)) return measured(font, '', false)
  const whole = drawnIn(font, grapheme)
  if (whole !== undefined) return measured(whole, grapheme, false)
  const plain = grapheme.replaceAll(variationSelectors, '')
  const base = plain === '' ? undefined : drawnIn(font, plain)
  return base === undefined ? measured(font, geta, true) : measured(base, plain, true)
}

/** Looking a character up in a font costs far more than printing it. Only single characters are kept: they are finite. */
const known = new Map<string, Glyph>()

const glyphOf = (font: FontName, grapheme: string): Glyph => {
  const key = `${font} ${grapheme}`
  const glyph = known.get(key) ?? findGlyph(font, grapheme)
  if ([...grapheme].length === 1) known.set(key, glyph)
  return glyph
}

const runsOf = (glyphs: readonly Glyph[]): Run[] => {
  const runs: Run[] = []
  for (const { text, font, width } of glyphs) {
    const last = runs.at(-1)
    if (last?.font !== font) runs.push({ text, font, width })
    else runs.splice(-1, 1, { text: last.text + text, font, width: last.width + width })
  }
  return runs
}

const withoutEndSpace = (glyphs: readonly Glyph[]): readonly Glyph[] =>
  glyphs.slice(0, glyphs.findLastIndex(({ text }) => text !== ' ' && text !== '\u3000') + 1)

const lineOf = (glyphs: readonly Glyph[], full: boolean): Line => {
  const shown = withoutEndSpace(glyphs)
  const runs = runsOf(shown)
  return { runs, width: runs.reduce((sum, { width }) => sum + width, 0), count: shown.length, full }
}

const isStub = (line: readonly Glyph[] | undefined): boolean => (line?.length ?? 0) <= 2

/** Lines long enough to spare a character or two for the last one, when it would be 「す。」 alone. */
const sparingWidth = 20

const withoutStub = (
  glyphs: readonly Glyph[],
  lines: readonly Glyph[][],
  space: { readonly width: number; readonly indent: number; readonly hanging: number }
): readonly Glyph[][] => {
  if (lines.length < 2 || space.width < sparingWidth || space.width === Infinity || !isStub(lines.at(-1))) return lines
  const tighter = fillLines(glyphs, { ...space, width: space.width - 1.5 })
  return tighter.length === lines.length ? tighter : lines
}

/** A typesetter for one document. */
export const makeTypesetter = (): Typesetter => {
  const missing = new Set<string>()

  const glyphsOf = (text: string, font: FontName): Glyph[] =>
    graphemesOf(text).flatMap((grapheme) => {
      const glyph = glyphOf(font, grapheme)
      if (glyph.lacking) missing.add(grapheme)
      return glyph.text === '' ? [] : [glyph]
    })

  const lines = (text: string, font: FontName, { width, indent = 0, hanging = 0 }: LineSpace): Line[] =>
    withJoinedMarks(text)
      .split(/\r?\n/)
      .flatMap((part) => {
        const glyphs = glyphsOf(part, font)
        const filled = withoutStub(glyphs, fillLines(glyphs, { width, indent, hanging }), { width, indent, hanging })
        if (filled.length === 0) return [lineOf([], false)]
        return filled.map((line, index) => lineOf(line, index < filled.length - 1))
      })

  return { lines, missing }
}
