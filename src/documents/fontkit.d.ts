/** The part of fontkit that measures and checks text; the package ships no types of its own. */
declare module 'fontkit' {
  export type Font = {
    readonly unitsPerEm: number
    readonly layout: (text: string) => { readonly advanceWidth: number }
    readonly hasGlyphForCodePoint: (codePoint: number) => boolean
    readonly glyphForCodePoint: (codePoint: number) => { readonly path: { readonly commands: readonly unknown[] } }
  }
  export const create: (data: Uint8Array) => Font
}
