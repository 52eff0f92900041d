import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import {
  daysBetween,
  formatDate,
  formatDateTime,
  formatDateWithWeekday,
  formatDaysAgo,
  formatFileSize,
  formatFiscalYear,
  formatNumber,
  formatPeriod,
  formatYear
} from '../../views/format.ts'

describe('dates', () => {
  it.each([
    ['2024-01-15', '令和6年1月15日'],
    ['2019-05-01', '令和元年5月1日'],
    ['2019-12-31', '令和元年12月31日'],
    ['2020-01-01', '令和2年1月1日'],
    ['2019-04-30', '平成31年4月30日']
  ])('%s is written %s', (date, written) => {
    expect(formatDate(date)).toBe(written)
  })

  it.each([
    ['2026-11-09', '令和8年11月9日（月）'],
    ['2026-11-15', '令和8年11月15日（日）'],
    ['2024-02-29', '令和6年2月29日（木）']
  ])('%s with its weekday is %s', (date, written) => {
    expect(formatDateWithWeekday(date)).toBe(written)
  })

  it('names both ends of a period', () => {
    expect(formatPeriod({ startsOn: '2021-01-16', endsOn: '2024-01-15' })).toBe('令和3年1月16日から令和6年1月15日まで')
  })

  it.each([
    [2025, '2025年（令和7年）'],
    [2019, '2019年（平成31年・令和元年）'],
    [2018, '2018年（平成30年）']
  ])('the calendar year %i is %s', (year, written) => {
    expect(formatYear(year)).toBe(written)
  })

  it.each([
    [2025, '令和7年度'],
    [2019, '令和元年度'],
    [2018, '平成30年度']
  ])('the fiscal year %i is %s', (year, written) => {
    expect(formatFiscalYear(year)).toBe(written)
  })
})

describe('formatDateTime', () => {
  it.each([
    ['2026-11-09T05:05:00Z', '令和8年11月9日 14時05分'],
    ['2026-11-09T15:00:00Z', '令和8年11月10日 0時00分'],
    ['2019-04-30T14:59:59Z', '平成31年4月30日 23時59分'],
    ['2019-04-30T15:00:00Z', '令和元年5月1日 0時00分']
  ])('%s is %s in Japan', (instant, written) => {
    expect(formatDateTime(new Date(instant))).toBe(written)
  })

  it.each(['America/Los_Angeles', 'Pacific/Kiritimati'])('is the same on a server in %s', (zone) => {
    const script = `
      const { formatDateTime, formatDateWithWeekday } = await import(${JSON.stringify(new URL('../../views/format.ts', import.meta.url))})
      process.stdout.write(formatDateTime(new Date('2019-04-30T15:00:00Z')) + formatDateWithWeekday('2019-05-01'))`
    const written = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8'
    })
    expect(written).toBe('令和元年5月1日 0時00分令和元年5月1日（水）')
  })
})

describe('days', () => {
  it('are counted from the one date to the other', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
    expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2)
    expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366)
  })

  it.each([
    ['2024-03-10', '今日'],
    ['2024-03-09', '昨日'],
    ['2024-03-07', '3日前'],
    ['2021-01-01', '1,164日前'],
    ['2024-03-11', '明日'],
    ['2024-03-13', '3日後']
  ])('%s is, on 2024-03-10, %s', (date, written) => {
    expect(formatDaysAgo(date, '2024-03-10')).toBe(written)
  })
})

it('groups thousands', () => {
  expect(formatNumber(40923)).toBe('40,923')
})

describe('formatFileSize', () => {
  it.each([
    [0, '0 バイト'],
    [1023, '1023 バイト'],
    [1024, '1 KB'],
    [1025, '2 KB'],
    [1_048_576, '1 MB'],
    [1_234_567, '1.2 MB'],
    [10_485_760, '10 MB'],
    [10_485_761, '10.1 MB'],
    [1_048_575, '1 MB']
  ])('%i bytes are %s', (bytes, written) => {
    expect(formatFileSize(bytes)).toBe(written)
  })
})
