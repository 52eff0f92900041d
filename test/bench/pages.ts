import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import { z } from 'zod'
import { formTokenField } from '../../views/components/form-token-field.ts'
import { proprietorFields } from '../companies/profiles.ts'
import { formTokenIn } from '../support/browser.ts'
import { freePort, servePortal } from '../support/served-portal.ts'

/** Measures the pages that matter most: `npm run bench`, with TEST_DATABASE_URL on PostgreSQL too, PEER_URL beside it. */

const run = promisify(execFile)
const loader = fileURLToPath(import.meta.resolve('autocannon'))
const connections = 10
const seconds = 8
const writes = 200
const email = 'soumu@bench.example.jp'
const formType = 'application/x-www-form-urlencoded'

const loadReport = z.object({
  errors: z.number(),
  non2xx: z.number(),
  requests: z.object({ average: z.number() }),
  latency: z.object({ p50: z.number(), p99: z.number() })
})

/** Requests a second; milliseconds. */
type Figures = { readonly name: string; readonly perSecond: number; readonly p50: number; readonly p99: number }

/** A page under load. Answers other than success would measure the error page. */
const load = async (name: string, url: string, cookie = '', body?: string): Promise<Figures> => {
  const post = body === undefined ? [] : ['-m', 'POST', '-b', body, '-H', `content-type=${formType}`]
  const headers = [
    ...(cookie === '' ? [] : ['-H', `cookie=${cookie}`]),
    ...(body === undefined ? [] : ['-H', 'accept=application/json'])
  ]
  const options = ['-j', '-c', String(connections), '-d', String(seconds), '--warmup', '[', '-c', '2', '-d', '2', ']']
  const { stdout } = await run(process.execPath, [loader, ...options, ...headers, ...post, url], {
    maxBuffer: 1e8
  })
  const report = loadReport.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''))
  if (report.errors + report.non2xx > 0) throw new Error(`${name}: ${report.errors} errors, ${report.non2xx} refusals`)
  return { name, perSecond: report.requests.average, p50: report.latency.p50, p99: report.latency.p99 }
}

/** A visitor with cookies who posts forms and follows nothing. */
const makeVisitor = (origin: string) => {
  const cookies = new Map<string, string>()
  const cookie = (): string => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const take = ({ headers }: Response): void => {
    for (const line of headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
  }
  let formToken: string | null = null
  /** The token of the sign-in page, which every form of this visitor may be sent with. */
  const token = async (): Promise<string> => {
    if (formToken !== null) return formToken
    const response = await fetch(`${origin}/sign-in`)
    take(response)
    formToken = formTokenIn(await response.text()) ?? ''
    return formToken
  }
  const bodyOf = async (fields: Readonly<Record<string, string>>): Promise<string> =>
    new URLSearchParams({ [formTokenField]: await token(), ...fields }).toString()
  const post = async (path: string, fields: Readonly<Record<string, string>>): Promise<Response> => {
    const body = await bodyOf(fields)
    const headers = {
      'content-type': formType,
      cookie: cookie(),
      accept: path.includes('categories') ? 'application/json' : 'text/html'
    }
    const response = await fetch(`${origin}${path}`, { method: 'POST', redirect: 'manual', headers, body })
    if (response.status >= 400) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    take(response)
    return response
  }
  return { post, bodyOf, cookie }
}

/** Signs in and begins an application; gives its path. */
const begin = async (visitor: ReturnType<typeof makeVisitor>, findCode: () => Promise<string>): Promise<string> => {
  await visitor.post('/sign-in', { email })
  await visitor.post('/sign-in/code', { email, code: await findCode() })
  await visitor.post('/company/profile', proprietorFields)
  return (await visitor.post('/applications', {})).headers.get('location') ?? ''
}

const answers = { 'mark.1-1': 'checked', '1-1.text': '方針を朝礼で読み上げています。', 'mark.1-2': 'unchecked' }

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/** Saves that change the text, one after the other, because each needs the version that the one before was given. */
const writeOneByOne = async (visitor: ReturnType<typeof makeVisitor>, page: string): Promise<Figures> => {
  const times: number[] = []
  for (let version = 1; version <= writes; version++) {
    const begun = performance.now()
    await visitor.post(page, { ...answers, '1-1.text': `${version}回目の保存です。`, version: String(version) })
    times.push(performance.now() - begun)
  }
  const total = times.reduce((sum, time) => sum + time, 0)
  times.sort((one, other) => one - other)
  return {
    name: 'autosave, new text, one by one',
    perSecond: (1000 * writes) / total,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99)
  }
}

const measure = async (origin: string, findCode: () => Promise<string>): Promise<Figures[]> => {
  const visitor = makeVisitor(origin)
  const page = `${await begin(visitor, findCode)}/categories/1`
  const figures = [await writeOneByOne(visitor, page)]
  const same = { ...answers, '1-1.text': `${writes}回目の保存です。`, version: String(writes + 1) }
  const body = await visitor.bodyOf(same)
  figures.push(await load('category page', `${origin}${page}`, visitor.cookie()))
  figures.push(await load('autosave, same text', `${origin}${page}`, visitor.cookie(), body))
  figures.push(await load('home', `${origin}/`))
  return figures
}

const onEmbedded = async (): Promise<Figures[]> => {
  const portal = await servePortal()
  const figures = await measure(portal.url, async () => {
    const mails = await (await fetch(`${portal.url}/dev/mails`)).text()
    return mails.slice(mails.indexOf(email)).match(/　　(\d{6})/)?.[1] ?? ''
  })
  await portal.stop()
  return figures
}

const onPostgres = async (server: string): Promise<Figures[]> => {
  const database = new URL(server)
  database.pathname = `/wlgb_bench_${randomBytes(4).toString('hex')}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`create database ${database.pathname.slice(1)}`)
  const port = String(await freePort())
  const portal = await servePortal({
    PORT: port,
    ROLE: 'web',
    DATABASE_URL: database.toString(),
    BASE_URL: `http://localhost:${port}`,
    SESSION_SECRET: randomBytes(32).toString('hex')
  })
  const client = new pg.Client({ connectionString: database.toString() })
  await client.connect()
  const figures = await measure(portal.url, async () => {
    const { rows } = await client.query(
      "select body from mails where kind = 'sign-in-code' order by created_at desc limit 1"
    )
    return /　　(\d{6})/.exec(z.object({ body: z.string() }).parse(rows[0]).body)?.[1] ?? ''
  })
  await client.end()
  await portal.stop()
  await admin.query(`drop database ${database.pathname.slice(1)} with (force)`)
  await admin.end()
  return figures
}

const show = (title: string, figures: readonly Figures[]): void => {
  process.stdout.write(`\n${title}\n`)
  for (const { name, perSecond, p50, p99 } of figures)
    process.stdout.write(
      `  ${name.padEnd(32)} ${perSecond.toFixed(0).padStart(6)}/s  p50 ${p50.toFixed(1)} ms  p99 ${p99.toFixed(1)} ms\n`
    )
}

const embedded = await onEmbedded()
show('embedded database', embedded)
const server = process.env.TEST_DATABASE_URL
const onServer = server === undefined ? null : await onPostgres(server)
if (onServer !== null) show('PostgreSQL', onServer)
const peer = process.env.PEER_URL
if (peer !== undefined) {
  const reference = await load('peer: page', peer)
  show('peer', [reference])
  for (const [title, figures] of [
    ['embedded database', embedded],
    ['PostgreSQL', onServer ?? []]
  ] as const) {
    const own = figures.find(({ name }) => name === 'category page')
    if (own === undefined) continue
    process.stdout.write(`  category page on ${title} : peer = ${(own.perSecond / reference.perSecond).toFixed(2)}\n`)
  }
}
