import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { onPostgres, type PortalDatabase } from '../support/crash/databases.ts'
import { serviceOn } from '../support/crash/settle.ts'
import { type MailServer, openMailServer } from '../support/mail-server.ts'
import { type PortalProcess, spawnPortal, untilTrue } from '../support/portal-process.ts'
import { freePort } from '../support/served-portal.ts'

let database: PortalDatabase
let mails: MailServer
let portal: PortalProcess

beforeEach(async () => {
  database = await onPostgres()
  mails = await openMailServer()
  portal = spawnPortal({ ...serviceOn(database, mails, await freePort()), DRAIN_SECONDS: '2' })
  await portal.untilServing()
})
afterEach(async () => {
  portal.signal('SIGKILL')
  await portal.ended()
  await mails.close()
  await database.drop()
})

const half = 'email=soumu%40'
const rest = 'example.jp'

/** A form of which only the first half was sent so far. */
const slowPost = async (): Promise<ClientRequest> => {
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': half.length + rest.length,
    'sec-fetch-site': 'same-origin'
  }
  const post = request(`${portal.url}/sign-in`, { method: 'POST', headers, agent: false })
  post.on('error', () => undefined)
  post.write(half)
  await once(post, 'socket')
  // Once another request was answered, the server has seen this one.
  await fetch(`${portal.url}/health/live`)
  return post
}

const readiness = async (): Promise<number | null> => {
  try {
    return (await fetch(`${portal.url}/health/ready`)).status
  } catch {
    return null
  }
}

describe('a portal that is told to stop', () => {
  it('says that nobody should come, lets nobody in, answers what is under way and ends with 0', async () => {
    const post = await slowPost()
    const answered: Promise<IncomingMessage[]> = once(post, 'response')
    portal.signal('SIGTERM')
    await untilTrue('it is not ready any more', async () => (await readiness()) === 503)
    await untilTrue('it lets nobody in', async () => (await readiness()) === null)
    post.end(rest)
    const [answer] = await answered
    answer?.resume()
    // Without a form's token the answer is a page that says so: what counts is that it is whole.
    expect(answer?.statusCode).toBeOneOf([200, 403])
    expect(answer?.headers.connection).toBe('close')
    expect(await portal.ended()).toBe(0)
  })

  it('ends at once when it is told a second time', async () => {
    const post = await slowPost()
    portal.signal('SIGTERM')
    await untilTrue('it is not ready any more', async () => (await readiness()) === 503)
    portal.signal('SIGTERM')
    expect(await portal.ended()).toBe(1)
    post.destroy()
  })
})
