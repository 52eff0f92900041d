import type { IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:http2'
import { request } from 'node:https'

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
