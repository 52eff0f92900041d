import type { Block, Paragraph } from '../documents/document.ts'

const size = 11

const paragraph = (text: string, parts: Partial<Paragraph> = {}): Paragraph => ({
  type: 'paragraph',
  text,
  size,
  ...parts
})

/** 「１　認定番号　　」 and 「・」: what stands before the text of an item, under which its further lines are set in. */
const itemHead = /^(?:[０-９0-9]+[　 ]+(?:\S{1,8}　+)?|[・■○]\s*)/

const lineBlock = (line: string): Block => {
  if (line.trim() === '記') return paragraph('記', { align: 'centre', gap: 6 })
  if (line.trim() === '以上') return paragraph('以上', { align: 'right', gap: 6 })
  if (/^【.+】$/.test(line)) return paragraph(line, { bold: true, joined: true, align: 'left' })
  const [inset = ''] = line.match(/^　{2,}/) ?? []
  if (inset !== '') return paragraph(line.trimStart(), { indent: inset.length, hanging: inset.length, align: 'left' })
  const [head = ''] = line.match(itemHead) ?? []
  return paragraph(line, head === '' ? {} : { hanging: head.length })
}

/**
 * The text of a letter as blocks of a page: 記 in the middle, 以上 at the right, headings in 【】 bold and kept with what
 * they are about, items with their further lines set in.
 */
export const letterBlocks = (text: string): readonly Block[] =>
  text.split('\n').map((line) => (line.trim() === '' ? { type: 'space', height: 9 } : lineBlock(line)))
