import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { readConfig } from '../src/config.ts'
import { paths } from '../src/paths.ts'
import type { Mailer } from '../src/platform/mailer.ts'
import { type NewMail, newestMails, queueMail } from '../src/platform/outbox.ts'
import { openService, type Service, startWorking } from '../src/service.ts'
import { Browser } from './support/browser.ts'
import { openTestDatabase } from './support/databases.ts'
import { readSources } from './support/imports.ts'
import { openSpanCollector, type ReceivedSpan, type SpanCollector } from './support/span-collector.ts'

const planted = {
  email: 'planted.person@planted.example.jp',
  search: '植込商事',
  refused: 'refused@planted.example.jp'
}
const kinds = { server: 2, client: 3, consumer: 5 }

/** Takes every mail but one, whose receiver is quoted as mail servers do. */
const mailer: Mailer = {
  keepsCodes: false,
  send: async ({ to }) => {
    if (to === planted.refused) throw new Error(`451 <${to}>: try again later`)
  }
}

const open = async (lines: string[], env: Readonly<Record<string, string>>): Promise<Service> =>
  openService(readConfig({ LOG_LEVEL: 'info', TRUST_PROXY: 'loopback', SECOND_FACTOR: 'off', ...env }), {
    connection: await openTestDatabase(),
    mailer,
    logTo: { write: (line) => lines.push(line) }
  })

const parsed = (lines: readonly string[]): readonly Record<string, unknown>[] => lines.map((line) => JSON.parse(line))

describe('a portal with a collector of traces', () => {
  const lines: string[] = []
  const proxy = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' }
  const traceparent = `00-${proxy.traceId}-${proxy.spanId}-01`
  let collector: SpanCollector
  let queued: readonly string[]

  const askedFrom = (app: Service['app'], remoteAddress: string, url: string) =>
    app.inject({ url, remoteAddress, headers: { traceparent, 'x-forwarded-for': '203.0.113.5' } })

  const waitsToBeSent = (service: Service, mail: NewMail) =>
    service.context.db.transaction((tx) => queueMail(tx, service.context, mail))

  beforeAll(async () => {
    collector = await openSpanCollector()
    const service = await open(lines, {
      OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/`,
      OTEL_SERVICE_NAME: 'wlgb-test'
    })
    const { app, context } = service
    const browser = new Browser(app)
    expect((await browser.post(paths.signIn, { email: planted.email })).status).toBe(200)
    await browser.get(`${paths.companies}?q=${encodeURIComponent(planted.search)}`)
    await browser.get(`/nowhere/${planted.email}`)
    expect((await askedFrom(app, '127.0.0.1', '/health/ready')).statusCode).toBe(200)
    expect((await askedFrom(app, '198.51.100.7', '/robots.txt')).statusCode).toBe(200)
    await waitsToBeSent(service, { kind: 'renewal-reminder', to: planted.refused, subject: planted.search, text: 'x' })
    await startWorking(service)
    const mails = () => newestMails(context.db, 10)
    await vi.waitFor(
      async () => {
        expect((await mails()).map(({ attempts }) => attempts)).toEqual([1, 1])
        expect(parsed(lines)).toContainEqual(expect.objectContaining({ queue: 'renewal-reminders' }))
      },
      { timeout: 20_000, interval: 100 }
    )
    queued = (await mails()).map(({ id }) => id)
    await context.db.execute(sql`alter table mails rename to away`)
    expect((await browser.post(paths.signIn, { email: planted.email })).status).toBe(500)
    await context.db.execute(sql`alter table away rename to mails`)
    await service.stop()
  }, 60_000)
  afterAll(() => collector.close())

  const named = (name: string): readonly ReceivedSpan[] => collector.spans().filter((span) => span.name === name)

  it('sends what it has before it stops, to the traces of the collector, under its name', () => {
    expect([...collector.paths]).toEqual(['POST /v1/traces'])
    expect(new Set(collector.services())).toEqual(new Set(['wlgb-test']))
    expect(collector.spans().length).toBeGreaterThan(10)
  })

  it('tells of a request its method, the pattern of its route and its status, and nothing else', () => {
    const [first, second] = named(`POST ${paths.signIn}`)
    const told = { 'http.request.method': 'POST', 'http.route': paths.signIn }
    expect(first).toMatchObject({ kind: kinds.server, status: { code: 0 } })
    expect(first?.attributes).toEqual({ ...told, 'http.response.status_code': 200 })
    expect(second).toMatchObject({ kind: kinds.server, status: { code: 2 } })
    expect(second?.attributes).toEqual({ ...told, 'http.response.status_code': 500, 'error.type': '500' })
    const [nowhere] = named('GET (none)')
    expect(nowhere?.attributes).toEqual({ 'http.request.method': 'GET', 'http.response.status_code': 404 })
  })

  it('continues the trace of a trusted proxy, and of nobody else', () => {
    const [believed] = named('GET /health/ready')
    expect([believed?.traceId, believed?.parentSpanId]).toEqual([proxy.traceId, proxy.spanId])
    const [stranger] = named('GET /robots.txt')
    expect(stranger?.traceId).toMatch(/^[0-9a-f]{32}$/)
    expect(stranger?.traceId).not.toBe(proxy.traceId)
    expect(stranger?.parentSpanId ?? '').toBe('')
  })

  it('puts the trace into the line of the log that ends a request', () => {
    const ends = parsed(lines).filter(({ msg }) => msg === 'request completed')
    const traces = collector.spans().filter(({ kind }) => kind === kinds.server)
    expect(ends.map(({ traceId }) => traceId)).toEqual(traces.map(({ traceId }) => traceId))
  })

  it('has a span for each job with its outcome, and below it one for the mail with its kind', () => {
    const seen = named('job send-mail').map((job) => {
      const [mail] = collector.spans().filter(({ parentSpanId }) => parentSpanId === job.spanId)
      expect(job.kind).toBe(kinds.consumer)
      expect(mail).toMatchObject({ name: 'send mail', kind: kinds.client, traceId: job.traceId })
      return [mail?.attributes['wlgb.mail.kind'], job.attributes['wlgb.outcome'], mail?.status.code, job.status.code]
    })
    expect(seen).toHaveLength(2)
    expect(seen).toContainEqual(['sign-in-code', 'done', 0, 0])
    expect(seen).toContainEqual(['renewal-reminder', 'failed', 2, 2])
    expect(named('job renewal-reminders')[0]?.attributes).toMatchObject({ 'wlgb.outcome': 'done' })
  })

  it('names job, mail and trace in the line of the log about a mail', () => {
    const told = parsed(lines).filter(({ queue }) => queue === 'send-mail')
    expect(told.map(({ msg }) => msg).sort()).toEqual(['a job failed and is tried again', 'a job is done'])
    expect(new Set(told.map(({ mailId }) => mailId))).toEqual(new Set(queued))
    const jobs = named('job send-mail').map(({ traceId, attributes }) => [traceId, attributes['wlgb.job.id']])
    for (const { traceId, jobId } of told) expect(jobs).toContainEqual([traceId, jobId])
  })

  it('sends and logs nothing of a person', () => {
    const written = `${collector.payload()}${lines.join('')}`
    for (const secret of [...Object.values(planted), 'planted', '203.0.113.5', '198.51.100.7'])
      for (const form of [secret, encodeURIComponent(secret)])
        expect([form, written.includes(form)]).toEqual([form, false])
  })
})

describe('a portal whose collector is of no use', () => {
  const opened: Service[] = []
  afterEach(async () => {
    for (const service of opened.splice(0)) await service.stop()
    vi.unstubAllEnvs()
  })

  it('answers as ever while nobody listens, and stops within seconds', async () => {
    const gone = await openSpanCollector()
    await gone.close()
    const lines: string[] = []
    const service = await open(lines, { OTEL_EXPORTER_OTLP_ENDPOINT: gone.url })
    expect((await new Browser(service.app).get(paths.home)).status).toBe(200)
    const began = performance.now()
    await service.stop()
    expect(performance.now() - began).toBeLessThan(6000)
    expect(lines.length).toBeGreaterThan(0)
  }, 30_000)

  it('says once that spans are refused, by a code and not by what was answered', async () => {
    const collector = await openSpanCollector(`400 ${planted.email}`)
    const lines: string[] = []
    const service = await open(lines, { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url })
    const browser = new Browser(service.app)
    for (let batch = 0; batch < 600; batch += 1) await browser.get('/health/live')
    await service.stop()
    await collector.close()
    const told = parsed(lines).filter(({ msg }) => msg === 'tracing')
    expect(collector.paths.size).toBe(1)
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({ err: { message: expect.stringContaining('did not take spans (400)') } })
    expect(lines.join('')).not.toContain('planted')
  }, 30_000)

  it('sends nothing unless its configuration names one', async () => {
    const collector = await openSpanCollector()
    vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', collector.url)
    const lines: string[] = []
    const service = await open(lines, {})
    expect((await new Browser(service.app).get(paths.home)).status).toBe(200)
    expect(service.tracing).toBeNull()
    await service.stop()
    await collector.close()
    expect(collector.spans()).toEqual([])
    expect(lines.join('')).not.toContain('traceId')
  })
  it('loads what makes spans in one place, and only when it is called', () => {
    const loading = readSources(['src', 'views']).filter(({ loads }) =>
      loads.some((target) => /^@opentelemetry\/(?!api$)/.test(target))
    )
    expect(loading.map(({ path }) => path)).toEqual(['src/platform/tracing.ts'])
    expect(loading[0]?.text).not.toMatch(/from '@opentelemetry\/(?!api')/)
  })
})
