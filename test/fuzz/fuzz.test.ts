import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileParsers } from './file-parsers.ts'
import { formParsers } from './form-parsers.ts'
import { slowPieces } from './hostile-text.ts'
import { sheetParsers } from './sheet-parsers.ts'
import { textParsers } from './text-parsers.ts'

const parsers = [...formParsers, ...sheetParsers, ...textParsers, ...fileParsers]

const runs = Number(process.env.RUNS ?? 40)
const isLong = process.env.RUNS !== undefined
const replay =
  process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED), path: process.env.PATH_OF_RUN ?? '' }

/** Milliseconds of processor time of the fastest of three: others may be busy on the machine. */
const fastest = async (work: () => Promise<void>): Promise<number> => {
  const times: number[] = []
  for (let turn = 0; turn < 3; turn++) {
    const begun = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(begun)
    times.push((user + system) / 1_000)
  }
  return Math.min(...times)
}

describe.each(parsers.map((parser) => [parser.name, parser] as const))('%s', (_name, parser) => {
  const numRuns = Math.max(1, Math.round(parser.isSlow ? runs / 10 : runs))

  it('takes whatever comes', { timeout: 20_000 + numRuns * 200 }, () =>
    parser.property((input, check) => fc.assert(fc.asyncProperty(input, check), { numRuns, ...replay }))
  )
})

const growing = parsers.flatMap(({ name, readGrown, isSlow }) =>
  readGrown === null || isSlow ? [] : [{ name, readGrown }]
)

/** Eight times as long may take eight times as long, and a good deal more on a busy machine; not sixty-four times. */
const isSteady = async (
  read: (times: number) => Promise<void>,
  [short = 0, long = 0]: readonly number[]
): Promise<boolean> => {
  const quick = await fastest(() => read(short))
  return (await fastest(() => read(long))) <= quick * 30 + 100
}

describe('the time that reading takes', () => {
  const lengths = isLong ? [12_500, 100_000] : [1_250, 10_000]

  it.each(growing)('grows with the length and not faster: $name', { timeout: 300_000 }, async ({ name, readGrown }) => {
    // One piece after another for different parsers; all of them in a long run.
    const place = growing.findIndex((one) => one.name === name)
    const pieces = isLong ? slowPieces : [0, 7, 14].map((step) => slowPieces[(place + step) % slowPieces.length] ?? ' ')
    for (const piece of pieces) {
      const times = lengths.map((length) => Math.ceil(length / piece.length))
      const read = (count: number) => readGrown(piece, count)
      expect([piece, (await isSteady(read, times)) || (await isSteady(read, times))]).toEqual([piece, true])
    }
  })
})
