import type { MailServer } from '../mail-server.ts'
import { untilTrue } from '../portal-process.ts'
import type { WebClient } from '../web-client.ts'
import type { Journal } from './journal.ts'

const codesTo = (mails: MailServer, email: string): readonly string[] =>
  mails.received.filter(({ to }) => to === email).flatMap(({ text }) => text.match(/^　　(\d{6})$/m)?.[1] ?? [])

/** A person signs in with the code that the mail server received; asks for another one when none comes or it is too old. */
export const signIn = async (journal: Journal, mails: MailServer, email: string): Promise<WebClient> => {
  const client = journal.visitor()
  await journal.until('sign-in', email, async () => {
    const before = codesTo(mails, email).length
    const asked = await client.submit((await client.get('/sign-in')).body, '/sign-in', { email })
    if (asked.status === 503) return null
    const arrived = untilTrue(`a code arrives for ${email}`, () => codesTo(mails, email).length > before, 60)
    // Whoever waits in vain, or asked too often, comes back to it.
    if (!(await arrived.then(() => true).catch(() => false)) || asked.status !== 200) return null
    const code = codesTo(mails, email).at(-1) ?? ''
    const entered = await client.submit(asked.body, '/sign-in/code', { email, code })
    return entered.status === 303 ? entered : null
  })
  return client
}
