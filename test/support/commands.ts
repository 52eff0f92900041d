import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** How a command of the compiled portal ended. */
export type Ended = { readonly code: number; readonly out: string }

type Env = Readonly<Record<string, string>>

/** Runs one of the portal's compiled programs, such as `backup`, as a process of its own. Needs `npm run build` before. */
export const runProgram = (name: string, env: Env, ...args: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const options = { env: { PATH: process.env.PATH, ...env } }
    execFile(process.execPath, [`dist/src/${name}.js`, ...args], options, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1, out: stdout + stderr })
    })
  })

/** The PostgreSQL server that tests of processes make their databases on. */
export const serverUrl = process.env.TEST_DATABASE_URL || 'postgres://postgres@127.0.0.1:5432/postgres'

/** A new, empty PostgreSQL database; `drop` ends whoever still uses it. */
export const makeDatabase = async (): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> => {
  const name = `wlgb_test_${randomBytes(6).toString('hex')}`
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const onServer = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: serverUrl })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  await onServer(`create database ${name}`)
  return { url: url.toString(), drop: () => onServer(`drop database if exists ${name} with (force)`) }
}

const attribute = (tag: string, name: string): string => tag.match(new RegExp(`${name}="([^"]*)"`))?.[1] ?? ''

/** Asks for a sign-in code as a browser of its own at an address of its own: the portal writes that down. */
export const askForCode = async (origin: string, email: string, address: string): Promise<number> => {
  const headers = { 'x-forwarded-for': address }
  const page = await fetch(`${origin}/sign-in`, { headers })
  const cookie = page.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ')
  const form = (await page.text()).match(/<form[^>]*method="post"[\s\S]*?<\/form>/i)?.[0] ?? ''
  const hidden = [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(
    ([tag]) => [attribute(tag, 'name'), attribute(tag, 'value')] as [string, string]
  )
  const body = new URLSearchParams([...hidden, ['email', email]])
  const answer = await fetch(`${origin}/sign-in`, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { ...headers, cookie }
  })
  return answer.status
}
