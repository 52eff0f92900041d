import type { IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:http2'
import { request } from 'node:https'
import { connect as connectPlain, type Socket } from 'node:net'
import { type ConnectionOptions, connect as connectTls } from 'node:tls'

/** What came back through TLS. */
export type TlsAnswer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string }

export type TlsRequest = {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Buffer
}

/** Sends one request to a name that is served on this machine with a certificate of its own. */
export const askTls = (port: number, host: string, path: string, what: TlsRequest = {}): Promise<TlsAnswer> =>
  new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, body } = what
    const length = body === undefined ? {} : { 'content-length': String(body.length) }
    const options = { host: '127.0.0.1', port, servername: host, rejectUnauthorized: false, agent: false, method, path }
    const asked = request({ ...options, headers: { host, ...headers, ...length } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(chunks).toString() })
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })

/** The protocol that a server speaks when HTTP/2 is offered, and its status for a path. */
export const askHttp2 = (port: number, host: string, path: string): Promise<{ protocol: string; status: number }> =>
  new Promise((resolve, reject) => {
    const session = connect(`https://127.0.0.1:${port}`, { servername: host, rejectUnauthorized: false })
    session.on('error', reject)
    const stream = session.request({ ':path': path, ':authority': host })
    stream.on('response', (headers) => {
      resolve({ protocol: session.alpnProtocol ?? '', status: headers[':status'] ?? 0 })
      session.close()
    })
    stream.on('error', reject)
  })

/** How a handshake ended: the cipher that was agreed on, or what the server said to refuse it. */
export type Handshake = { readonly cipher: string } | { readonly refusal: string }

/** Shakes hands with a server of this machine and nothing else. */
export const shakeHands = (port: number, options: ConnectionOptions): Promise<Handshake> =>
  new Promise((resolve) => {
    const socket = connectTls({ host: '127.0.0.1', port, rejectUnauthorized: false, ...options }, () => {
      resolve({ cipher: socket.getCipher().standardName })
      socket.destroy()
    })
    socket.on('error', (error: NodeJS.ErrnoException) => resolve({ refusal: error.code ?? error.message }))
  })

const untilClosed = (socket: Socket, text: string): Promise<string> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = []
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    // The other side may close before it has read all: what it said until then is what counts.
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')))
    socket.write(Buffer.from(text, 'latin1'))
  })

/** Says something byte for byte through TLS; gives all that comes back until the server closes the connection. */
export const sayTls = (port: number, host: string, text: string): Promise<string> =>
  untilClosed(connectTls({ host: '127.0.0.1', port, servername: host, rejectUnauthorized: false }), text)

/** Says something byte for byte without TLS; gives all that comes back until the server closes the connection. */
export const sayPlain = (port: number, text: string): Promise<string> =>
  untilClosed(connectPlain(port, '127.0.0.1'), text)
