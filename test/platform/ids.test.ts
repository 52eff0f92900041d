import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUuid, uuidV7 } from '../../src/platform/ids.ts'

const moments = fc.integer({ min: 0, max: 2 ** 48 - 1 })

describe('uuidV7', () => {
  it('has the version and variant of RFC 9562 whatever the random part', () => {
    fc.assert(
      fc.property(moments, fc.uint8Array({ minLength: 10, maxLength: 10 }), (time, random) => {
        const id = uuidV7(time, random)
        expect(isUuid(id)).toBe(true)
        expect(id[14]).toBe('7')
        expect(id[19]).toMatch(/[89ab]/)
      })
    )
  })

  it('sorts by time', () => {
    fc.assert(
      fc.property(moments, moments, (one, other) => {
        fc.pre(one < other)
        expect(uuidV7(one) < uuidV7(other)).toBe(true)
      })
    )
  })

  it('agrees with the example of RFC 9562, appendix A.6', () => {
    const random = Buffer.from('0cc318c4dc0c0c07398f', 'hex')
    expect(uuidV7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
  })
})

describe('isUuid', () => {
  it.each(['', 'x', '017F22E2-79B0-7CC3-98C4-DC0C0C07398F', "' or 1=1 --", '017f22e2-79b0-7cc3-98c4-dc0c0c07398f\n'])(
    'refuses %j',
    (text) => {
      expect(isUuid(text)).toBe(false)
    }
  )
})
