import { setTimeout as pause } from 'node:timers/promises'
import { type PortalProcess, untilTrue } from '../portal-process.ts'
import type { Requests } from './journal.ts'

/** How a run of kills went. */
export type Killed = {
  readonly kills: number
  /** How many of them came before the portal served. */
  readonly duringStart: number
  /** How long each start took from the kill on, in milliseconds; those that were cut short are left out. */
  readonly recoveries: readonly number[]
}

type Plan = {
  readonly start: () => PortalProcess
  readonly requests: Requests
  readonly kills: number
  /** Seconds after which no further kill comes, whatever the plan was: a busy machine starts slowly. */
  readonly seconds: number
}

const upTo = (most: number): number => Math.floor(Math.random() * most)

/** Waits for a moment in the midst of work: so many requests, of everybody together, and then some milliseconds. */
const untilBusy = async (requests: Requests): Promise<void> => {
  const goal = requests.sent + 1 + upTo(25)
  await untilTrue('people work with the portal', () => requests.sent >= goal, 120)
  await pause(upTo(80))
}

/**
 * Kills a portal at random moments, every fourth time before it serves, and starts it again at once. The moments are
 * counted in requests, so that a slow machine does not turn them all into moments of the start.
 */
export const killAndRestart = async (first: PortalProcess, plan: Plan): Promise<Killed> => {
  const end = Date.now() + plan.seconds * 1000
  const recoveries: number[] = []
  let [portal, kills, duringStart] = [first, 0, 0]
  while (kills < plan.kills && Date.now() < end) {
    const early = kills % 4 === 3
    if (early) await pause(upTo(2000))
    else await untilBusy(plan.requests)
    portal.signal('SIGKILL')
    const ended = await portal.ended()
    if (ended !== 'SIGKILL') throw new Error(`the portal ended by itself (${ended}): ${portal.output()}`)
    kills += 1
    duringStart += early ? 1 : 0
    const since = Date.now()
    portal = plan.start()
    // The next kill comes while it still starts.
    if (kills % 4 === 3 && kills < plan.kills) continue
    await portal.untilServing()
    recoveries.push(Date.now() - since)
  }
  await portal.untilServing()
  return { kills, duringStart, recoveries }
}

type ManyPlan = Omit<Plan, 'start'> & { readonly start: (index: number) => PortalProcess }

/**
 * Kills one of several processes of a portal at a time, whichever it is and whether it serves by then, and starts it again
 * at once, while the others go on. Gives how often each was killed.
 * @param processes changed in place: they are those that run at the end
 */
export const killAmong = async (processes: PortalProcess[], plan: ManyPlan): Promise<readonly number[]> => {
  const end = Date.now() + plan.seconds * 1000
  const killed = processes.map(() => 0)
  for (let kills = 0; kills < plan.kills && Date.now() < end; kills++) {
    await untilBusy(plan.requests)
    const index = upTo(processes.length)
    processes[index]?.signal('SIGKILL')
    const ended = await processes[index]?.ended()
    if (ended !== 'SIGKILL') throw new Error(`a process ended by itself (${ended}): ${processes[index]?.output()}`)
    killed[index] = (killed[index] ?? 0) + 1
    processes[index] = plan.start(index)
  }
  for (const portal of processes) await portal.untilServing()
  return killed
}
