import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formTokens, isSeed, newSeed } from '../../src/platform/form-token.ts'

const tokens = formTokens('a secret of this installation, 32 or more')

describe('a form token', () => {
  it('is accepted for the browser it was made for, however often', () => {
    const seed = newSeed()
    const token = tokens.mint(seed)
    expect([tokens.accepts(seed, token), tokens.accepts(seed, token)]).toEqual([true, true])
  })

  it('is different on every page, and every one holds', () => {
    const seed = newSeed()
    const made = Array.from({ length: 200 }, () => tokens.mint(seed))
    expect(new Set(made).size).toBe(200)
    expect(made.every((token) => tokens.accepts(seed, token))).toBe(true)
    // No byte of it stays the same from page to page, so that nothing can be guessed from the length of a packed page.
    const bytes = made.map((token) => Buffer.from(token, 'base64url'))
    for (const place of Array.from({ length: 64 }, (_value, index) => index))
      expect(new Set(bytes.map((one) => one[place])).size).toBeGreaterThan(50)
  })

  it('is refused for another browser and under another secret', () => {
    const [own, other] = [newSeed(), newSeed()]
    expect(tokens.accepts(other, tokens.mint(own))).toBe(false)
    expect(formTokens('another secret of 32 letters or more').accepts(own, tokens.mint(own))).toBe(false)
  })

  it('is refused when a single bit of it is changed', () => {
    const seed = newSeed()
    fc.assert(
      fc.property(fc.nat({ max: 64 * 8 - 1 }), (bit) => {
        const bytes = Buffer.from(tokens.mint(seed), 'base64url')
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(tokens.accepts(seed, bytes.toString('base64url'))).toBe(false)
      }),
      { numRuns: 200 }
    )
  })

  it('is refused whatever else comes in its place', () => {
    const seed = newSeed()
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(tokens.accepts(seed, text)).toBe(false)
      })
    )
    expect(tokens.accepts(seed, seed)).toBe(false)
  })
})

describe('a seed', () => {
  it('is 128 bits that are new each time', () => {
    const seeds = Array.from({ length: 1000 }, newSeed)
    expect(new Set(seeds).size).toBe(1000)
    expect(seeds.every(isSeed)).toBe(true)
    expect(Buffer.from(seeds[0] ?? '', 'base64url')).toHaveLength(16)
  })

  it.each([undefined, '', 'short', `${'a'.repeat(22)} `, 'あ'.repeat(22)])('is not %j', (value) => {
    expect(isSeed(value)).toBe(false)
  })
})
