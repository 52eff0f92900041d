import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { publishedAverages } from '../../src/scheme/averages.ts'
import { industries, industryName, isIndustryCode } from '../../src/scheme/industries.ts'
import { readings } from '../../src/scheme/readings.ts'
import { type AverageRow, defaultNotApplicableReading } from '../../src/scoring/index.ts'

const reference = fileURLToPath(new URL('../../../shared/reference/', import.meta.url))

const rowsOf = (file: string): readonly AverageRow[] =>
  readFileSync(`${reference}${file}`, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [survey = '', year, code, , percent, source = ''] = line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
      return { survey, year: Number(year), industryCode: code || null, percent: Number(percent), source }
    })

describe.runIf(existsSync(reference))('the published averages', () => {
  it.each([
    ['paid-leave-take-up-rate.csv', publishedAverages.paidLeave],
    ['women-managers-share.csv', publishedAverages.womenManagers]
  ])('are the rows of %s, no more and no fewer', (file, rows) => {
    expect(rows).toEqual(rowsOf(file))
  })
})

it('names no average for an industry that does not exist, nor twice for the same year', () => {
  for (const rows of Object.values(publishedAverages)) {
    const keys = rows.map(({ year, industryCode }) => `${year} ${industryCode}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(rows.every(({ industryCode }) => industryCode === null || isIndustryCode(industryCode))).toBe(true)
  }
})

describe('the industries', () => {
  it('are the major divisions A to T', () => {
    expect(industries.map(({ code }) => code).join('')).toBe('ABCDEFGHIJKLMNOPQRST')
  })

  it.each([
    ['E', '製造業'],
    ['e', null],
    ['U', null],
    ['', null]
  ])('call %j %s', (code, name) => {
    expect(industryName(code)).toBe(name)
    expect(isIndustryCode(code)).toBe(name !== null)
  })
})

it('scores 「-」 by the reading that the readings name', () => {
  expect(readings.notApplicable.chosen).toBe(defaultNotApplicableReading)
})
