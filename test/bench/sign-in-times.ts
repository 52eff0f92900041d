import { formTokenField } from '../../views/components/form-token-field.ts'
import { formTokenIn } from '../support/browser.ts'
import { servePortal } from '../support/served-portal.ts'

/**
 * Measures whether the time of an answer tells an address that has an account from one that has none:
 * `npm run build && node test/bench/sign-in-times.ts`, with TEST_DATABASE_URL as DATABASE_URL for PostgreSQL.
 */

const addresses = 30
const rounds = 4

const portal = await servePortal({ TRUST_PROXY: 'true' })

let sources = 0
/** A visitor from an internet address of its own, so that no limit is met. */
const visitor = async () => {
  const source = `198.51.${Math.floor(++sources / 250)}.${(sources % 250) + 1}`
  const cookies = new Map<string, string>()
  const ask = async (path: string, fields?: Readonly<Record<string, string>>): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(`${portal.url}${path}`, {
      method: fields === undefined ? 'GET' : 'POST',
      redirect: 'manual',
      headers: { cookie, 'x-forwarded-for': source },
      ...(fields === undefined ? {} : { body: new URLSearchParams({ ...fields }) })
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    return response
  }
  const token = formTokenIn(await (await ask('/sign-in')).text()) ?? ''
  return (path: string, fields: Readonly<Record<string, string>>) => ask(path, { [formTokenField]: token, ...fields })
}

const codeFor = async (email: string): Promise<string> => {
  const mails = await (await fetch(`${portal.url}/dev/mails`)).text()
  return mails.slice(mails.indexOf(email)).match(/　　(\d{6})/)?.[1] ?? ''
}

/** An address that was sent one code already; `known` ones have entered it and so have an account. */
const prepare = async (email: string, known: boolean): Promise<void> => {
  const post = await visitor()
  await post('/sign-in', { email })
  if (!known) return
  const { status } = await post('/sign-in/code', { email, code: await codeFor(email) })
  if (status !== 303) throw new Error(`${email} could not sign in: ${status}`)
}

const timeOf = async (email: string): Promise<number> => {
  const post = await visitor()
  const begun = performance.now()
  const response = await post('/sign-in', { email })
  await response.text()
  if (response.status !== 200) throw new Error(`${email}: ${response.status}`)
  return performance.now() - begun
}

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

const emailOf = (kind: string, index: number): string => `${kind}${index}@timing.example.jp`

for (let index = 0; index < addresses; index++) {
  await prepare(emailOf('known', index), true)
  await prepare(emailOf('other', index), false)
}
const [known, other]: [number[], number[]] = [[], []]
for (let round = 0; round < rounds; round++)
  for (let index = 0; index < addresses; index++) {
    // Each goes first as often as the other.
    const turns = (index + round) % 2 === 0 ? (['known', 'other'] as const) : (['other', 'known'] as const)
    for (const kind of turns) (kind === 'known' ? known : other).push(await timeOf(emailOf(kind, index)))
  }
const [one, two] = [median(known), median(other)]
process.stdout.write(
  `${known.length} known: ${one.toFixed(2)} ms, ${other.length} unknown: ${two.toFixed(2)} ms, ratio ${(one / two).toFixed(3)}\n`
)
await portal.stop()
