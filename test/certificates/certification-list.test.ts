import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certificationTabs, isInTab, type ListPage, pageBelow } from '../../src/certificates/certification-list.ts'
import { type CertificationRecord, certificationState } from '../../src/certificates/certification-record.ts'

const record = (parts: Partial<CertificationRecord> = {}): CertificationRecord => ({
  id: 'one',
  number: 1,
  companyId: 'company',
  companyName: '株式会社あさか製作所',
  nameKana: 'カブシキガイシャアサカセイサクショ',
  firstStartsOn: '2024-01-16',
  latestEndsOn: '2027-01-15',
  continuedUntil: null,
  renewalCount: 0,
  endedOn: null,
  endedHow: null,
  endedReason: null,
  endedByName: null,
  isRevocationOpen: false,
  ...parts
})

const surrendered = { endedOn: '2026-11-21', endedHow: 'surrendered' } as const
const revoked = { endedOn: '2026-11-21', endedHow: 'revoked' } as const

describe('a certification', () => {
  it.each([
    [{}, '2024-01-15', 'upcoming', 'standing'],
    [{}, '2024-01-16', 'certified', 'standing'],
    [{}, '2027-01-15', 'certified', 'standing'],
    [{}, '2027-01-16', 'expired', 'expired'],
    [{ continuedUntil: '9999-12-31' }, '2027-01-16', 'continued', 'standing'],
    [{ continuedUntil: '2027-02-01' }, '2027-02-02', 'expired', 'expired'],
    [surrendered, '2026-11-20', 'certified', 'standing'],
    [surrendered, '2026-11-21', 'surrendered', 'ended'],
    [surrendered, '2030-01-01', 'surrendered', 'ended'],
    [revoked, '2026-11-20', 'certified', 'standing'],
    [revoked, '2026-11-21', 'revoked', 'ended'],
    [{ ...revoked, continuedUntil: '9999-12-31' }, '2027-02-01', 'revoked', 'ended']
  ] as const)('%j on %s is %s, in the view %s', (parts, on, state, tab) => {
    const one = record(parts)
    expect(certificationState(one, on)).toBe(state)
    expect(certificationTabs.filter((name) => isInTab(one, name, on))).toEqual([tab, 'all'])
  })

  it('stands under the revocations while one is under way, besides its own view', () => {
    const one = record({ isRevocationOpen: true })
    expect(certificationTabs.filter((name) => isInTab(one, name, '2026-11-21'))).toEqual([
      'standing',
      'revocation',
      'all'
    ])
  })
})

type Row = { readonly number: number }

/** Every page from the first one on. */
const pagesOf = (sorted: readonly Row[], size: number, below: number | null = null): readonly ListPage<Row>[] => {
  const page = pageBelow(sorted, below, size)
  return page.next === null ? [page] : [page, ...pagesOf(sorted, size, page.next)]
}

describe('the pages of the list', () => {
  it('show each number once, forwards and back again', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 999 })), fc.integer({ min: 1, max: 7 }), (numbers, size) => {
        const sorted = numbers.toSorted((one, other) => other - one).map((number) => ({ number }))
        const pages = pagesOf(sorted, size)
        expect(pages.flatMap(({ rows }) => rows)).toEqual(sorted)
        const before = pages.map(({ previous }) =>
          previous === null ? null : pageBelow(sorted, previous === 0 ? null : previous, size)
        )
        expect(before).toEqual([null, ...pages.slice(0, -1)])
      })
    )
  })

  it('may begin below the last number, where there is nothing', () => {
    expect(pageBelow([{ number: 3 }], 2, 50)).toEqual({ rows: [], previous: 0, next: null })
  })
})
