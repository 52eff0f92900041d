import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { StructuredData } from '../../views/structured-data.tsx'

const textOf = (html: string): string =>
  html.replace(/^<script type="application\/ld\+json">/, '').replace(/<\/script>$/, '')

describe('the data for search engines', () => {
  it('is read back as it was given, whatever its texts hold, and never leaves its element', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom('</script><script>alert(1)</script>', '<!--', ']]>', '&lt;')),
        (name) => {
          const text = textOf(renderToString(<StructuredData data={{ '@type': 'Organization', name }} />))
          expect(text).not.toContain('<')
          expect(JSON.parse(text)).toEqual({ '@context': 'https://schema.org', '@type': 'Organization', name })
        }
      )
    )
  })
})
