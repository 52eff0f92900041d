import { readConfig } from '../../src/config.ts'
import { assetPrefix } from '../../src/platform/assets.ts'
import type { Context } from '../../src/platform/context.ts'
import type { Connection } from '../../src/platform/database.ts'
import { demoMailer } from '../../src/platform/mailer.ts'
import { deliverMail, newestMails, type StoredMail } from '../../src/platform/outbox.ts'
import { openService } from '../../src/service.ts'
import type { DemoPerson } from '../../views/accounts/sign-in-page.tsx'
import { Browser } from './browser.ts'
import { openTestDatabase } from './databases.ts'

export type Route = { readonly method: 'GET' | 'POST'; readonly url: string }

/** A portal of its own on a fresh database, with a clock that the test sets. */
export type TestApp = {
  readonly context: Context
  /** A visitor who is not signed in, from an address of their own unless one is given. */
  readonly visitor: (address?: string) => Browser
  /** A visitor who has signed in with the code from the mail. */
  readonly signIn: (email: string) => Promise<Browser>
  /** The newest mails, newest first. */
  readonly mails: () => Promise<readonly StoredMail[]>
  /** Sends what waits in the outbox, as the queue would. */
  readonly deliver: () => Promise<void>
  /** Every route with its method, as the router knows it; assets left out. */
  readonly routes: () => readonly Route[]
  /** The lines of the log so far; a LOG_LEVEL in `env` switches it on. */
  readonly log: () => string
  /** How long the server waits for a client, in milliseconds. */
  readonly waits: () => Readonly<Record<'headers' | 'request' | 'idle' | 'keptAlive', number>>
  readonly setNow: (instant: string) => void
  readonly close: () => Promise<void>
}

/** Where the tests' calendar stands unless they say otherwise: a Saturday in fiscal year 2026. */
export const testNow = '2026-11-21T10:00:00+09:00'

/** The six digits of the newest code mailed to an address. */
export const codeFor = (mails: readonly StoredMail[], email: string): string => {
  const mail = mails.find(({ kind, recipient }) => kind === 'sign-in-code' && recipient === email)
  const code = mail?.body.match(/^　　(\d{6})$/m)?.[1]
  if (code === undefined) throw new Error(`no code was mailed to ${email}`)
  return code
}

/** Reads the tree that the router prints: each level is indented by four characters and continues the one above. */
const routesIn = (tree: string): readonly Route[] => {
  const above: string[] = []
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods = ''] = line.match(/^(.*)[└├]── (.*?) \((.*)\)$/) ?? []
    const depth = indent.length / 4
    above.splice(depth)
    const url = [...above, part].join('')
    above.push(part)
    if (part === '' || url.includes('*') || url.startsWith(assetPrefix)) return []
    return methods.split(', ').flatMap((method) => (method === 'GET' || method === 'POST' ? [{ method, url }] : []))
  })
}

// Most tests walk through months with one browser.
const century = 100 * 365 * 24 * 60 * 60 * 1000
const never = { idle: century, absolute: century }
const endless = { company: never, secretariat: never, committee: never, administrator: never }

export const openTestApp = async (
  settings: {
    readonly sessionsEnd?: boolean
    /** Whether the disk of the database has room; it has by default. */
    readonly hasRoom?: () => Promise<boolean>
    readonly demoPeople?: readonly DemoPerson[]
    readonly env?: Readonly<Record<string, string>>
    /** A migrated database with what is wanted in it, in place of an empty one; it is closed with the portal. */
    readonly connection?: Connection
  } = {}
): Promise<TestApp> => {
  let now = new Date(testNow)
  const opened = settings.connection ?? (await openTestDatabase())
  const connection = { ...opened, hasRoom: settings.hasRoom ?? opened.hasRoom }
  const log: string[] = []
  const config = readConfig({ LOG_LEVEL: 'silent', ROLE: 'web', SECOND_FACTOR: 'off', ...settings.env })
  const service = await openService(config, {
    connection,
    clock: { now: () => now },
    mailer: demoMailer,
    ...(settings.sessionsEnd ? {} : { sessionLimits: endless }),
    demoPeople: settings.demoPeople ?? [],
    logTo: { write: (line) => log.push(line) }
  })
  const { app, context } = service
  const mails = () => newestMails(context.db, 500)
  return {
    context,
    visitor: (address) => new Browser(app, address),
    signIn: async (email) => {
      const browser = new Browser(app)
      await browser.post('/sign-in', { email })
      const answer = await browser.post('/sign-in/code', { email, code: codeFor(await mails(), email) })
      if (answer.status !== 303) throw new Error(`${email} could not sign in: ${answer.status}`)
      return browser
    },
    mails,
    deliver: async () => {
      const waiting = (await mails()).filter(({ state }) => state === 'waiting').reverse()
      for (const { id } of waiting) await deliverMail(context, demoMailer, id, false)
    },
    routes: () => routesIn(app.printRoutes({ commonPrefix: false })),
    log: () => log.join(''),
    waits: () => ({
      headers: app.server.headersTimeout,
      request: app.server.requestTimeout,
      idle: app.server.timeout,
      keptAlive: app.server.keepAliveTimeout
    }),
    setNow: (instant) => {
      now = new Date(instant)
    },
    close: () => service.stop()
  }
}
