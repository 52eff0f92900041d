import { afterEach, describe, expect, it } from 'vitest'
import { portalDatabases } from '../support/crash/databases.ts'
import { figuresOf, show, spreadOf } from '../support/crash/figures.ts'
import { Journal } from '../support/crash/journal.ts'
import { killAndRestart } from '../support/crash/killing.ts'
import { runLoad } from '../support/crash/load.ts'
import { complaintsIn, drainMails, serviceOn, stopInOrder } from '../support/crash/settle.ts'
import { openMailServer } from '../support/mail-server.ts'
import { type PortalProcess, spawnPortal } from '../support/portal-process.ts'
import { freePort } from '../support/served-portal.ts'

/** 100 for a night's run, with as many seconds as it takes. */
const planned = Number(process.env.KILLS || 10)
const seconds = Number(process.env.KILL_SECONDS || 90)
/** Companies that apply side by side. */
const applicants = 3
const timeout = 600_000 + seconds * 1000

const toClose: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close()
})

describe.each(Object.entries(portalDatabases))('a portal that is killed, on %s', (name, make) => {
  it('loses nothing that it acknowledged, and does nothing twice', { timeout }, async () => {
    const database = await make()
    toClose.push(database.drop)
    const mails = await openMailServer()
    toClose.push(mails.close)
    const env = serviceOn(database, mails, await freePort())
    let current = spawnPortal(env)
    toClose.push(async () => {
      current.signal('SIGKILL')
      await current.ended()
    })
    const start = (): PortalProcess => {
      current = spawnPortal(env)
      return current
    }
    await current.untilServing()

    const journal = new Journal(env.BASE_URL)
    const load = runLoad(journal, mails, applicants)
    const { requests } = journal
    const plan = { start, requests, kills: planned, seconds }
    const { recoveries, kills, duringStart } = await killAndRestart(current, plan)
    await load.finish()
    await stopInOrder(current)
    const drained = await drainMails(database, mails, start)

    const complaints = await complaintsIn(database, load)
    const millisecondsToServe = spreadOf(recoveries)
    show(name, {
      kills,
      duringStart,
      lost: complaints.lost.length,
      ...figuresOf(journal, load, drained),
      millisecondsToServe
    })
    expect(kills).toBeGreaterThan(0)
    expect(complaints).toEqual({ lost: [], halfDone: [], histories: [] })
    expect(drained.report).toMatchObject({ complaints: [], waiting: [] })
    expect(journal.deeds().filter(({ acknowledged }) => !acknowledged)).toEqual([])
  })
})
