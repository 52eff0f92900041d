import { expect } from 'vitest'
import type { Context } from '../../src/platform/context.ts'
import { NotFoundError } from '../../src/platform/errors.ts'
import { Crash, dyingAfterCommit, dyingBefore } from './crash.ts'
import { digestOf } from './digest.ts'
import { copyOf, type Model } from './model.ts'
import type { Real } from './portal.ts'

/** Numbers that a step chooses by: which case, which person, which tab. */
export type Dice = readonly [which: number, what: number, how: number, who: number]

/** One thing that somebody does: what the portal is asked, and what the model expects of it. */
export type Step = {
  /** Asks the portal; the answer is `ok`, or the reason of the refusal. */
  readonly act: (context: Context) => Promise<string>
  /** What the answer has to be; changes the model as the portal is to change. */
  readonly expected: (model: Model) => string
  /** Takes over from the portal what the model does not work out by itself. */
  readonly settle?: (model: Model) => Promise<void>
  /** Looked at the portal beforehand, so nothing may happen in between. */
  readonly alone?: boolean
}

export type StepMaker = (model: Model, real: Real, dice: Dice) => Promise<Step | null> | Step | null

/** How it is done: once, twice at the same time, or with a crash in between and then again. */
export type Manner =
  | { readonly kind: 'plain' | 'twice' | 'crash-after-commit' }
  | { readonly kind: 'crash-before'; readonly statement: number }

/** One of a list, whatever the number; undefined of an empty one. */
export const oneOf = <T>(list: readonly T[], number: number): T | undefined => list[number % Math.max(1, list.length)]

/** The answer of a use case as one word. */
export const answered = (result: { readonly ok: boolean; readonly reason?: unknown }): string =>
  result.ok ? 'ok' : String(result.reason)

const ask = async (step: Step, context: Context): Promise<string> => {
  try {
    return await step.act(context)
  } catch (error) {
    if (error instanceof NotFoundError) return 'not-found'
    throw error
  }
}

/** Asks in a world in which the process dies; null when it died. */
const askDying = async (step: Step, context: Context): Promise<string | null> => {
  try {
    return await ask(step, context)
  } catch (error) {
    if (error instanceof Crash || (error instanceof Error && error.cause instanceof Crash)) return null
    throw error
  }
}

const finish = async (step: Step, model: Model, answer: string): Promise<void> => {
  expect(answer).toBe(step.expected(model))
  await step.settle?.(model)
}

/** Two at the same time: what comes out is what comes out of one after the other, in either order. */
export const together = async (one: Step, other: Step, model: Model, real: Real): Promise<void> => {
  const got = await Promise.all([ask(one, real.context), ask(other, real.context)])
  const [forth, back] = [copyOf(model), copyOf(model)]
  const inTurn = [one.expected(forth), other.expected(forth)]
  const inReverse = [other.expected(back), one.expected(back)].reverse()
  const isForth = got.join() === inTurn.join()
  if (!isForth) expect(got).toEqual(inReverse)
  // Where the answers do not tell which was first, the portal does.
  const candidates = isForth && got.join() === inReverse.join() ? [forth, back] : [isForth ? forth : back]
  const statuses = await statusesIn(real)
  const chosen = candidates.find((candidate) => sameStatuses(candidate, real, statuses)) ?? candidates[0] ?? forth
  Object.assign(model, chosen)
  await one.settle?.(model)
  await other.settle?.(model)
}

const crashBefore = async (step: Step, model: Model, real: Real, statement: number): Promise<void> => {
  const before = await digestOf(real.context.db)
  const answer = await askDying(step, dyingBefore(real.context, statement))
  if (answer !== null) return finish(step, model, answer)
  expect(await digestOf(real.context.db)).toEqual(before)
  await finish(step, model, await ask(step, real.context))
}

const crashAfter = async (step: Step, model: Model, real: Real): Promise<void> => {
  const answer = await askDying(step, dyingAfterCommit(real.context))
  if (answer !== null) return finish(step, model, answer)
  step.expected(model)
  await step.settle?.(model)
  await finish(step, model, await ask(step, real.context))
}

/** Does a step in a manner, and holds the portal to what the model expects. */
export const perform = async (step: Step, manner: Manner, model: Model, real: Real): Promise<void> => {
  if (manner.kind === 'crash-before') return crashBefore(step, model, real, manner.statement)
  if (manner.kind === 'crash-after-commit') return crashAfter(step, model, real)
  if (manner.kind === 'twice' && step.alone !== true) return together(step, step, model, real)
  await finish(step, model, await ask(step, real.context))
}

type Statuses = ReadonlyMap<string, string>

/** Every application of the portal with its state and number. */
export const statusesIn = async ({ context }: Real): Promise<Statuses> => {
  const { rows } = await context.db.execute(
    `select id::text, status || ' ' || coalesce(number, '') as state from applications`
  )
  return new Map(rows.map(({ id, state }) => [String(id), String(state)]))
}

const sameStatuses = (model: Model, { ids }: Real, statuses: Statuses): boolean =>
  model.cases.every(({ key, status, number }) => statuses.get(ids.get(key) ?? '') === `${status} ${number ?? ''}`)

/** Holds every application to what the model says of it. */
export const expectStatuses = async (model: Model, real: Real): Promise<void> => {
  const statuses = await statusesIn(real)
  const wanted = model.cases.map(({ key, status, number }) => [key, `${status} ${number ?? ''}`] as const)
  expect(wanted.map(([key]) => [key, statuses.get(real.ids.get(key) ?? '')])).toEqual(wanted)
  expect(statuses.size).toBe(wanted.length)
}
