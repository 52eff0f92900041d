import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { committee, demoPeople, secretariat } from '../../fixtures/people.ts'
import { signInAs } from '../support/sign-in.ts'
import { launchBrowser, Visitor } from '../support/visitor.ts'

const portalUrl = inject('portalUrl')
/** More than the portal has; a walk that reaches it goes in circles. */
const most = 150

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** One page stands for all of its kind: ids, numbers and codes in a path do not make another. */
const kindOf = (href: string): string => {
  const { pathname, searchParams } = new URL(href)
  const kind = pathname
    .replaceAll(/\/[0-9a-f]{8}-[0-9a-f-]{27}/g, '/:id')
    .replaceAll(/\/items\/\d-\d/g, '/items/:code')
    .replace(/(\/categories\/)(?!7$)\d$/, '$1:number')
    .replace(/\/verify\/.+/, '/verify/:code')
    .replace(/\/companies\/\d+$/, '/companies/:number')
  return [kind, ...[...new Set(searchParams.keys())].sort()].join('&')
}

const isPage = (href: string): boolean =>
  new URL(href).origin === portalUrl &&
  !/^\/assets\/|\.(csv|txt|atom|xml|jwt|json|png|svg)$|\/papers$|\/attachments\/[^/]+$|^\/(certificates|letters)\/[^/]+(\/original)?$|\/preview$/.test(
    new URL(href).pathname
  )

/** Pages that say the same to everybody, but for their header: walked by who is signed out and by one who is not. */
const saysTheSame = (href: string): boolean =>
  /^\/((companies|guides|open-data|verify|accessibility|privacy)(\/.*)?|self-check(\/result)?)?$/.test(
    new URL(href).pathname
  )

/** What the browser complains about while pages are shown. */
const complaintsOf = ({ page }: Visitor): string[] => {
  const complaints: string[] = []
  page.on('console', (line) => {
    if (['error', 'warning'].includes(line.type())) complaints.push(`${page.url()}: ${line.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
  page.on('requestfailed', (request) => complaints.push(`${request.url()} failed`))
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.url()}: ${response.status()}`)
  })
  return complaints
}

const linksOn = ({ page }: Visitor): Promise<string[]> =>
  page.locator('a[href]').evaluateAll((links) => links.map((link) => ('href' in link ? String(link.href) : '')))

/** Follows links from page to page until every kind of page has been seen once; gives the kinds. */
const walk = async (visitor: Visitor, from: string, follows: (href: string) => boolean): Promise<readonly string[]> => {
  const kinds = new Set([kindOf(from)])
  const waiting = [from]
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    await visitor.visit(next.slice(portalUrl.length))
    for (const href of (await linksOn(visitor)).filter(follows)) {
      if (kinds.has(kindOf(href))) continue
      kinds.add(kindOf(href))
      waiting.push(href)
    }
    if (kinds.size > most) throw new Error(`no end of pages: ${[...kinds].join(' ')}`)
  }
  return [...kinds]
}

/** Somebody signed out, and of officials one each; the companies are all in different situations. */
const people = [
  null,
  secretariat[0].name,
  ...demoPeople
    .map(({ name }) => name)
    .filter((name) => [...secretariat, ...committee.slice(1)].every((one) => one.name !== name))
]

describe.each([375, 1280])('at %d px', (width) => {
  it.each(people.map((name) => ({ name })))('every page that $name can reach is in order', async ({ name }) => {
    const visitor = await Visitor.arrive(browser, portalUrl, { width })
    const complaints = complaintsOf(visitor)
    if (name !== null) await signInAs(visitor, name)
    const everything = name === null || name === secretariat[0].name
    const from = name === null ? `${portalUrl}/` : visitor.page.url()
    const kinds = await walk(visitor, from, (href) => isPage(href) && (everything || !saysTheSame(href)))
    process.stdout.write(`${name ?? '一般'}, ${width} px: ${kinds.length} pages\n`)
    expect(complaints).toEqual([])
    expect(kinds.length).toBeGreaterThan(4)
    await visitor.leave()
  })
})
