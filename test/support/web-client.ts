import { formOf } from './posted-form.ts'

/** What the portal answered over the network. */
export type WebAnswer = { readonly status: number; readonly body: string; readonly location: string | null }

/** Nobody can tell whether the request was carried out: the connection broke, or no answer came. */
export class LostAnswerError extends Error {
  override readonly name = 'LostAnswerError'
}

type Tally = (status: number | null) => void

const patience = 30_000

/** A person's browser over real HTTP: a cookie jar, forms with their hidden fields, redirects shown and not followed. */
export class WebClient {
  readonly #base: string
  readonly #target: () => string
  readonly #address: string
  readonly #tally: Tally
  readonly #cookies = new Map<string, string>()

  /**
   * @param base the portal's public address
   * @param address where the visitor seems to come from, behind a proxy that is trusted: limits count by it
   * @param tally told of every request's answer, null where none came
   * @param target the process that a request goes to, where several share the public address
   */
  constructor(base: string, address: string, tally: Tally = () => undefined, target: () => string = () => base) {
    this.#base = base
    this.#target = target
    this.#address = address
    this.#tally = tally
  }

  get(path: string): Promise<WebAnswer> {
    return this.#send(path, { method: 'GET' })
  }

  /** Posts the form of a page with this action: its fields as they stand, then the changes. */
  submit(html: string, action: string, changes: Readonly<Record<string, string>> = {}): Promise<WebAnswer> {
    const body = new URLSearchParams()
    for (const [name, values] of Object.entries(formOf(html, action, changes)))
      for (const value of values) body.append(name, value)
    return this.#send(action, { method: 'POST', body })
  }

  /** Posts the form of a page with one file. */
  upload(html: string, action: string, file: { readonly name: string; readonly content: Buffer }): Promise<WebAnswer> {
    const body = new FormData()
    for (const [name, values] of Object.entries(formOf(html, action, {})))
      for (const value of values) body.append(name, value)
    body.append('files', new Blob([new Uint8Array(file.content)], { type: 'application/pdf' }), file.name)
    return this.#send(action, { method: 'POST', body })
  }

  async #send(path: string, init: RequestInit): Promise<WebAnswer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const origin = init.method === 'GET' ? {} : { origin: this.#base, 'sec-fetch-site': 'same-origin' }
    const headers = { ...origin, 'x-forwarded-for': this.#address, ...(cookie === '' ? {} : { cookie }) }
    try {
      const signal = AbortSignal.timeout(patience)
      const response = await fetch(`${this.#target()}${path}`, { ...init, headers, signal, redirect: 'manual' })
      const body = await response.text()
      this.#keepCookies(response.headers.getSetCookie())
      this.#tally(response.status)
      return { status: response.status, body, location: response.headers.get('location') }
    } catch (error) {
      this.#tally(null)
      throw new LostAnswerError(`no answer to ${init.method} ${path}`, { cause: error })
    }
  }

  #keepCookies(lines: readonly string[]): void {
    for (const line of lines) {
      const [, name = '', value = ''] = line.match(/^([^=]+)=([^;]*)/) ?? []
      if (value === '' || /max-age=0(;|$)/i.test(line)) this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
  }
}
