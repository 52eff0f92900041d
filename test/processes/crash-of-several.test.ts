import { afterEach, expect, it } from 'vitest'
import { onPostgres } from '../support/crash/databases.ts'
import { figuresOf, show } from '../support/crash/figures.ts'
import { Journal } from '../support/crash/journal.ts'
import { killAmong } from '../support/crash/killing.ts'
import { runLoad } from '../support/crash/load.ts'
import { complaintsIn, drainMails, serviceOn, stopInOrder } from '../support/crash/settle.ts'
import { openMailServer } from '../support/mail-server.ts'
import { type PortalProcess, spawnPortal } from '../support/portal-process.ts'
import { freePort } from '../support/served-portal.ts'

/** 100 for a night's run, with as many seconds as it takes. */
const planned = Number(process.env.KILLS || 10)
const seconds = Number(process.env.KILL_SECONDS || 90)
const applicants = 3
const roles = ['web', 'web', 'worker', 'worker'] as const

const toClose: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close()
})

it('loses nothing and does nothing twice where two serve, two work, and one after the other is killed', {
  timeout: 600_000 + seconds * 1000
}, async () => {
  const database = await onPostgres()
  toClose.push(database.drop)
  const mails = await openMailServer()
  toClose.push(mails.close)
  const ports = [await freePort(), await freePort()] as const
  const env = serviceOn(database, mails, ports[0])
  const start = (index: number): PortalProcess =>
    spawnPortal({ ...env, ROLE: roles[index] ?? 'web', PORT: String(ports[index] ?? ports[0]) })
  const processes = [start(0)]
  toClose.push(async () => {
    for (const portal of processes) portal.signal('SIGKILL')
    for (const portal of processes) await portal.ended()
  })
  // Whoever starts first makes the tables.
  await processes[0]?.untilServing()
  for (const index of [1, 2, 3]) processes.push(start(index))
  for (const portal of processes) await portal.untilServing()

  let asked = 0
  // As a proxy in front does it: in turn, to those that are known to serve.
  const target = (): string => {
    const serving = ports.filter((_port, index) => processes[index]?.serves())
    return `http://localhost:${serving[asked++ % serving.length] ?? ports[0]}`
  }
  const journal = new Journal(env.BASE_URL, target)
  const load = runLoad(journal, mails, applicants)
  const killed = await killAmong(processes, { start, requests: journal.requests, kills: planned, seconds })
  await load.finish()
  for (const portal of processes) await stopInOrder(portal)
  const drained = await drainMails(database, mails, () => spawnPortal(env))

  const complaints = await complaintsIn(database, load)
  show('two web and two worker processes', {
    killed,
    lost: complaints.lost.length,
    ...figuresOf(journal, load, drained)
  })
  expect(killed.some((times) => times > 0)).toBe(true)
  expect(complaints).toEqual({ lost: [], halfDone: [], histories: [] })
  expect(drained.report).toMatchObject({ complaints: [], waiting: [] })
  expect(journal.deeds().filter(({ acknowledged }) => !acknowledged)).toEqual([])
})
