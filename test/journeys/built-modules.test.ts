import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

/** Runs a module against the build, without any of this project's loaders. */
const inNode = (code: string): unknown => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8'
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

describe('the modules that others import after a build', () => {
  it('score the cheapest way to the standard', () => {
    const verdict = inNode(`
      import { editions } from './dist/src/checklist/index.js'
      import { score } from './dist/src/scoring/index.js'
      const marks = { '1-1': 'checked', '5-1': 'checked', '5-2': 'checked', '7-2': 'checked' }
      const { meetsStandard, passedCategories, requiredCategories, categories } = score(editions['asaka-2023'], { marks })
      console.log(JSON.stringify({ meetsStandard, passedCategories, requiredCategories, fifth: categories[4] }))`)
    expect(verdict).toMatchObject({
      meetsStandard: true,
      passedCategories: 3,
      requiredCategories: 3,
      fifth: { number: 5, checked: 2, counted: 3, needed: 2, passed: true }
    })
  })

  it('throw a typed error for what the sheet does not have', () => {
    const names = inNode(`
      import { editions } from './dist/src/checklist/index.js'
      import { score } from './dist/src/scoring/index.js'
      const nameOf = (marks) => { try { score(editions['asaka-2023'], { marks }); return null } catch (error) { return error.name } }
      console.log(JSON.stringify([nameOf({ '9-9': 'checked' }), nameOf({ '1-1': 'not_applicable' }), nameOf({ '4-3': 'not_applicable' })]))`)
    expect(names).toEqual(['UnknownItemError', 'NotApplicableNotAllowedError', null])
  })

  it('give the 2020 edition with its pass mark not determined', () => {
    const verdict = inNode(`
      import { editions } from './dist/src/checklist/index.js'
      import { score } from './dist/src/scoring/index.js'
      const edition = editions['asaka-2020']
      const items = edition.categories.flatMap(({ items }) => items)
      console.log(JSON.stringify([items.length, score(edition, { marks: {} }).meetsStandard]))`)
    expect(verdict).toEqual([39, null])
  })

  it('count the certification period', () => {
    const period = inNode(`
      import { certificationPeriod } from './dist/src/certificates/period.js'
      console.log(JSON.stringify(certificationPeriod('2024-02-29')))`)
    expect(period).toEqual({ startsOn: '2024-02-29', endsOn: '2027-02-28' })
  })
})
