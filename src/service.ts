import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { DemoPerson } from '../views/accounts/sign-in-page.tsx'
import { grantRole } from './accounts/grant-role.ts'
import { makeSecretKeys } from './accounts/make-secret-keys.ts'
import { openIdentityProvider } from './accounts/open-identity-provider.ts'
import { readFactorSeals } from './accounts/read-factor-seals.ts'
import { type SessionLimits, sessionLimits } from './accounts/session-limits.ts'
import type { Watch } from './administration/watch.ts'
import { type AppDeps, buildApp } from './app.ts'
import type { Config } from './config.ts'
import { recordCredentialKey } from './credentials/record-credential-key.ts'
import { beginWork } from './jobs/begin-work.ts'
import { paths } from './paths.ts'
import { systemActor } from './platform/audit.ts'
import { clamdScanner } from './platform/clamd.ts'
import { type Clock, systemClock } from './platform/clock.ts'
import type { BackupPlan, Context } from './platform/context.ts'
import { type Connection, openDatabase } from './platform/database.ts'
import { uuidV7 } from './platform/ids.ts'
import { type JobRunner, startJobs } from './platform/jobs.ts'
import { demoMailer, type Mailer, smtpMailer, unconfiguredMailer } from './platform/mailer.ts'
import { openMetrics } from './platform/metrics.ts'
import { migrate } from './platform/migrate.ts'
import { makeReadiness } from './platform/readiness.ts'
import { inStartTurn } from './platform/start-turn.ts'
import { tracedMailer } from './platform/traced-mailer.ts'
import { openTracing, type Tracing } from './platform/tracing.ts'
import { asaka } from './scheme/scheme.ts'
import { logFactorSeals, logSecrets, readSecrets, type Secrets } from './secrets.ts'

/** Everything of a running portal that its entry points and tests hold on to. */
export type Service = {
  readonly app: FastifyInstance
  readonly context: Context
  readonly mailer: Mailer
  readonly runner: JobRunner
  /** Null when no spans are wanted. */
  readonly tracing: Tracing | null
  /** Finishes what is under way, then closes everything. */
  readonly stop: () => Promise<void>
}

/** The parts that tests replace: a database opened elsewhere, a clock that they set. */
export type Parts = {
  readonly connection?: Connection
  readonly clock?: Clock
  readonly mailer?: Mailer
  /** How long sessions last, for tests whose calendar runs for months. */
  readonly sessionLimits?: SessionLimits
  readonly demoPeople?: readonly DemoPerson[]
  /** Signs the demo's credentials where none is configured. */
  readonly demoCredentialKey?: string
  /** Takes the lines of the log in place of the standard output. */
  readonly logTo?: { readonly write: (line: string) => void }
}

const mailerFor = ({ smtp, demo }: Config): Mailer => {
  if (smtp !== null) return smtpMailer(smtp)
  return demo ? demoMailer : unconfiguredMailer
}

const loggerFor = ({ logLevel }: Config, stream: Parts['logTo']): AppDeps['logger'] => {
  if (logLevel === 'silent') return false
  return stream === undefined ? { level: logLevel } : { level: logLevel, stream }
}

const backupPlan = ({ backups: { folder, keep, key } }: Config, { driver }: Connection): BackupPlan | null =>
  folder === null ? null : { folder, keep, key, oneConnection: driver.kind === 'pglite' }
const poolOf = ({ driver }: Connection): ReturnType<Watch['pool']> => {
  if (driver.kind === 'pglite') return null
  const { totalCount, idleCount, waitingCount } = driver.pool
  return { total: totalCount, idle: idleCount, waiting: waitingCount }
}

const reportTo =
  (app: { current: FastifyInstance | null }, from: string) =>
  (error: Error): void =>
    app.current?.log.error({ err: error }, from)

const grantFirstRoles = async (context: Context, { secretariatEmails, administratorEmails }: Config): Promise<void> => {
  for (const email of secretariatEmails)
    await grantRole(context, { email, name: '', role: 'secretariat', actor: systemActor })
  for (const email of administratorEmails)
    await grantRole(context, { email, name: '', role: 'administrator', actor: systemActor })
}

/** Milliseconds that requests under way, such as a slow upload, may still take once nobody new is let in. */
const mostForRequests = 30_000

/** Lets in nobody new, waits for the requests under way, and cuts off those that do not come to an end. */
const closeWithin = async (app: FastifyInstance, milliseconds: number): Promise<void> => {
  const timer = setTimeout(() => app.server.closeAllConnections(), milliseconds)
  await app.close()
  clearTimeout(timer)
}

type Assembly = { readonly connection: Connection; readonly clock: Clock; readonly secrets: Secrets }

const assemble = async (config: Config, parts: Parts, assembly: Assembly): Promise<Service> => {
  const { connection, clock, secrets } = assembly
  const { signer, credentialKey } = secrets
  await migrate(connection)
  const app: { current: FastifyInstance | null } = { current: null }
  const runner = await startJobs(connection, reportTo(app, 'job queue'), config.works)
  const context: Context = {
    db: connection.db,
    clock,
    ids: () => uuidV7(),
    jobs: runner.jobs,
    scheme: asaka,
    baseUrl: config.baseUrl,
    signer,
    offersCredentials: credentialKey !== null,
    backups: backupPlan(config, connection),
    scanner: config.clamdUrl === null ? null : clamdScanner(config.clamdUrl)
  }
  const authentication = {
    keys: makeSecretKeys(config.sessionSecret, config.previousSecret),
    secureCookies: config.baseUrl.startsWith('https://'),
    limits: parts.sessionLimits ?? sessionLimits,
    secondFactor: config.secondFactor
  }
  const tracing = config.tracing && (await openTracing(config.tracing, clock, reportTo(app, 'tracing')))
  await grantFirstRoles(context, config)
  if (credentialKey !== null) await recordCredentialKey(context, credentialKey)
  let stopping = false
  app.current = await buildApp({
    context,
    hasRoom: connection.hasRoom,
    readiness: makeReadiness(connection.db, () => stopping),
    credentialKey,
    authentication,
    providers: config.identityProviders.map((settings) =>
      openIdentityProvider(settings, {
        clock,
        callbackUrl: `${config.baseUrl}${paths.providerAnswer(settings.id)}`,
        homeUrl: `${config.baseUrl}${paths.home}`,
        report: reportTo(app, 'sign-in provider')
      })
    ),
    watch: {
      dataFolder: config.dataFolder,
      pool: () => poolOf(connection),
      metrics: config.metricsToken === null ? null : openMetrics(config.metricsToken)
    },
    tracing,
    sessionSecret: config.sessionSecret,
    requestsPerMinute: config.requestsPerMinute,
    demo: config.demo ? { people: parts.demoPeople ?? [] } : null,
    trustProxy: config.trustProxy,
    logger: loggerFor(config, parts.logTo)
  })
  const built = app.current
  logSecrets(built.log, secrets, clock.now())
  logFactorSeals(built.log, config, await readFactorSeals(context, authentication))
  const mailer = tracedMailer(parts.mailer ?? mailerFor(config), tracing)
  return {
    app: built,
    context,
    mailer,
    runner,
    tracing,
    stop: async () => {
      stopping = true
      // A balancer needs a moment to see that nothing more should come here.
      await pause(config.drainSeconds * 1000)
      await closeWithin(built, mostForRequests)
      await runner.stop()
      await Promise.all([connection.close(), tracing?.stop()])
    }
  }
}

/**
 * Puts the portal together: signature, database, migrations, job queue, sign-in, routes. Nothing listens yet.
 * @throws ConfigError when nothing can be signed with the configured P12 file or key
 */
export const openService = async (config: Config, parts: Parts = {}): Promise<Service> => {
  const clock = parts.clock ?? systemClock
  const secrets = await readSecrets(config, clock.now(), parts.demoCredentialKey)
  const connection = parts.connection ?? (await openDatabase(config))
  return inStartTurn(connection, () => assemble(config, parts, { connection, clock, secrets }))
}

/** Begins to work on the queue and by the schedule: without it mails only wait. */
export const startWorking = (service: Service): Promise<void> => beginWork(service, service.app.log)
