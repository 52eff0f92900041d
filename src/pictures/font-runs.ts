import type { Font } from 'fontkit'
import { composed } from '../documents/composed.ts'
import { documentFonts, type FontName } from '../documents/document-fonts.ts'
import { lackingIn } from '../documents/glyphs.ts'
import { graphemesOf } from '../documents/line-breaks.ts'

/** Neighbouring characters that one font draws. */
export type FontRun = { readonly font: Font; readonly text: string }

/** The gothic lacks rare kanji such as 𠮷 that the serif has; in a picture another hand is better than a gap. */
const stepsIn: Readonly<Record<FontName, readonly FontName[]>> = {
  serif: ['serif'],
  serifBold: ['serifBold'],
  gothic: ['gothic', 'serif'],
  gothicBold: ['gothicBold', 'serifBold']
}

/** What printers set where the type was missing. */
const geta = '〓'

const variationSelectors = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu

/** Controls and marks of direction draw nothing and would be laid out as empty boxes. */
const invisible = /[\p{Cc}\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/** Text as a picture shows it: one line, marks joined, kanji in their common form, nothing that draws nothing. */
const drawable = (text: string): string =>
  composed(text.replaceAll(/\s+/gu, ' ').replaceAll(variationSelectors, '').replaceAll(invisible, ''))

const runOf = (grapheme: string, part: FontName): FontRun => {
  const fonts = documentFonts()
  const drawing = stepsIn[part].find((name) => lackingIn(fonts[name].font, grapheme).length === 0)
  return drawing === undefined ? { font: fonts[part].font, text: geta } : { font: fonts[drawing].font, text: grapheme }
}

/**
 * A text in runs of one font each. What no font of ours has, such as an emoji, becomes the printers' 〓, so that nobody
 * takes a shortened text for the whole.
 */
export const fontRuns = (text: string, part: FontName): readonly FontRun[] => {
  const runs: FontRun[] = []
  for (const grapheme of graphemesOf(drawable(text))) {
    const next = runOf(grapheme, part)
    const last = runs.at(-1)
    if (last?.font === next.font) runs[runs.length - 1] = { font: next.font, text: last.text + next.text }
    else runs.push(next)
  }
  return runs
}
