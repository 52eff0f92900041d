import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../support/app.ts'
import { happenings } from './commands.ts'
import { expectDirectory } from './directory.ts'
import { expectInvariants } from './invariants.ts'
import { freshWorld, keepSessions, makePeople, type Real } from './portal.ts'
import { tallied } from './tally.ts'

/**
 * RUNS=10000 makes it a long one. What failed is replayed with the SEED, PATH_OF_RUN and REPLAY (the replayPath of the
 * commands) that it printed.
 */
const runs = Number(process.env.RUNS ?? 200)
const longest = process.env.RUNS === undefined ? 16 : 60
const replay =
  process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED), path: process.env.PATH_OF_RUN ?? '' }

let portal: TestApp
let real: Real

beforeAll(async () => {
  portal = await openTestApp()
  const people = await makePeople(portal.context)
  real = { portal, context: portal.context, people, ids: new Map(), intruders: new Map() }
  await freshWorld(real)
  const intruders = new Map()
  for (const key of ['p0', 'p2', 'p3', 'm0', 'm2', 's1'])
    intruders.set(key, await portal.signIn(people.get(key)?.email ?? ''))
  await keepSessions(portal.context)
  real = { ...real, intruders }
})
afterAll(() => portal.close())

describe('the life of applications and certifications', () => {
  it(`goes as the model says, whatever happens, in ${runs} runs`, { timeout: 60_000 + runs * 3_000 }, async () => {
    const lives = fc.commands([happenings], {
      maxCommands: longest,
      size: 'max',
      ...(process.env.REPLAY === undefined ? {} : { replayPath: process.env.REPLAY })
    })
    await fc.assert(
      fc.asyncProperty(lives, async (commands) => {
        const model = await freshWorld(real)
        await fc.asyncModelRun(() => ({ model, real }), commands)
        await expectInvariants(model, real)
        await expectDirectory(model, real)
      }),
      { numRuns: runs, ...replay }
    )
    if (runs !== 200) process.stdout.write(`${JSON.stringify(tallied(), null, 1)}\n`)
    expect(Object.keys(tallied()).length).toBeGreaterThan(30)
  })
})
