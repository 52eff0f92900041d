const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;'
}

/** What XML 1.0 cannot hold, not even escaped. */
const impossible = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** Text as it stands in XML, also in an attribute; what XML cannot hold is left out. */
export const escapedXml = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(impossible, '')
    .replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? '')

/** An element with its attributes and either text, which is escaped, or other elements. */
export const element = (
  name: string,
  content: string | readonly string[],
  attributes: Readonly<Record<string, string>> = {}
): string => {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapedXml(value)}"`)
  const inner = typeof content === 'string' ? escapedXml(content) : content.join('')
  return `<${name}${written.join('')}>${inner}</${name}>`
}

/** A whole document from its root element. */
export const xmlDocument = (root: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`
