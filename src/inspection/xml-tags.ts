/** A start tag: its name without prefix, and its attributes. */
export type Tag = { readonly name: string; readonly attributes: ReadonlyMap<string, string> }

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const characterOf = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '')

const unescaped = (text: string): string =>
  text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return characterOf(Number.parseInt(hex, 16))
      if (decimal !== undefined) return characterOf(Number(decimal))
      return entities[name ?? ''] ?? whole
    }
  )

/** Where a tag ends that begins at `from`: the first `>` outside of quotes, or the end of the text. */
const endOfTag = (text: string, from: number): number => {
  let quote = ''
  for (let at = from; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '>') return at
    else if (character === '"' || character === "'") quote = character
  }
  return text.length
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const tagIn = (inside: string): Tag => {
  const attributes = [...inside.matchAll(/([^\s"'=<>]{1,100})\s{0,20}=\s{0,20}("[^"]*"|'[^']*')/g)]
  return {
    name: localName(inside.match(/^[^\s/>"'=]{1,200}/)?.[0] ?? ''),
    attributes: new Map(attributes.map(([, name = '', value = '']) => [localName(name), unescaped(value.slice(1, -1))]))
  }
}

/** The start tags of a text in XML, in order, each byte looked at once: no tree, no entities of its own, no other file. */
export function* tagsIn(text: string): Generator<Tag & { readonly end: number }> {
  for (let at = text.indexOf('<'); at !== -1; ) {
    const end = endOfTag(text, at + 1)
    const first = text.charAt(at + 1)
    if (first !== '/' && first !== '!' && first !== '?') yield { ...tagIn(text.slice(at + 1, end)), end }
    at = text.indexOf('<', first === '!' || first === '?' ? at + 1 : end)
  }
}

/** The text of an XML part, in whichever Unicode it was written. */
export const xmlText = (content: Buffer): string => {
  const [first, second] = content
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c))
    return Buffer.from(content.subarray(0, content.length & ~1))
      .swap16()
      .toString('utf16le')
  const isLittle = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)
  return content.toString(isLittle ? 'utf16le' : 'utf8')
}
