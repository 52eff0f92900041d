import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

/** Debian's Chromium, without the parts that call home. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync'
    ]
  })

/** How a person comes to the portal. */
export type Manner = { readonly width?: number; readonly script?: boolean }

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * A person in a browser of their own. Every page they come to is held against axe and against sideways scrolling, so
 * no journey can pass through a page that is not accessible.
 */
export class Visitor {
  readonly page: Page
  readonly #context: BrowserContext
  readonly #origin: string
  readonly #script: boolean
  /** Paths of the pages seen, for the record of what was checked. */
  readonly seen: string[] = []
  /** Documents and forms that were asked for, without assets and autosaves. */
  navigations = 0

  private constructor(context: BrowserContext, page: Page, origin: string, script: boolean) {
    this.#context = context
    this.page = page
    this.#origin = origin
    this.#script = script
    page.on('request', (request) => {
      if (request.isNavigationRequest()) this.navigations++
    })
  }

  static async arrive(
    browser: Browser,
    origin: string,
    { width = 1280, script = true }: Manner = {}
  ): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      javaScriptEnabled: script,
      locale: 'ja-JP',
      timezoneId: 'Asia/Tokyo'
    })
    context.setDefaultTimeout(15_000)
    return new Visitor(context, await context.newPage(), origin, script)
  }

  /** The same person in another tab, signed in or out together with this one. */
  inTab(page: Page): Visitor {
    return new Visitor(this.#context, page, this.#origin, this.#script)
  }

  async visit(path: string): Promise<void> {
    await this.page.goto(`${this.#origin}${path}`)
    await this.#check()
  }

  /** Holds the page against axe and sideways scrolling as it is now, after a script has changed it. */
  look(): Promise<void> {
    return this.#check()
  }

  /** Presses a button, by its name, and looks at the page that follows. */
  async press(name: string | RegExp): Promise<void> {
    await this.#follow(() => this.page.getByRole('button', { name }).first().click())
  }

  /** Follows a link, by its name. */
  async follow(name: string | RegExp): Promise<void> {
    await this.#follow(() => this.page.getByRole('link', { name }).first().click())
  }

  async fill(label: string | RegExp, value: string): Promise<void> {
    await this.page.getByLabel(label).first().fill(value)
  }

  async choose(label: string | RegExp, option: string): Promise<void> {
    await this.page.getByLabel(label).first().selectOption({ label: option })
  }

  async tick(label: string | RegExp): Promise<void> {
    await this.page.getByLabel(label).first().check()
  }

  /** What the page says. */
  async text(): Promise<string> {
    return (await this.page.locator('body').textContent()) ?? ''
  }

  async heading(): Promise<string> {
    return (await this.page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  }

  /** The path of the present page. */
  path(): string {
    return new URL(this.page.url()).pathname
  }

  async leave(): Promise<void> {
    await this.#context.close()
  }

  async #follow(act: () => Promise<void>): Promise<void> {
    try {
      await Promise.all([this.page.waitForEvent('load'), act()])
    } catch (error) {
      const choices = await this.page.locator('main').locator('button, a').allTextContents()
      throw new Error(`stuck on ${this.path()}, where there is: ${choices.join(' | ')}`, { cause: error })
    }
    await this.#check()
  }

  async #check(): Promise<void> {
    const path = this.path()
    this.seen.push(path)
    // axe runs in the page; where the visitor has no script, the same page is checked by those who have.
    if (!this.#script) return
    const { violations } = await new AxeBuilder({ page: this.page }).withTags(levels).analyze()
    const findings = violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes[0]?.target.join(' ')})`)
    if (findings.length > 0) throw new Error(`axe on ${path}:\n${findings.join('\n')}`)
    const sideways = await this.page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth'
    )
    if (typeof sideways === 'number' && sideways > 0) throw new Error(`${path} scrolls sideways by ${sideways} px`)
  }
}
