import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/scheme/calendar.ts'
import { type CertifiedPeriod, indicatorYears } from '../../src/scheme/indicator.ts'

const first: CertifiedPeriod = { certificationId: 'a', startsOn: '2021-01-16', endsOn: '2024-01-15', endedOn: null }

/** Fiscal year, target and count, as `2020 5 2`; `-` where there is none. */
const read = (periods: readonly CertifiedPeriod[], on: string, targets: readonly [number, number][] = []) =>
  indicatorYears(
    targets.map(([fiscalYear, target]) => ({ fiscalYear, target })),
    periods,
    on
  ).map(({ fiscalYear, target, certified }) => `${fiscalYear} ${target ?? '-'} ${certified ?? '-'}`)

describe('the years of the indicator', () => {
  it('run from the first target to the last, and count the present year today', () => {
    const targets: [number, number][] = [
      [2020, 5],
      [2021, 10],
      [2023, 25]
    ]
    expect(read([first], '2021-05-01', targets)).toEqual(['2020 5 1', '2021 10 1', '2022 - -', '2023 25 -'])
  })

  it('begin earlier with the first certification, and go on to the present year without a target', () => {
    expect(read([first], '2024-04-01', [[2022, 15]])).toEqual([
      '2020 - 1',
      '2021 - 1',
      '2022 15 1',
      '2023 - 0',
      '2024 - 0'
    ])
  })

  it('are the present one alone where there is nothing', () => {
    expect(read([], '2026-03-31')).toEqual(['2025 - 0'])
  })
})

const standing = (period: Partial<CertifiedPeriod>, on: string): boolean =>
  read([{ ...first, ...period }], on)
    .at(-1)
    ?.endsWith(' 1') === true

describe('a certification counts', () => {
  it.each([
    ['2021-01-15', false],
    ['2021-01-16', true],
    ['2024-01-15', true],
    ['2024-01-16', false]
  ])('on the days of its period: %s %s', (on, counts) => {
    expect(standing({}, on)).toBe(counts)
  })

  it.each([
    ['2022-03-30', true],
    ['2022-03-31', false],
    ['2022-04-01', false]
  ])('until the day before it was ended: %s %s', (on, counts) => {
    expect(standing({ endedOn: '2022-03-31' }, on)).toBe(counts)
  })

  it('in a year at whose end it stood, even if it ended on the first day of the next', () => {
    expect(read([{ ...first, endedOn: '2022-04-01' }], '2022-05-01')).toEqual(['2020 - 1', '2021 - 1', '2022 - 0'])
  })

  it('not in a year at whose end it stood no more', () => {
    expect(read([{ ...first, endedOn: '2022-03-31' }], '2022-05-01')).toEqual(['2020 - 1', '2021 - 0', '2022 - 0'])
  })

  it('once, however many periods it has', () => {
    const renewed = { ...first, startsOn: '2024-01-16', endsOn: '2027-01-15' }
    const overlapping = { ...first, startsOn: '2023-12-01', endsOn: '2026-11-30' }
    expect(read([first, renewed, overlapping], '2024-01-10').at(-1)).toBe('2023 - 1')
    expect(read([first, renewed], '2024-02-01').at(-1)).toBe('2023 - 1')
  })

  it('not before a period that was decided begins', () => {
    expect(standing({ startsOn: '2027-01-16', endsOn: '2030-01-15' }, '2026-11-21')).toBe(false)
  })
})

const days = fc.integer({ min: 0, max: 4000 }).map((day) => addDays('2018-01-01', day))
const periods = fc.array(
  fc.record({
    certificationId: fc.constantFrom('a', 'b', 'c', 'd'),
    startsOn: days,
    endsOn: days,
    endedOn: fc.option(days, { nil: null })
  })
)

it('never counts more than there are certifications, and nothing in years to come', () => {
  fc.assert(
    fc.property(periods, days, (held, on) => {
      const years = indicatorYears([{ fiscalYear: 2030, target: 60 }], held, on)
      const ids = new Set(held.map(({ certificationId }) => certificationId)).size
      for (const { fiscalYear, certified } of years) {
        if (certified === null) expect(`${fiscalYear}-03-31` >= on).toBe(true)
        else expect(certified).toBeLessThanOrEqual(ids)
      }
      expect(years.map(({ fiscalYear }) => fiscalYear)).toEqual(
        years.map((_year, index) => (years[0]?.fiscalYear ?? 0) + index)
      )
    })
  )
})
