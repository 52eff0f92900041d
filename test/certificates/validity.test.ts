import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CertificateFacts, isCertified, validityOn } from '../../src/certificates/validity.ts'

const facts = (parts: Partial<CertificateFacts> = {}): CertificateFacts => ({
  period: { startsOn: '2021-01-16', endsOn: '2024-01-15' },
  endedOn: null,
  latestEndsOn: '2024-01-15',
  continuedUntil: null,
  ...parts
})

describe('a certificate', () => {
  it.each([
    ['2021-01-15', 'not_yet'],
    ['2021-01-16', 'valid'],
    ['2024-01-15', 'valid'],
    ['2024-01-16', 'expired']
  ] as const)('on %s is %s', (date, validity) => {
    expect(validityOn(date, facts())).toBe(validity)
  })

  it.each([
    ['2022-05-31', 'valid'],
    ['2022-06-01', 'revoked'],
    ['2024-01-16', 'revoked']
  ] as const)('on %s, ended on 2022-06-01, is %s', (date, validity) => {
    expect(validityOn(date, facts({ endedOn: '2022-06-01', continuedUntil: '9999-12-31' }))).toBe(validity)
  })

  it.each([
    ['2024-01-15', 'valid'],
    ['2024-01-16', 'continued'],
    ['2024-02-29', 'continued'],
    ['2024-03-01', 'expired']
  ] as const)('on %s, while its renewal was examined until 2024-02-29, is %s', (date, validity) => {
    expect(validityOn(date, facts({ continuedUntil: '2024-02-29' }))).toBe(validity)
  })

  it.each([
    ['2024-01-15', 'valid'],
    ['2024-01-16', 'renewed'],
    ['2027-01-15', 'renewed'],
    ['2027-01-16', 'continued'],
    ['2027-02-01', 'expired']
  ] as const)(
    'of a first period, on %s, with a second one and a further renewal on its way, is %s',
    (date, validity) => {
      const renewed = facts({ latestEndsOn: '2027-01-15', continuedUntil: '2027-01-31' })
      expect(validityOn(date, renewed)).toBe(validity)
    }
  )

  it('is never worth anything from the day on which its certification ended, whatever else is known', () => {
    const day = fc
      .date({ min: new Date('2019-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, day, day, day, (date, endedOn, latestEndsOn, continuedUntil) => {
        const validity = validityOn(date, facts({ endedOn, latestEndsOn, continuedUntil }))
        expect(validity === 'revoked').toBe(endedOn <= date)
        if (endedOn <= date) expect(isCertified(validity)).toBe(false)
      })
    )
  })
})
