import type { Drawing } from './document.ts'
import type { Piece } from './pages.ts'
import { drawArtifact, elementIn, type Press } from './press.ts'

/** A drawing: a figure told in words, or decoration that reading software skips. */
export const layDrawing = (press: Press, { height, alt, draw }: Drawing): Piece[] => {
  const { sheet, left, width } = press
  const print = (top: number): void => {
    const box = { left, top, width, height }
    const drawn = (): void => {
      sheet.save()
      draw(sheet, box)
      sheet.restore()
    }
    const bbox = [left, top, left + width, top + height] as const
    if (alt === null) drawArtifact(sheet, 'Layout', drawn)
    else elementIn(press, () => press.root, 'Figure', { alt, bbox })().add(drawn)
  }
  return [{ height, gap: height === 0 ? 0 : 6, joined: false, draw: print }]
}
