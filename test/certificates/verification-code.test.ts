import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseVerificationCode, verificationCode } from '../../src/certificates/verification-code.ts'

const code = '7KQ2-M9XT-4HDR'
const randomBytes = fc.uint8Array({ minLength: 12, maxLength: 16 })

describe('verificationCode', () => {
  it('is three groups of four characters that cannot be mistaken for one another', () => {
    fc.assert(
      fc.property(randomBytes, (bytes) => {
        expect(verificationCode(bytes)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
      })
    )
  })

  it('takes five bits of each byte, so that every character is equally likely', () => {
    const first = Array.from({ length: 256 }, (_, byte) => verificationCode(new Uint8Array(12).fill(byte)).charAt(0))
    const counts = Map.groupBy(first, (character) => character)
    expect([...counts.values()].map((same) => same.length)).toEqual(Array(32).fill(8))
  })

  it('changes with each of the twelve bytes', () => {
    const zero = verificationCode(new Uint8Array(12))
    for (let index = 0; index < 12; index++) {
      expect(verificationCode(new Uint8Array(12).with(index, 1))).not.toBe(zero)
    }
  })

  it('refuses to make a code from too little chance', () => {
    expect(() => verificationCode(new Uint8Array(11))).toThrow(RangeError)
  })
})

describe('parseVerificationCode', () => {
  it('reads back every code that is made', () => {
    fc.assert(
      fc.property(randomBytes, (bytes) => {
        const made = verificationCode(bytes)
        expect(parseVerificationCode(made)).toBe(made)
        expect(parseVerificationCode(made.replaceAll('-', '').toLowerCase())).toBe(made)
      })
    )
  })

  it.each([
    '7kq2-m9xt-4hdr',
    '7KQ2M9XT4HDR',
    '  7KQ2 M9XT 4HDR ',
    '７ＫＱ２－Ｍ９ＸＴ－４ＨＤＲ',
    '７ｋｑ２　ｍ９ｘｔ　４ｈｄｒ',
    '7KQ2–M9XT—4HDR',
    '7KQ2ーM9XTー4HDR',
    '7KQ2−M9XT‐4HDR',
    '7K-Q2M9-XT4HDR'
  ])('reads %j as the code that was meant', (text) => {
    expect(parseVerificationCode(text)).toBe(code)
  })

  it('reads O as 0, and I and L as 1', () => {
    expect(parseVerificationCode('OoIi-lL00-1111')).toBe('0011-1100-1111')
  })

  it.each([
    '',
    '7KQ2-M9XT-4HD',
    '7KQ2-M9XT-4HDRX',
    'UUUU-UUUU-UUUU',
    '7KQ2-M9XT-4HD!',
    'あいうえおかきくけこさし',
    '7KQ2-M9XT-4HD𠮷'
  ])('finds no code in %j', (text) => {
    expect(parseVerificationCode(text)).toBeNull()
  })
})
