import type { Block } from './document.ts'
import { layDrawing } from './drawing-block.ts'
import { layBullets, layDefinitions } from './list-blocks.ts'
import { type Flow, joinedTogether, pour } from './pages.ts'
import { drawArtifact, faceOf, type Press, writeLine } from './press.ts'
import { bytesOf, type DocumentDetails, openSheet, type Sheet } from './sheet.ts'
import { layTable } from './table-block.ts'
import { layHeading, layParagraph } from './text-blocks.ts'
import { makeTypesetter } from './typesetter.ts'

export type DocumentInput = DocumentDetails & {
  readonly blocks: readonly Block[]
  /** The gothic is for papers, the serif for letters. Without: gothic. */
  readonly family?: 'gothic' | 'serif'
  /** White space around the text, in points. */
  readonly margin?: number
  /** At the foot of every page, beside the number of the page. */
  readonly footer?: string
  /** `several` numbers pages only when there is more than one. Without: always. */
  readonly pageNumbers?: 'always' | 'several'
}

export type MadeDocument = {
  readonly pdf: Buffer
  readonly pages: number
  /** Characters that no font could show: they stand as 〓 or in another form. */
  readonly missing: readonly string[]
}

const page = { width: 595.28, height: 841.89 } as const

/** Names headings in the outline, each under the last one of a higher level. */
const makeBookmarks = (sheet: Sheet) => {
  const open: { readonly level: number; readonly item: Sheet['outline'] }[] = []
  return (level: number, title: string, top: number): void => {
    while ((open.at(-1)?.level ?? 0) >= level) open.pop()
    const parent = open.at(-1)?.item ?? sheet.outline
    const place = { expanded: true, left: page.width, top: Math.max(0, top - 12) }
    open.push({ level, item: parent.addItem(title.replaceAll(/\s+/g, ' '), place) })
  }
}

const layBlocks = (
  press: Press,
  blocks: readonly Block[],
  bookmark: (level: number, title: string, top: number) => void
): Flow => blocks.flatMap((block) => layBlock(press, block, bookmark))

const layBlock = (press: Press, block: Block, bookmark: ReturnType<typeof makeBookmarks>): Flow => {
  switch (block.type) {
    case 'heading':
      return layHeading(press, block, bookmark)
    case 'paragraph':
      return layParagraph(press, block)
    case 'definitions':
      return layDefinitions(press, block)
    case 'table':
      return layTable(press, block)
    case 'bullets':
      return layBullets(press, block)
    case 'drawing':
      return layDrawing(press, block)
    case 'space':
      return [{ height: 0, gap: block.height, joined: false, draw: () => {} }]
    case 'page-break':
      return ['page-break']
    case 'together':
      return joinedTogether(layBlocks(press, block.blocks, bookmark))
  }
}

const drawFooters = (press: Press, { footer = '', pageNumbers = 'always' }: DocumentInput, margin: number): void => {
  const { sheet } = press
  const { count } = sheet.bufferedPageRange()
  const face = faceOf(press, { size: 8.5, leading: 1.5, soft: true })
  const place = { left: margin, width: page.width - 2 * margin, top: page.height - Math.min(margin, 44) }
  for (let index = 0; index < count; index++) {
    sheet.switchToPage(index)
    drawArtifact(sheet, 'Pagination', () => {
      writeLine(sheet, footer, face, { ...place, align: 'left' })
      const number = pageNumbers === 'several' && count === 1 ? '' : `${index + 1} / ${count}`
      writeLine(sheet, number, face, { ...place, align: 'right' })
    })
  }
}

/**
 * Makes a document of A4 from its blocks: tagged, with an outline, page numbers and a running footer, fonts embedded
 * (PDF/A-2a, PDF/UA-1). The same input gives the same bytes. It never fails for a character: what no font shows is
 * printed as 〓 and reported.
 */
export const makeDocument = async (input: DocumentInput): Promise<MadeDocument> => {
  const { blocks, family = 'gothic', margin = 56 } = input
  const sheet = openSheet(input)
  const root = sheet.struct('Document')
  sheet.addStructure(root)
  const typesetter = makeTypesetter()
  const pageHeight = page.height - 2 * margin
  const press: Press = { sheet, typesetter, root, family, left: margin, width: page.width - 2 * margin, pageHeight }
  pour(layBlocks(press, blocks, makeBookmarks(sheet)), {
    top: margin,
    bottom: page.height - margin,
    turn: () => sheet.addPage()
  })
  root.end()
  drawFooters(press, input, margin)
  const pages = sheet.bufferedPageRange().count
  return { pdf: await bytesOf(sheet), pages, missing: [...typesetter.missing] }
}
