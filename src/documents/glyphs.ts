import type { Font } from 'fontkit'
import { composed } from './composed.ts'
import { documentFonts } from './document-fonts.ts'
import { graphemesOf } from './line-breaks.ts'

/** Characters that a document would show as a blank or in another form, so that it must not be issued. */
export class MissingGlyphError extends Error {
  override readonly name = 'MissingGlyphError'
  /** The characters, each once, in the order in which they were met. */
  readonly characters: readonly string[]

  constructor(characters: readonly string[]) {
    super(`the documents' fonts lack ${characters.join(' ')}`)
    this.characters = characters
  }
}

const spaces = new Set([' ', '\u3000'])

const isDrawn = (font: Font, character: string): boolean => {
  const codePoint = character.codePointAt(0) ?? 0
  return font.hasGlyphForCodePoint(codePoint) && font.glyphForCodePoint(codePoint).path.commands.length > 0
}

/**
 * The characters of a text that a font cannot show. A variation selector counts as lacking: the packaged fonts have no
 * variants, and a name must not silently appear in another form than its company's.
 */
export const lackingIn = (font: Font, text: string): string[] => {
  const lacking = graphemesOf(text).filter(
    (grapheme) => !spaces.has(grapheme) && ![...grapheme].every((character) => isDrawn(font, character))
  )
  return [...new Set(lacking)]
}

/**
 * The characters of a company's name that its certificate could not show; empty for nearly every name. No second font
 * steps in: BIZ UDPGothic has no kanji that Noto Serif JP lacks, and a foreign letter in a serif name would stand out.
 */
export const missingGlyphs = (text: string): string[] => lackingIn(documentFonts().serifBold.font, composed(text))
