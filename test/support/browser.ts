import type { FastifyInstance, InjectOptions } from 'fastify'

/** What a page answered, as a test looks at it. */
export type Answer = {
  readonly status: number
  readonly body: string
  readonly bytes: Buffer
  readonly headers: Readonly<Record<string, unknown>>
  /** The path that a redirect leads to. */
  readonly location: string | null
  readonly json: () => unknown
}

type Fields = Readonly<Record<string, string | readonly string[]>>

const encode = (fields: Fields): string => {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields))
    for (const part of typeof value === 'string' ? [value] : value) body.append(name, part)
  return body.toString()
}

let visitors = 0

/** A visitor with an address and a cookie jar, sending what a browser's forms send. */
export class Browser {
  readonly #app: FastifyInstance
  readonly #cookies = new Map<string, string>()
  // Limits count by address: visitors do not share one.
  readonly #address = `127.0.${Math.floor(++visitors / 250)}.${(visitors % 250) + 1}`

  constructor(app: FastifyInstance) {
    this.#app = app
  }

  get(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.send({ method: 'GET', url, headers })
  }

  post(url: string, fields: Fields = {}, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.send({
      method: 'POST',
      url,
      payload: encode(fields),
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers }
    })
  }

  /** Sends a form with files, as `multipart/form-data`. */
  async upload(url: string, form: FormData, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const encoded = new Response(form)
    const payload = Buffer.from(await encoded.arrayBuffer())
    const type = encoded.headers.get('content-type') ?? ''
    return this.send({
      method: 'POST',
      url,
      payload,
      headers: { 'content-type': type, 'sec-fetch-site': 'same-origin', ...headers }
    })
  }

  /** Forgets every cookie, as when a session has ended. */
  forget(): void {
    this.#cookies.clear()
  }

  async send(options: InjectOptions): Promise<Answer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...options.headers, ...(cookie === '' ? {} : { cookie }) }
    const response = await this.#app.inject({ remoteAddress: this.#address, ...options, headers })
    for (const { name, value, maxAge } of response.cookies) {
      if (value === '' || maxAge === 0) this.#cookies.delete(name)
      else this.#cookies.set(name, encodeURIComponent(value))
    }
    const location = response.headers.location
    return {
      status: response.statusCode,
      body: response.body,
      bytes: response.rawPayload,
      headers: response.headers,
      location: location === undefined ? null : String(location),
      json: () => response.json()
    }
  }
}
