import type { Definition, Nodes, PhrasingContent } from 'mdast'
import type { GuideInline } from './guide-block.ts'
import { fillIn } from './guide-placeholder.ts'
import { safeHref } from './safe-href.ts'

/** What the reading of a guide knows besides the node at hand. */
export type Reading = {
  readonly source: string
  readonly values: Readonly<Record<string, string>>
  readonly definitions: ReadonlyMap<string, Definition>
}

/** An invisible character that is neither punctuation nor space. */
const joiner = '\u{2060}'

/**
 * CommonMark takes ** beside a bracket or a full stop for no mark where a letter follows, since it knows words by their
 * spaces: **認定証（PDF）**には would stay as typed. A joiner between the two makes it what everybody means.
 */
export const withJoiners = (source: string): string =>
  source
    .replaceAll(/(?<=[[\p{P}\p{S}]--\p{ASCII}])(\*+)(?=[\p{L}\p{N}])/gv, `${joiner}$1`)
    .replaceAll(/(?<=[\p{L}\p{N}])(\*+)(?=[[\p{P}\p{S}]--\p{ASCII}])/gv, `$1${joiner}`)

/** A text without the joiners. */
export const withoutJoiners = (text: string): string => text.replaceAll(joiner, '')

/** What was typed for a node, as it was typed. */
export const sourceOf = ({ position }: Nodes, { source }: Reading): string =>
  withoutJoiners(source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0))

/** Marks within marks beyond this are shown as they were typed: people do not nest so deep, and the stack is finite. */
const deepest = 8

/** A line end that was typed is a line end that is seen: who writes a guide is not asked to know otherwise. */
const lines = (text: string): GuideInline[] =>
  withoutJoiners(text)
    .split('\n')
    .flatMap((line, index): GuideInline[] => [
      ...(index === 0 ? [] : [{ kind: 'break' } as const]),
      ...(line === '' ? [] : [{ kind: 'text', text: line } as const])
    ])

const linkTo = (url: string, children: readonly GuideInline[], { values }: Reading): readonly GuideInline[] => {
  const href = safeHref(fillIn(withoutJoiners(url), values))
  if (href === null) return children
  return [{ kind: 'link', href, children: children.length === 0 ? [{ kind: 'text', text: href }] : children }]
}

const marks = { strong: 'strong', emphasis: 'emphasis', delete: 'deleted' } as const

const readOne = (node: PhrasingContent, reading: Reading, depth: number): readonly GuideInline[] => {
  if (depth > deepest) return lines(sourceOf(node, reading))
  switch (node.type) {
    case 'text':
      return lines(fillIn(withoutJoiners(node.value), reading.values))
    case 'inlineCode':
      return [{ kind: 'code', text: withoutJoiners(node.value) }]
    case 'break':
      return [{ kind: 'break' }]
    case 'strong':
    case 'emphasis':
    case 'delete':
      return [{ kind: marks[node.type], children: readInline(node.children, reading, depth + 1) }]
    case 'link':
      return linkTo(node.url, readInline(node.children, reading, depth + 1), reading)
    case 'linkReference': {
      const url = reading.definitions.get(node.identifier)?.url ?? ''
      return linkTo(url, readInline(node.children, reading, depth + 1), reading)
    }
    case 'image':
    case 'imageReference':
      return lines(node.alt ?? '')
    default:
      return lines(sourceOf(node, reading))
  }
}

/**
 * Inline content as a guide may carry it. Raw HTML is text like any other; of a picture the words that describe it stay;
 * of a link that may not be followed, its words.
 */
export const readInline = (nodes: readonly PhrasingContent[], reading: Reading, depth = 0): readonly GuideInline[] =>
  nodes.flatMap((node) => readOne(node, reading, depth))
