import type { BlockContent, Definition, DefinitionContent, ListItem, RootContent, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { type GuideBlock, type GuideHeading, type GuideInline, plainText } from './guide-block.ts'
import { type Reading, readInline, sourceOf, withJoiners, withoutJoiners } from './guide-inline.ts'
import { namesIn } from './guide-placeholder.ts'

/** What a guide's placeholders stand for: words, or whole parts where one stands alone in its paragraph. */
export type GuideFacts = {
  readonly values: Readonly<Record<string, string>>
  readonly parts: Readonly<Record<string, readonly GuideBlock[]>>
}

type BlockReading = Reading & Pick<GuideFacts, 'parts'>

/** Lists in lists and quotations in quotations beyond this are shown as they were typed. */
const deepest = 6

const paragraph = (children: readonly GuideInline[]): readonly GuideBlock[] =>
  plainText(children).trim() === '' ? [] : [{ kind: 'paragraph', children }]

const asTyped = (text: string): readonly GuideBlock[] => paragraph([{ kind: 'text', text }])

/** The parts that a paragraph stands for, or null where it says something itself. */
const partsFor = (typed: string, { parts }: BlockReading): readonly GuideBlock[] | null => {
  const [name, ...others] = namesIn(typed)
  if (name === undefined || others.length > 0 || !/^\{\{[^{}]*\}\}$/.test(typed.trim())) return null
  return Object.hasOwn(parts, name) ? (parts[name] ?? null) : null
}

const readTable = ({ align, children: [head, ...body] }: Table, reading: BlockReading): readonly GuideBlock[] => {
  const columns = (head?.children ?? []).map(({ children }, index) => ({
    label: plainText(readInline(children, reading)),
    align: align?.[index] === 'right' ? ('end' as const) : ('start' as const)
  }))
  const rows = body.map((row) => columns.map((_, index) => readInline(row.children[index]?.children ?? [], reading)))
  return rows.length === 0 ? [] : [{ kind: 'table', caption: '', columns, rows }]
}

const readItem = ({ checked, children }: ListItem, reading: BlockReading, depth: number): readonly GuideBlock[] => {
  const blocks = readBlocks(children, reading, depth)
  if (typeof checked !== 'boolean') return blocks
  const [first, ...rest] = blocks
  const box = { kind: 'text', text: checked ? '☑ ' : '☐ ' } as const
  return first?.kind === 'paragraph' ? [{ ...first, children: [box, ...first.children] }, ...rest] : blocks
}

type Content = RootContent | BlockContent | DefinitionContent

const readBlock = (node: Content, reading: BlockReading, depth: number): readonly GuideBlock[] => {
  if (depth > deepest) return asTyped(sourceOf(node, reading))
  switch (node.type) {
    case 'heading': {
      const children = readInline(node.children, reading)
      if (plainText(children).trim() === '') return []
      // A heading within a list or a quotation heads nothing of the page.
      if (depth > 0) return [{ kind: 'paragraph', children: [{ kind: 'strong', children }] }]
      return [{ kind: 'heading', level: node.depth <= 2 ? 2 : node.depth === 3 ? 3 : 4, id: '', children }]
    }
    case 'paragraph':
      return partsFor(sourceOf(node, reading), reading) ?? paragraph(readInline(node.children, reading))
    case 'list': {
      const items = node.children.map((item) => readItem(item, reading, depth + 1))
      return [{ kind: 'list', ordered: node.ordered ?? false, start: node.start ?? 1, items }]
    }
    case 'blockquote':
      return [{ kind: 'quote', children: readBlocks(node.children, reading, depth + 1) }]
    case 'table':
      return readTable(node, reading)
    case 'code':
      return [{ kind: 'code', text: withoutJoiners(node.value) }]
    case 'thematicBreak':
      return [{ kind: 'rule' }]
    case 'definition':
      return []
    default:
      return asTyped(sourceOf(node, reading))
  }
}

const readBlocks = (nodes: readonly Content[], reading: BlockReading, depth = 0): readonly GuideBlock[] =>
  nodes.flatMap((node) => readBlock(node, reading, depth))

const oneDeeper = { 2: 3, 3: 4, 4: 4 } as const

/** Gives headings their ids, keeps them from skipping a level, and names tables after the heading before them. */
const arranged = (blocks: readonly GuideBlock[]): readonly GuideBlock[] => {
  const taken = new Set<string>()
  let above: Pick<GuideHeading, 'level'> & { readonly title: string } = { level: 2, title: '' }
  let isFirst = true
  const idFor = (title: string): string => {
    const name = `s-${title
      .normalize('NFKC')
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .slice(0, 40)}`
    let id = name
    for (let count = 2; taken.has(id); count += 1) id = `${name}-${count}`
    taken.add(id)
    return id
  }
  return blocks.map((block) => {
    if (block.kind === 'table') return { ...block, caption: block.caption || above.title || '表' }
    if (block.kind !== 'heading') return block
    const title = plainText(block.children).trim()
    const level = isFirst ? 2 : block.level > above.level ? oneDeeper[above.level] : block.level
    isFirst = false
    above = { level, title }
    return { ...block, level, id: idFor(title) }
  })
}

/**
 * Reads the Markdown of a guide (CommonMark with the tables of GitHub) into what a guide may be made of. Placeholders are
 * filled in after reading, so that no value is ever taken for a mark; those that stand for whole parts fill a paragraph.
 */
export const readDocument = (typed: string, { values, parts }: GuideFacts): readonly GuideBlock[] => {
  const source = withJoiners(typed)
  const tree = fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const definitions = new Map<string, Definition>()
  for (const node of tree.children)
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
  return arranged(readBlocks(tree.children, { source, values, definitions, parts }))
}
