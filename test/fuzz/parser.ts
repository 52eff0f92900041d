import type fc from 'fast-check'
import { expect } from 'vitest'

/** Something that reads what comes from outside, and what has to be true of it whatever comes. */
export type Parser<Input, Output = unknown> = {
  readonly name: string
  readonly input: fc.Arbitrary<Input>
  readonly parse: (input: Input) => Output | Promise<Output>
  /** The errors that it says it throws. */
  readonly declares?: readonly (new (
    ...input: never[]
  ) => Error)[]
  /** What holds between what came and what was read. */
  readonly holds?: (output: Output, input: Input) => unknown
  /** An input that repeats something so many times; time must not grow much faster than it. */
  readonly grown?: (piece: string, times: number) => Input
  /** Where reading is slow by itself, such as taking a key from a password. */
  readonly isSlow?: boolean
}

/** A parser as a list of them all holds it. */
export type AnyParser = {
  readonly name: string
  readonly isSlow: boolean
  readonly property: (
    assert: <T>(input: fc.Arbitrary<T>, check: (value: T) => Promise<void>) => Promise<void>
  ) => Promise<void>
  /** Reads a piece many times over; null where nothing grows. */
  readonly readGrown: ((piece: string, times: number) => Promise<void>) | null
}

const isDeclared = (error: unknown, declares: readonly (new (...input: never[]) => Error)[] = []): boolean =>
  declares.some((kind) => error instanceof kind)

const attempt = async <Input, Output>(
  { parse, declares }: Parser<Input, Output>,
  input: Input
): Promise<{ readonly read: Output } | null> => {
  try {
    return { read: await parse(input) }
  } catch (error) {
    if (isDeclared(error, declares)) return null
    throw error
  }
}

const isUnstorable = /\\u0000|\\ud[89ab][0-9a-f]{2}(?!\\ud[c-f])/i

/** PostgreSQL keeps neither a zero character nor half of one: nothing of the kind may come out of a parser. */
const expectStorable = (output: unknown): void => {
  expect(isUnstorable.test(JSON.stringify(output) ?? '')).toBe(false)
}

/** Puts a parser on the list. */
export const listed = <Input, Output>(parser: Parser<Input, Output>): AnyParser => {
  const { grown } = parser
  return {
    name: parser.name,
    isSlow: parser.isSlow === true,
    property: (assert) =>
      assert(parser.input, async (input) => {
        const first = await attempt(parser, input)
        if (first === null) return
        if (parser.holds === undefined) expectStorable(first.read)
        else await parser.holds(first.read, input)
      }),
    readGrown:
      grown === undefined
        ? null
        : async (piece, times) => {
            await attempt(parser, grown(piece, times))
          }
  }
}

export { expectStorable }
