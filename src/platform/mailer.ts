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

/**
 * Sends over SMTP.
 * @param url `smtp://` or `smtps://`, with user and password when the server wants them
 */
export const smtpMailer = (url: string, from: string): Mailer => {
  const transport = createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 })
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
        headers: { 'Auto-Submitted': 'auto-generated' }
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
