import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nextNumber, raiseTo } from '../../src/platform/counters.ts'
import { openTestApp, type TestApp } from '../support/app.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())

const take = (name: string, fails = false): Promise<number> =>
  portal.context.db.transaction(async (tx) => {
    const number = await nextNumber(tx, name)
    if (fails) throw new Error('given back')
    return number
  })

describe('a gapless counter', () => {
  it('gives every number once to transactions at the same time, and takes back those that fail', async () => {
    const results = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => take('busy', index % 4 === 3)))
    const numbers = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 15 }, (_, index) => index + 1))
  })

  it('counts each name by itself', async () => {
    expect([await take('one'), await take('other'), await take('one')]).toEqual([1, 1, 2])
  })

  it('goes on after the numbers that were given on paper, and never back', async () => {
    await raiseTo(portal.context.db, 'paper', 7)
    await raiseTo(portal.context.db, 'paper', 3)
    expect(await take('paper')).toBe(8)
  })
})
