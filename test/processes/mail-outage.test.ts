import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Connection, openPostgres } from '../../src/platform/database.ts'
import { recurringQueues } from '../../src/platform/jobs.ts'
import { onPostgres, type PortalDatabase } from '../support/crash/databases.ts'
import { show } from '../support/crash/figures.ts'
import { reportMails } from '../support/crash/mail-complaints.ts'
import { letAnHourPass, serviceOn, stopInOrder } from '../support/crash/settle.ts'
import { type MailManner, type MailServer, openMailServer } from '../support/mail-server.ts'
import { type PortalProcess, spawnPortal, untilTrue } from '../support/portal-process.ts'
import { freePort } from '../support/served-portal.ts'
import { WebClient } from '../support/web-client.ts'

let database: PortalDatabase
let mails: MailServer
let portal: PortalProcess
let connection: Connection

/** Starts the portal with so many seconds of patience for the mail server. */
const serve = async (patience: number): Promise<void> => {
  portal = spawnPortal({
    ...serviceOn(database, mails, await freePort()),
    SMTP_TIMEOUT_SECONDS: String(patience)
  })
  await portal.untilServing()
}

beforeEach(async () => {
  database = await onPostgres()
  mails = await openMailServer()
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

/** Behaves so, has a code asked for, and waits until its mail was tried. */
const meet = async (manner: MailManner): Promise<void> => {
  mails.behave(manner)
  const before = mails.tries()
  await askForCode(`${manner}@example.jp`)
  await untilTrue(`a try meets ${manner}`, () => mails.tries() > before)
}

const noted = (manner: MailManner): Promise<void> =>
  untilTrue('it is noted', async () => {
    const { rows } = await connection.db.execute(
      sql`select 1 from mails where recipient = ${`${manner}@example.jp`} and attempts > 0 and state = 'waiting'`
    )
    return rows.length === 1
  })

const untilAllHaveGone = (): Promise<void> =>
  untilTrue('all have gone', async () => {
    await letAnHourPass(connection.db)
    return (await report()).waiting.length === 0
  })

describe('a mail server that is down for an hour', () => {
  it('makes mails wait through every kind of failure; all go afterwards, each under one identity', async () => {
    await serve(30)
    const manners: readonly MailManner[] = ['refuse-for-now', 'refuse', 'take-but-deny']
    for (const manner of manners) {
      await meet(manner)
      await noted(manner)
    }
    expect((await report()).waiting).toHaveLength(3)
    mails.behave('take')
    await untilAllHaveGone()
    const { queued, received, copies, complaints } = await report()
    show('mails after an outage', { queued, received, copies, tries: mails.tries() })
    expect({ queued, copies, complaints }).toEqual({ queued: 3, copies: 1, complaints: [] })
  })
})

describe('a mail server that accepts the connection and then says nothing', () => {
  it('is given up after a while, wherever it stops; the mails are kept and go afterwards', async () => {
    await serve(1)
    const manners: readonly MailManner[] = ['hang-before-greeting', 'hang', 'hang-after-content']
    for (const manner of manners) {
      await meet(manner)
      await noted(manner)
    }
    expect((await report()).waiting).toHaveLength(3)
    mails.behave('take')
    await untilAllHaveGone()
    const { queued, copies, complaints } = await report()
    // The one that kept the content and did not say so got it again.
    expect({ queued, copies, complaints }).toEqual({ queued: 3, copies: 1, complaints: [] })
  })

  it('holds up no other work and no stop; the next process tries the mail again', async () => {
    // Longer than a stop may take altogether: who waited for it would not end with 0.
    await serve(600)
    await meet('hang-after-content')
    await stopInOrder(portal)
    expect((await report()).waiting).toHaveLength(1)

    const before = mails.tries()
    await letAnHourPass(connection.db)
    const restarted = new Date()
    await serve(600)
    await untilTrue('the mail is tried again', async () => {
      await letAnHourPass(connection.db)
      return mails.tries() > before
    })
    await untilTrue('everything that recurs has run beside it', async () => {
      const { rows } = await connection.db.execute(
        sql`select distinct work from work_runs where outcome = 'done' and started_at > ${restarted.toISOString()}`
      )
      return rows.length === recurringQueues.length
    })
    expect((await fetch(`${portal.url}/health/ready`)).status).toBe(200)
    await stopInOrder(portal)

    mails.behave('take')
    await serve(600)
    await untilAllHaveGone()
    const { queued, complaints } = await report()
    expect({ queued, complaints }).toEqual({ queued: 1, complaints: [] })
  })
})
