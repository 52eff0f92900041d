import type { VNode } from 'preact'
import { type GuideBlock, type GuideInline, type GuideTable, plainText } from '../../src/guides/guide-block.ts'
import { DataTable } from '../components/data-table.tsx'

const Inline = ({ content }: { readonly content: readonly GuideInline[] }): VNode => (
  <>{content.map((part, index) => InlinePart({ part, key: index }))}</>
)

const InlinePart = ({ part, key }: { readonly part: GuideInline; readonly key: number }): VNode => {
  switch (part.kind) {
    case 'text':
      return <>{part.text}</>
    case 'code':
      return <code key={key}>{part.text}</code>
    case 'strong':
      return (
        <strong key={key}>
          <Inline content={part.children} />
        </strong>
      )
    case 'emphasis':
      return (
        <em key={key}>
          <Inline content={part.children} />
        </em>
      )
    case 'deleted':
      return (
        <del key={key}>
          <Inline content={part.children} />
        </del>
      )
    case 'link':
      return (
        <a key={key} href={part.href}>
          <Inline content={part.children} />
        </a>
      )
    case 'break':
      return <br key={key} />
  }
}

const headings = { 2: 'h2', 3: 'h3', 4: 'h4' } as const

const Table = ({ table }: { readonly table: GuideTable }): VNode => (
  <DataTable
    caption={table.caption}
    captionHidden
    columns={table.columns.map(({ label, align }, index) => ({
      key: String(index),
      label,
      align,
      rowHeader: index === 0
    }))}
    rows={table.rows.map((row, index) => ({
      key: String(index),
      cells: Object.fromEntries(row.map((cell, column) => [String(column), <Inline key={column} content={cell} />]))
    }))}
  />
)

const Block = ({ block }: { readonly block: GuideBlock }): VNode => {
  switch (block.kind) {
    case 'heading': {
      const Heading = headings[block.level]
      return (
        <Heading id={block.id}>
          <Inline content={block.children} />
        </Heading>
      )
    }
    case 'paragraph':
      return (
        <p>
          <Inline content={block.children} />
        </p>
      )
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={String(index)}>
          <Item blocks={item} />
        </li>
      ))
      return block.ordered ? <ol start={block.start === 1 ? undefined : block.start}>{items}</ol> : <ul>{items}</ul>
    }
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.children} />
        </blockquote>
      )
    case 'table':
      return <Table table={block} />
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      )
    case 'rule':
      return <hr />
  }
}

/** An item of one paragraph is a line, not a paragraph of its own. */
const Item = ({ blocks }: { readonly blocks: readonly GuideBlock[] }): VNode => {
  const [first, ...rest] = blocks
  if (first?.kind !== 'paragraph') return <Blocks blocks={blocks} />
  return (
    <>
      <Inline content={first.children} />
      <Blocks blocks={rest} />
    </>
  )
}

const Blocks = ({ blocks }: { readonly blocks: readonly GuideBlock[] }): VNode => (
  <>
    {blocks.map((block, index) => (
      <Block key={String(index)} block={block} />
    ))}
  </>
)

/** The content of a guide. Every element is made here from the guide's own tree; nothing of what was typed is markup. */
export const GuideContent = ({ blocks }: { readonly blocks: readonly GuideBlock[] }): VNode => (
  <div class="guide">
    <Blocks blocks={blocks} />
  </div>
)

/** The headings of a guide as links to them; nothing where there are few. */
export const GuideContents = ({ blocks }: { readonly blocks: readonly GuideBlock[] }): VNode | null => {
  const found = blocks.flatMap((block) => (block.kind === 'heading' && block.level === 2 ? [block] : []))
  return found.length < 3 ? null : (
    <nav class="guide-contents" aria-labelledby="guide-contents">
      <h2 id="guide-contents">このページの内容</h2>
      <ul>
        {found.map(({ id, children }) => (
          <li key={id}>
            <a href={`#${id}`}>{plainText(children)}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
