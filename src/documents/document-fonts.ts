import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'

/** A font as the PDF embeds it and as text is measured with it. */
type DocumentFont = { readonly data: Buffer; readonly font: Font }

/** The parts that a font plays: the serif speaks for the city, the gothic is for reading. */
export type FontName = 'serif' | 'serifBold' | 'gothic' | 'gothicBold'

/** The fonts of the city's documents by their part. The weights of a family have the same characters. */
export type DocumentFonts = Readonly<Record<FontName, DocumentFont>>

const require = createRequire(import.meta.url)

const read = (file: string): DocumentFont => {
  const data = readFileSync(require.resolve(`@expo-google-fonts/${file}`))
  return { data, font: create(data) }
}

let fonts: DocumentFonts | null = null

/** The fonts, read from the installed packages on first use and kept: some 25 MB that most processes never need. */
export const documentFonts = (): DocumentFonts => {
  fonts ??= {
    serif: read('noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf'),
    serifBold: read('noto-serif-jp/600SemiBold/NotoSerifJP_600SemiBold.ttf'),
    gothic: read('biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf'),
    gothicBold: read('biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf')
  }
  return fonts
}
