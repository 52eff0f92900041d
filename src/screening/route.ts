import type { Route } from '../applications/application-status.ts'
import type { ExaminationReason } from '../scoring/index.ts'

/** Which way a renewal takes, chosen by a person. */
export type RouteChoice = {
  readonly round: number
  readonly route: Route
  readonly proposed: Route
  /** What stood against the simplified way when it was chosen, as `groundsOf` tells it. */
  readonly grounds: readonly string[]
  /** Why the proposal was overruled; empty where it was followed. */
  readonly reason: string
  readonly chosenAt: Date
  readonly chosenByName: string
}

const groundOf = (reason: ExaminationReason): string =>
  reason.kind === 'category-lost' ? `${reason.kind}:${reason.numbers.join(',')}` : reason.kind

/**
 * The reasons for a new examination as they are kept with a choice: kinds, and of lost categories their numbers, so that
 * another category lost since is another ground.
 */
export const groundsOf = (reasons: readonly ExaminationReason[]): readonly string[] => reasons.map(groundOf)

/** Whether two sets of grounds say the same; they stand in a fixed order. */
export const isSameGrounds = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((ground, index) => ground === other[index])

/** The way that the system proposes: a new examination where there is any reason for one. */
export const proposedRoute = (grounds: readonly string[]): Route => (grounds.length > 0 ? 'examination' : 'simplified')

/** The other way. */
export const otherRoute = (route: Route): Route => (route === 'simplified' ? 'examination' : 'simplified')

const separator = '|'

/** The grounds as a hidden field carries them. */
export const groundsField = (grounds: readonly string[]): string => grounds.join(separator)

/** The grounds that a hidden field carried. */
export const groundsIn = (field: string): readonly string[] => (field === '' ? [] : field.split(separator))
