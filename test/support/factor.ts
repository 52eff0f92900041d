import { codeAt } from '../../src/accounts/one-time-code.ts'
import type { TestApp } from './app.ts'
import type { Answer, Browser } from './browser.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The bytes of a secret as the page shows it to be typed. */
const bytesOf = (typed: string): Buffer => {
  const bits = [...typed.replaceAll(' ', '')]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

/** What an authenticator app shows that was set up with the page's secret. */
export class App {
  readonly #secret: Buffer

  constructor(page: string) {
    this.#secret = bytesOf(page.match(/<code class="secret-text">([A-Z2-7 ]+)</)?.[1] ?? '')
  }

  codeAt(now: Date): string {
    return codeAt(this.#secret, now)
  }
}

/** Sets up an app in a browser whose session is fresh; gives the app and the recovery codes. */
export const enrol = async (
  portal: TestApp,
  browser: Browser,
  current = ''
): Promise<{ readonly app: App; readonly recoveryCodes: readonly string[]; readonly answer: Answer }> => {
  const app = new App((await browser.get('/account/second-factor')).body)
  const code = app.codeAt(portal.context.clock.now())
  const answer = await browser.post('/account/second-factor', { code, current, return: '' })
  const recoveryCodes = [...answer.body.matchAll(/<code>(\d{4}-\d{4}-\d{4})</g)].map(([, found = '']) => found)
  return { app, recoveryCodes, answer }
}
