import { setTimeout as pause } from 'node:timers/promises'
import type { PortalProcess } from '../portal-process.ts'

/** How often it was killed before it served, and how long the others took. */
export type Killed = { readonly duringStart: number; readonly recoveries: readonly number[] }

const between = (from: number, to: number): number => from + Math.random() * (to - from)

/**
 * Kills a portal at random moments, every fourth time before it serves, and starts it again at once.
 * @returns how long each start took from the kill on, in milliseconds
 */
export const killAndRestart = async (
  first: PortalProcess,
  start: () => PortalProcess,
  kills: number
): Promise<Killed> => {
  let portal = first
  let duringStart = 0
  const recoveries: number[] = []
  for (let kill = 0; kill < kills; kill++) {
    const early = kill % 4 === 3
    if (early) duringStart += 1
    await pause(between(early ? 20 : 200, early ? 1500 : 3000))
    portal.signal('SIGKILL')
    const ended = await portal.ended()
    if (ended !== 'SIGKILL') throw new Error(`the portal ended by itself (${ended}): ${portal.output()}`)
    const since = Date.now()
    portal = start()
    // The next kill may come while it still starts.
    if (kill % 4 === 2 && kill + 1 < kills) continue
    await portal.untilServing()
    recoveries.push(Date.now() - since)
  }
  return { duringStart, recoveries }
}
