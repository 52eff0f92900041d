import { untilTrue } from '../portal-process.ts'
import { LostAnswerError, WebClient } from '../web-client.ts'

/** What somebody did, and whether the portal said that it is done. */
export type Deed = { readonly kind: string; readonly key: string; acknowledged: boolean; tries: number }

/** Figures of the requests. */
export type Requests = { sent: number; answered: number; unanswered: number; postponed: number }

const alive = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2000) })).ok
  } catch {
    return false
  }
}

/** The test's own book of everything that was sent and everything that was acknowledged. */
export class Journal {
  readonly requests: Requests = { sent: 0, answered: 0, unanswered: 0, postponed: 0 }
  readonly #deeds = new Map<string, Deed>()
  readonly #url: string
  readonly #target: () => string
  #visitors = 0

  /**
   * @param url the portal's public address
   * @param target the process that the next request goes to, where several share the address
   */
  constructor(url: string, target: () => string = () => url) {
    this.#url = url
    this.#target = target
  }

  /** A new visitor with an address of its own. */
  visitor(): WebClient {
    const serial = ++this.#visitors
    const address = `10.1.${Math.floor(serial / 250)}.${(serial % 250) + 1}`
    const tally = (status: number | null): void => {
      this.requests.sent += 1
      if (status === null) this.requests.unanswered += 1
      else if (status === 503) this.requests.postponed += 1
      else this.requests.answered += 1
    }
    return new WebClient(this.#url, address, tally, this.#target)
  }

  /**
   * Does something as a stubborn person does: when no answer comes, or the portal asks to come back, it is tried anew from
   * the first page on, until the portal says that it is done.
   * @param attempt gives null when the portal asked to come back
   */
  async until<T>(kind: string, key: string, attempt: (again: boolean) => Promise<T | null>): Promise<T> {
    const deed: Deed = { kind, key, acknowledged: false, tries: 0 }
    this.#deeds.set(`${kind} ${key}`, deed)
    for (;;) {
      deed.tries += 1
      try {
        const done = await attempt(deed.tries > 1)
        if (done !== null) {
          deed.acknowledged = true
          return done
        }
      } catch (error) {
        if (!(error instanceof LostAnswerError)) throw error
      }
      if (deed.tries > 200) throw new Error(`${kind} ${key} was tried ${deed.tries} times`)
      await untilTrue('the portal serves again', () => alive(this.#target()), 120)
    }
  }

  /** What was acknowledged of a kind. */
  acknowledged(kind: string): readonly string[] {
    return [...this.#deeds.values()].flatMap((deed) => (deed.kind === kind && deed.acknowledged ? [deed.key] : []))
  }

  deeds(): readonly Deed[] {
    return [...this.#deeds.values()]
  }
}
