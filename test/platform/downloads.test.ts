import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attachmentDisposition } from '../../src/platform/downloads.ts'

describe('the header that names a download', () => {
  it('carries the name in UTF-8, with a fallback', () => {
    expect(attachmentDisposition('規則 (改).pdf')).toBe(
      `attachment; filename="__ (_).pdf"; filename*=UTF-8''%E8%A6%8F%E5%89%87%20%28%E6%94%B9%29.pdf`
    )
  })

  it('says a plain name once', () => {
    expect(attachmentDisposition('list-2026.csv')).toBe('attachment; filename="list-2026.csv"')
  })

  it('cannot be broken out of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(attachmentDisposition(name)).toMatch(
          /^attachment; filename="[^"\\\r\n%]*"(; filename\*=UTF-8''[\w.~!%-]*)?$/
        )
      })
    )
  })
})
