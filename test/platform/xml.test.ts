import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { element } from '../../src/platform/xml.ts'

describe('an XML element', () => {
  it('holds any text and attribute without being led out of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const written = element('a', text, { b: text })
        expect(written).toMatch(/^<a b="[^"<>]*">[^<>]*<\/a>$/)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: the very characters that XML cannot hold
        expect(written).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
        expect(written.isWellFormed()).toBe(true)
      })
    )
  })
})
