import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodedList } from '../../src/credentials/make-status-list.ts'

/** As a verifier reads it: the bit at an index, the first one leftmost. */
const bitAt = (list: string, index: number): boolean => {
  const bits = gunzipSync(Buffer.from(list.slice(1), 'base64url'))
  return (((bits[index >> 3] ?? 0) >> (7 - (index & 7))) & 1) === 1
}

const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 200_000 }), { maxLength: 40 })

describe('the status list', () => {
  it('is said in base64url without padding, marked by its u', () => {
    expect(encodedList([1])).toMatch(/^u[A-Za-z0-9_-]+$/)
  })

  it('has the bits of the ended certifications, and no others', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 200_000 }), (ended, asked) => {
        const list = encodedList(ended)
        for (const number of ended) expect(bitAt(list, number)).toBe(true)
        expect(bitAt(list, asked)).toBe(ended.includes(asked))
      }),
      { numRuns: 25 }
    )
  })

  it('is never shorter than 16 kilobytes, and as long as it must be', () => {
    const lengthOf = (ended: readonly number[]) =>
      gunzipSync(Buffer.from(encodedList(ended).slice(1), 'base64url')).length
    expect(lengthOf([])).toBe(16_384)
    expect(lengthOf([131_071])).toBe(16_384)
    expect(lengthOf([131_072])).toBe(16_385)
  })
})
