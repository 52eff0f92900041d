import { createTransport } from 'nodemailer'

/** A mail as it leaves the house. */
export type OutgoingMail = {
  /** Stays the same over all tries, so that a receiver can tell a second copy. */
  readonly id: string
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

/**
 * Sends over SMTP.
 * @param url `smtp://` or `smtps://`, with user and password when the server wants them
 */
export const smtpMailer = (url: string, from: string): Mailer => {
  const transport = createTransport({ url, connectionTimeout: 10_000, socketTimeout: 30_000 })
  const domain = from.slice(from.lastIndexOf('@') + 1).replace(/>$/, '')
  return {
    keepsCodes: false,
    send: async (mail) => {
      await transport.sendMail({
        from,
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        messageId: `<${mail.id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' }
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
