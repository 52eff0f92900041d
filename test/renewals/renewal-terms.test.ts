import { describe, expect, it } from 'vitest'
import { renewalTerms } from '../../src/renewals/renewal-terms.ts'

const settings = { renewalWindowDays: 180, lateRenewalDays: 90 }
const standing = { period: { startsOn: '2024-01-16', endsOn: '2027-01-15' }, endedOn: null, endedHow: null }

describe('what the time means for a renewal', () => {
  it.each([
    ['2027-01-15', null, '認定が続きます'],
    ['2027-01-16', null, '1日後の提出です'],
    ['2027-04-15', null, '90日後の提出です'],
    ['2027-06-01', '2027-01-15', '認定が続きます'],
    ['2027-06-01', '2027-02-15', '31日後の提出です']
  ])('on %s, sent first on %s', (on, sentOn, words) => {
    const { barred, note } = renewalTerms(standing, settings, { on, sentOn })
    expect(barred).toBeNull()
    expect(note).toContain(words)
  })

  it('bars what was never sent by the last day of the late period', () => {
    expect(renewalTerms(standing, settings, { on: '2027-04-16', sentOn: null })).toEqual({
      barred: expect.stringContaining('令和9年4月15日で締め切りました'),
      note: null
    })
  })

  it.each([
    ['revoked', '取り消されました'],
    ['surrendered', '辞退により終わりました']
  ] as const)('bars what follows a certification that was %s, sent or not', (endedHow, words) => {
    for (const sentOn of [null, '2026-12-01'])
      expect(
        renewalTerms({ ...standing, endedOn: '2026-12-15', endedHow }, settings, { on: '2026-12-20', sentOn }).barred
      ).toContain(words)
  })
})
