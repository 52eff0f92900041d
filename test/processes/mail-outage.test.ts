import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Connection, openPostgres } from '../../src/platform/database.ts'
import { onPostgres, type PortalDatabase } from '../support/crash/databases.ts'
import { show } from '../support/crash/figures.ts'
import { reportMails } from '../support/crash/mail-complaints.ts'
import { letAnHourPass, serviceOn } from '../support/crash/settle.ts'
import { type MailManner, type MailServer, openMailServer } from '../support/mail-server.ts'
import { type PortalProcess, spawnPortal, untilTrue } from '../support/portal-process.ts'
import { freePort } from '../support/served-portal.ts'
import { WebClient } from '../support/web-client.ts'

let database: PortalDatabase
let mails: MailServer
let portal: PortalProcess
let connection: Connection

beforeEach(async () => {
  database = await onPostgres()
  mails = await openMailServer()
  portal = spawnPortal(serviceOn(database, mails, await freePort()))
  await portal.untilServing()
  connection = openPostgres(database.env.DATABASE_URL ?? '', 2)
})
afterEach(async () => {
  await connection.close()
  portal.signal('SIGKILL')
  await portal.ended()
  await mails.close()
  await database.drop()
})

const askForCode = async (email: string): Promise<void> => {
  const client = new WebClient(portal.url, `10.2.0.${email.length}`)
  const answer = await client.submit((await client.get('/sign-in')).body, '/sign-in', { email })
  expect(answer.status).toBe(200)
}

const report = () => reportMails(connection.db, mails.received)

describe('a mail server that is down for an hour', () => {
  it('makes mails wait through every kind of failure; all go afterwards, each under one identity', async () => {
    const manners: readonly MailManner[] = ['refuse-for-now', 'refuse', 'take-but-deny']
    for (const manner of manners) {
      mails.behave(manner)
      const before = mails.tries()
      await askForCode(`${manner}@example.jp`)
      await untilTrue(`a try meets ${manner}`, () => mails.tries() > before)
      await untilTrue('it is noted', async () => {
        const { rows } = await connection.db.execute(
          sql`select 1 from mails where recipient = ${`${manner}@example.jp`} and attempts > 0 and state = 'waiting'`
        )
        return rows.length === 1
      })
    }
    expect((await report()).waiting).toHaveLength(3)
    mails.behave('take')
    await untilTrue('all have gone', async () => {
      await letAnHourPass(connection.db)
      return (await report()).waiting.length === 0
    })
    const { queued, received, copies, complaints } = await report()
    show('mails after an outage', { queued, received, copies, tries: mails.tries() })
    expect({ queued, copies, complaints }).toEqual({ queued: 3, copies: 1, complaints: [] })
  })
})
