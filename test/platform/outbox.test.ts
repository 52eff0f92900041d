import { createServer } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Mailer, smtpMailer, unconfiguredMailer } from '../../src/platform/mailer.ts'
import { deliverMail, mailsOf, queueMail, resendMail, type StoredMail } from '../../src/platform/outbox.ts'
import { openTestApp, type TestApp } from '../support/app.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())

const received: string[] = []
const nobody = 'nobody@example.jp'
let server: SMTPServer
let port: number

const listen = (): Promise<number> =>
  new Promise((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    onRcptTo: ({ address }, _session, done) => {
      const unknown = Object.assign(new Error('no such person'), { responseCode: 550 })
      done(address === nobody ? unknown : null)
    },
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        received.push(Buffer.concat(chunks).toString('utf8'))
        done()
      })
    }
  })
  port = await listen()
})
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))
beforeEach(() => {
  received.length = 0
})

const mailer = (): Mailer =>
  smtpMailer({ url: `smtp://127.0.0.1:${port}`, from: '事務局 <noreply@city.example.jp>', patienceSeconds: 30 })

const queue = async (kind = 'receipt', to = 'soumu@example.jp'): Promise<StoredMail> => {
  const { context } = portal
  const subjectId = context.ids()
  const mail = {
    kind,
    to,
    subject: '受付のお知らせ',
    text: '株式会社髙﨑\n受付番号 R8-012\n',
    subjectId
  }
  await context.db.transaction((tx) => queueMail(tx, context, mail))
  return only(await mailsOf(context.db, subjectId))
}

const only = (mails: readonly StoredMail[]): StoredMail => {
  const [mail] = mails
  if (mail === undefined) throw new Error('no mail')
  return mail
}

const state = async (mail: StoredMail) => only(await mailsOf(portal.context.db, mail.subjectId ?? ''))

describe('a mail in the outbox', () => {
  it('goes out over SMTP with its Japanese intact and an identity of its own', async () => {
    const mail = await queue()
    await deliverMail(portal.context, mailer(), mail.id, false)
    const parsed = await PostalMime.parse(received[0] ?? '')
    expect(parsed.subject).toBe('受付のお知らせ')
    expect(parsed.text).toBe('株式会社髙﨑\n受付番号 R8-012\n')
    expect(parsed.from).toEqual({ name: '事務局', address: 'noreply@city.example.jp' })
    expect(parsed.messageId).toBe(`<${mail.id}@city.example.jp>`)
    expect(await state(mail)).toMatchObject({ state: 'sent', attempts: 1, lastError: null })
  })

  it('takes no header and no receiver from what people type into its subject', async () => {
    const subject = '株式会社\r\nBcc: evil@example.jp\r\nX-Planted: 1\r\n\r\n本文'
    for (const typed of [subject, subject.replaceAll('\r', ''), `Seidō${subject.slice(4)}`])
      await mailer().send({
        id: portal.context.ids(),
        kind: 'receipt',
        to: 'soumu@example.jp',
        subject: typed,
        text: 'x'
      })
    expect(received).toHaveLength(3)
    for (const mail of received) {
      const { headers, bcc, text, to } = await PostalMime.parse(mail)
      expect(headers.map(({ key }) => key)).not.toContain('x-planted')
      expect([bcc ?? [], text?.trim(), to?.map(({ address }) => address)]).toEqual([[], 'x', ['soumu@example.jp']])
    }
  })

  it('is sent once, however often its job runs', async () => {
    const mail = await queue()
    for (let run = 0; run < 3; run++) await deliverMail(portal.context, mailer(), mail.id, false)
    expect(received).toHaveLength(1)
  })

  it('waits with the reason when the server does not answer, and goes when it does', async () => {
    const silent = createServer()
    const closed = await new Promise<number>((resolve) => {
      silent.listen(0, '127.0.0.1', () => {
        const address = silent.address()
        silent.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
      })
    })
    const mail = await queue()
    const dead = smtpMailer({ url: `smtp://127.0.0.1:${closed}`, from: 'noreply@city.example.jp', patienceSeconds: 30 })
    await expect(deliverMail(portal.context, dead, mail.id, false)).rejects.toThrow()
    const waiting = await state(mail)
    expect(waiting).toMatchObject({ state: 'waiting', attempts: 1 })
    expect(waiting.lastError).toContain('ECONNREFUSED')
    await deliverMail(portal.context, mailer(), mail.id, false)
    expect(await state(mail)).toMatchObject({ state: 'sent', attempts: 2, lastError: null })
  })

  it('counts as failed after the last try, and can be sent again', async () => {
    const mail = await queue()
    await expect(deliverMail(portal.context, unconfiguredMailer, mail.id, true)).rejects.toThrow('SMTP_URL')
    expect(await state(mail)).toMatchObject({ state: 'failed' })
    expect(await resendMail(portal.context, mail.id, mail.subjectId ?? '')).toBe(true)
    await deliverMail(portal.context, mailer(), mail.id, false)
    expect(await state(mail)).toMatchObject({ state: 'sent', attempts: 2 })
  })

  it('is tried for a while when the receiver refuses it for good, and then given up at once', async () => {
    const mail = await queue('receipt', nobody)
    for (let attempt = 1; attempt < 9; attempt++)
      await expect(deliverMail(portal.context, mailer(), mail.id, false)).rejects.toThrow('no such person')
    expect(await state(mail)).toMatchObject({ state: 'waiting', attempts: 8 })
    await deliverMail(portal.context, mailer(), mail.id, false)
    expect(await state(mail)).toMatchObject({ state: 'failed', attempts: 9 })
  })

  it('is not sent again from another case, nor while it still waits', async () => {
    const mail = await queue()
    expect(await resendMail(portal.context, mail.id, portal.context.ids())).toBe(false)
    expect(await resendMail(portal.context, mail.id, mail.subjectId ?? '')).toBe(false)
  })

  it('loses its text once it was sent, when that is a sign-in code', async () => {
    const mail = await queue('sign-in-code')
    await deliverMail(portal.context, mailer(), mail.id, false)
    expect((await state(mail)).body).not.toContain('R8-012')
  })

  it('is not there when its transaction fails', async () => {
    const { context } = portal
    const subjectId = context.ids()
    const failing = context.db.transaction(async (tx) => {
      await queueMail(tx, context, { kind: 'receipt', to: 'a@example.jp', subject: 's', text: 't', subjectId })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await mailsOf(context.db, subjectId)).toEqual([])
  })
})
