import { createTransport } from 'nodemailer'

/** A mail as it leaves the house. */
export type OutgoingMail = {
  /** Stays the same over all tries, so that a receiver can tell a second copy. */
  readonly id: string
  readonly kind: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Hands mails over. Throws when the other side did not take one. */
export type Mailer = {
  readonly send: (mail: OutgoingMail) => Promise<void>
  /** Whether sign-in codes stay readable in the outbox: only the demo shows mails instead of sending them. */
  readonly keepsCodes: boolean
}

/** The receiver does not take this mail, now or later: no such person, or not with this content. */
export class MailRefusedError extends Error {
  override readonly name = 'MailRefusedError'
}

/**
 * Whether the other side refused this very mail for good (a 5xx answer to the address or the content). What it says to our
 * greeting, password or sender is about us: that is mended, and the mail waits meanwhile.
 */
const isRefusal = (error: unknown): error is Error =>
  error instanceof Error &&
  'command' in error &&
  (error.command === 'RCPT TO' || error.command === 'DATA') &&
  'responseCode' in error &&
  typeof error.responseCode === 'number' &&
  error.responseCode >= 500

/** How a mail server is spoken to. */
export type SmtpSettings = {
  /** `smtp://` or `smtps://`, with user and password when the server wants them. */
  readonly url: string
  /** The sender, as an address or `name <address>`. */
  readonly from: string
  /** Seconds of silence after which a try is given up, at each step from the look-up of the name to the answer to the content. */
  readonly patienceSeconds: number
}

/** A try takes so many times the patience at most: a server that says a word now and then is never silent. */
const mostSilences = 4

/**
 * Sends over SMTP, each mail on a connection of its own. A server that was given up after it had the whole content may have
 * taken it: the next try then makes a second copy, with the same Message-ID.
 */
export const smtpMailer = ({ url, from, patienceSeconds }: SmtpSettings): Mailer => {
  const patience = patienceSeconds * 1000
  const transport = createTransport({
    url,
    dnsTimeout: patience,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience
  })
  const domain = from.slice(from.lastIndexOf('@') + 1).replace(/>$/, '')
  return {
    keepsCodes: false,
    send: async (mail) => {
      const message = {
        from,
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        messageId: `<${mail.id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        signal: AbortSignal.timeout(mostSilences * patience)
      }
      await transport.sendMail(message).catch((error: unknown) => {
        throw isRefusal(error) ? new MailRefusedError(error.message, { cause: error }) : error
      })
    }
  }
}

/** For a portal without a mail server: every mail waits in the outbox, and its page says why. */
export const unconfiguredMailer: Mailer = {
  keepsCodes: false,
  send: () => Promise.reject(new Error('メールサーバー（SMTP_URL）が設定されていません'))
}

/** Sends nothing: the demo shows the outbox on a page instead. */
export const demoMailer: Mailer = { keepsCodes: true, send: async () => undefined }
