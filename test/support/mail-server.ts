import { once } from 'node:events'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** A mail as it arrived. */
export type ReceivedMail = {
  /** The identity of the mail in the outbox, from its Message-ID. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

/**
 * What the server does with a mail: take it; accept the connection and say nothing at all, or no more once it knows the
 * receiver, or has the whole content and keeps it; refuse it for now (4xx), or for good (5xx), or keep it and yet say that
 * it did not.
 */
export type MailManner =
  | 'take'
  | 'hang-before-greeting'
  | 'hang'
  | 'hang-after-content'
  | 'refuse-for-now'
  | 'refuse'
  | 'take-but-deny'

/** A real SMTP server of the test. */
export type MailServer = {
  readonly url: string
  readonly received: readonly ReceivedMail[]
  /** How many tries it saw, whatever became of them. */
  readonly tries: () => number
  readonly behave: (manner: MailManner) => void
  readonly close: () => Promise<void>
}

const refusal = (responseCode: number): Error =>
  Object.assign(new Error(responseCode < 500 ? 'try again later' : 'no such person'), { responseCode })

const contentOf = async (stream: AsyncIterable<Buffer>): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const read = async (content: Buffer): Promise<ReceivedMail> => {
  const mail = await PostalMime.parse(content)
  const id = mail.messageId?.match(/^<([0-9a-f-]{36})@/)?.[1]
  if (id === undefined) throw new Error(`a mail without our Message-ID: ${mail.messageId}`)
  return { id, to: mail.to?.[0]?.address ?? '', subject: mail.subject ?? '', text: mail.text ?? '' }
}

/** Opens an SMTP server on a port, any free one by default. */
export const openMailServer = async (port = 0): Promise<MailServer> => {
  const received: ReceivedMail[] = []
  let manner: MailManner = 'take'
  let tries = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onConnect: (_session, done) => {
      if (manner === 'hang-before-greeting') tries += 1
      else done()
    },
    onRcptTo: (_address, _session, done) => {
      tries += 1
      if (manner === 'hang') return
      if (manner === 'refuse-for-now' || manner === 'refuse') done(refusal(manner === 'refuse' ? 550 : 451))
      else done()
    },
    onData: (stream, _session, done) => {
      const take = async (): Promise<void> => {
        received.push(await read(await contentOf(stream)))
        if (manner === 'hang-after-content') return
        done(manner === 'take-but-deny' ? refusal(451) : null)
      }
      // A sender that was killed in the midst of a mail sends it again.
      take().catch((error: Error) => done(error))
    }
  })
  server.on('error', () => undefined)
  const listening = server.listen(port, '127.0.0.1')
  await once(listening, 'listening')
  const address = listening.address()
  if (address === null || typeof address === 'string') throw new Error('the mail server has no port')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    tries: () => tries,
    behave: (next) => {
      manner = next
    },
    close: () => new Promise((resolve) => server.close(() => resolve()))
  }
}
