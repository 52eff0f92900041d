import type { VNode } from 'preact'

/** A description of the page for search engines in the vocabulary of schema.org. */
export type StructuredDataValue = Readonly<Record<string, unknown>>

/** JSON that no text in it can lead out of its script element. */
const embeddable = (data: StructuredDataValue): string =>
  JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c')

/** Data, not code: browsers do not run it, and the content security policy does not ask about it. */
export const StructuredData = ({ data }: { readonly data: StructuredDataValue }): VNode => (
  <script
    type="application/ld+json"
    // biome-ignore lint/security/noDangerouslySetInnerHtml: the text of a script element is not escaped as text is; no < is left in it
    dangerouslySetInnerHTML={{ __html: embeddable(data) }}
  />
)
