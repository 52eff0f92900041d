/** The part of fontkit that measures, checks and outlines text; the package ships no types of its own. */
declare module 'fontkit' {
  /** A step of an outline, in units of the font, with y upwards. */
  export type PathCommand = {
    readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath'
    readonly args: readonly number[]
  }
  export type Glyph = { readonly path: { readonly commands: readonly PathCommand[] } }
  export type GlyphPosition = { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }
  export type Font = {
    readonly unitsPerEm: number
    readonly layout: (text: string) => {
      readonly advanceWidth: number
      readonly glyphs: readonly Glyph[]
      readonly positions: readonly GlyphPosition[]
    }
    readonly hasGlyphForCodePoint: (codePoint: number) => boolean
    readonly glyphForCodePoint: (codePoint: number) => Glyph
  }
  export const create: (data: Uint8Array) => Font
}
