import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Database } from '../../../src/platform/database.ts'
import type { MailServer } from '../mail-server.ts'
import { type PortalProcess, untilTrue } from '../portal-process.ts'
import type { PortalDatabase } from './databases.ts'
import { halfDoneComplaints } from './half-done-complaints.ts'
import { historyComplaints } from './history-complaints.ts'
import { type Load, officials } from './load.ts'
import { lostDeeds } from './lost-deeds.ts'
import { type MailReport, reportMails } from './mail-complaints.ts'

/** The environment of a portal in service on a port, with the officials of the load. */
export const serviceOn = (database: PortalDatabase, mails: Pick<MailServer, 'url'>, port: number) => ({
  ...database.env,
  PORT: String(port),
  BASE_URL: `http://localhost:${port}`,
  SESSION_SECRET: randomBytes(32).toString('hex'),
  SMTP_URL: mails.url,
  TRUST_PROXY: 'true',
  SECRETARIAT_EMAILS: Object.values(officials).join(),
  SECOND_FACTOR: 'off'
})

/** Asks a database that no portal works with at the moment. */
export const askDatabase = async <T>(database: PortalDatabase, ask: (db: Database) => Promise<T>): Promise<T> => {
  const connection = await database.open()
  try {
    return await ask(connection.db)
  } finally {
    await connection.close()
  }
}

/** Stops a portal in order; everything else than exit code 0 is an error. */
export const stopInOrder = async (portal: PortalProcess): Promise<void> => {
  portal.signal('SIGTERM')
  const end = await portal.ended()
  if (end !== 0) throw new Error(`the portal ended with ${end}: ${portal.output()}`)
}

/** Lets an hour pass for the queue, so that what waits for its next try is tried at once. */
export const letAnHourPass = (db: Database) =>
  db.execute(sql`update pgboss.job set start_after = start_after - interval '1 hour',
    heartbeat_on = heartbeat_on - interval '1 hour' where state in ('created', 'retry', 'active')`)

/** Starts the portal until every mail has left the outbox; gives how many were left at first, and the last report. */
export const drainMails = async (
  database: PortalDatabase,
  mails: MailServer,
  start: () => PortalProcess
): Promise<{ readonly late: number; readonly report: MailReport }> => {
  const look = () => askDatabase(database, (db) => reportMails(db, mails.received))
  let report = await look()
  const late = report.waiting.length
  for (let round = 0; report.waiting.length > 0 && round < 5; round++) {
    await askDatabase(database, letAnHourPass)
    const portal = start()
    await portal.untilServing()
    const arrived = () => new Set(mails.received.map(({ id }) => id))
    await untilTrue('what waited has arrived', () => report.waiting.every((id) => arrived().has(id)), 120)
    await stopInOrder(portal)
    report = await look()
  }
  return { late, report }
}

/** Everything that speaks against "nothing acknowledged is lost, nothing is half done, nothing is done twice". */
export const complaintsIn = (database: PortalDatabase, load: Load) =>
  askDatabase(database, async (db) => ({
    lost: await lostDeeds(db, load),
    halfDone: await halfDoneComplaints(db),
    histories: await historyComplaints(db)
  }))
