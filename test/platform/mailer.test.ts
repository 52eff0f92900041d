import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { MailRefusedError, smtpMailer } from '../../src/platform/mailer.ts'
import { type MailManner, type MailServer, openMailServer } from '../support/mail-server.ts'

const mail = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  kind: 'receipt',
  to: 'soumu@example.jp',
  subject: '受付のお知らせ',
  text: '受け付けました。\n'
}
const sendTo = (url: string) => smtpMailer({ url, from: 'noreply@city.example.jp', patienceSeconds: 1 }).send(mail)

let server: MailServer
beforeAll(async () => {
  server = await openMailServer()
})
afterAll(() => server.close())

it.each<MailManner>(['hang-before-greeting', 'hang', 'hang-after-content'])(
  'gives up a server that does this: %s',
  async (manner) => {
    server.behave(manner)
    const before = server.tries()
    const tried = sendTo(server.url)
    await expect(tried).rejects.toMatchObject({ code: 'ETIMEDOUT' })
    await expect(tried).rejects.not.toBeInstanceOf(MailRefusedError)
    expect(server.tries()).toBe(before + 1)
  }
)

it('gives up a server that is never silent and never comes to the point', async () => {
  const sockets = new Set<Socket>()
  const dripping = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    // A greeting, and then an answer to the first command that goes on for ever.
    socket.write('220 mail.example.jp\r\n')
    socket.once('data', () => {
      const drip = setInterval(() => socket.write('250-and one more thing\r\n'), 100)
      socket.once('close', () => clearInterval(drip))
    })
  }).listen(0, '127.0.0.1')
  await once(dripping, 'listening')
  const address = dripping.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  await expect(sendTo(`smtp://127.0.0.1:${address.port}`)).rejects.toMatchObject({ code: 'EABORT' })
  for (const socket of sockets) socket.destroy()
  dripping.close()
})
