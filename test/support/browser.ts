import type { FastifyInstance, InjectOptions } from 'fastify'
import { paths } from '../../src/paths.ts'
import { formTokenField } from '../../views/components/form-token-field.ts'

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
const nextAddress = (): string =>
  `127.${Math.floor(++visitors / 60_000)}.${Math.floor(visitors / 250) % 240}.${(visitors % 250) + 1}`
/** How often a visitor asks from one address; fewer than any limit that counts all requests of a kind. */
const askedFromOne = 150

/** The form token that a page holds; every form of a page has the same right to be sent. */
export const formTokenIn = (html: string): string | null =>
  html.match(new RegExp(`name="${formTokenField}" value="([^"]+)"`))?.[1] ?? null

/** A page without its form token, which is different each time, as it can be compared with another. */
export const withoutFormToken = (html: string): string => html.replaceAll(formTokenIn(html) ?? '', '')

/**
 * A visitor with an address and a cookie jar, sending what a browser's forms send: the form token of the page seen last,
 * or of the sign-in page where none was seen yet.
 */
export class Browser {
  readonly #app: FastifyInstance
  readonly #cookies = new Map<string, string>()
  #formToken: string | null = null
  // Limits count by address: visitors do not share one, and who asks for very much comes from one after the other.
  #address: string
  readonly #staysThere: boolean
  #asked = 0

  /** @param address where it asks from, always; one of its own when absent */
  constructor(app: FastifyInstance, address?: string) {
    this.#app = app
    this.#address = address ?? nextAddress()
    this.#staysThere = address !== undefined
  }

  get(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.send({ method: 'GET', url, headers })
  }

  /** Posts a form. A `formToken` among the fields is sent in place of the right one; an empty list of them sends none. */
  async post(url: string, fields: Fields = {}, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const own = formTokenField in fields ? {} : { [formTokenField]: await this.formToken() }
    return this.send({
      method: 'POST',
      url,
      payload: encode({ ...own, ...fields }),
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers }
    })
  }

  /** Sends a form with files, as `multipart/form-data`, after the form token; `null` sends none. */
  async upload(
    url: string,
    form: FormData,
    headers: Readonly<Record<string, string>> = {},
    token?: string | null
  ): Promise<Answer> {
    const own = token === undefined ? await this.formToken() : token
    const whole = new FormData()
    if (own !== null) whole.append(formTokenField, own)
    for (const [name, value] of form) whole.append(name, value)
    const encoded = new Response(whole)
    const payload = Buffer.from(await encoded.arrayBuffer())
    const type = encoded.headers.get('content-type') ?? ''
    return this.send({
      method: 'POST',
      url,
      payload,
      headers: { 'content-type': type, 'sec-fetch-site': 'same-origin', ...headers }
    })
  }

  /** The value of a cookie; empty when there is none. */
  cookie(name: string): string {
    return this.#cookies.get(name) ?? ''
  }

  /** Forgets every cookie but that of the forms, as when a session has ended. */
  forget(): void {
    for (const name of this.#cookies.keys()) if (!/wlgb_form$/.test(name)) this.#cookies.delete(name)
  }

  /** What its cookies hold. */
  secrets(): readonly string[] {
    return [...this.#cookies.values()]
  }

  /** A token that this browser's forms may be sent with. */
  async formToken(): Promise<string> {
    if (this.#formToken === null) await this.get(paths.signIn)
    return this.#formToken ?? ''
  }

  /** The first part of a form that a test writes by hand, as `multipart/form-data` with this boundary. */
  async tokenPart(boundary: string): Promise<string> {
    const token = await this.formToken()
    return `--${boundary}\r\nContent-Disposition: form-data; name="${formTokenField}"\r\n\r\n${token}\r\n`
  }

  async send(options: InjectOptions): Promise<Answer> {
    if (++this.#asked % askedFromOne === 0 && !this.#staysThere) this.#address = nextAddress()
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...options.headers, ...(cookie === '' ? {} : { cookie }) }
    const response = await this.#app.inject({ remoteAddress: this.#address, ...options, headers })
    for (const { name, value, maxAge } of response.cookies) {
      if (value === '' || maxAge === 0) this.#cookies.delete(name)
      else this.#cookies.set(name, encodeURIComponent(value))
    }
    this.#formToken = formTokenIn(response.body) ?? this.#formToken
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
