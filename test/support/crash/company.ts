import { sha256Of } from '../../../src/platform/files.ts'
import type { MailServer } from '../mail-server.ts'
import { pdf } from '../sample-files.ts'
import type { WebAnswer, WebClient } from '../web-client.ts'
import type { Journal } from './journal.ts'
import { signIn } from './sign-in.ts'

/** What a company did, with everything by which it is found again. */
export type CompanyStory = {
  readonly name: string
  readonly email: string
  readonly applicationId: string
  /** The text it wrote at each item. */
  readonly texts: Readonly<Record<string, string>>
  readonly files: readonly { readonly name: string; readonly sha256: string }[]
  readonly withdrawn: boolean
}

const profileOf = (name: string, email: string): Readonly<Record<string, string>> => ({
  name,
  nameKana: 'タシカメ',
  noLegalEntityNumber: 'yes',
  postalCode: '351-0011',
  address: '埼玉県朝霞市本町1-1-1',
  industry: 'A',
  employees: '7',
  representativeTitle: '代表',
  representativeName: '確 実',
  contactName: '確 実',
  contactEmail: email,
  contactPhone: '048-000-0200',
  business: 'にんじんと里芋を育てています。',
  culture: '午後3時には全員が帰ります。'
})

const marks: Readonly<Record<number, readonly string[]>> = { 1: ['1-1'], 5: ['5-2'], 7: ['7-2'] }

const see = async (client: WebClient, path: string): Promise<WebAnswer | null> => {
  const page = await client.get(path)
  return page.status === 503 ? null : page
}

/** The answer when it says that the form was taken, null when the portal asked to come back, an error for all else. */
const taken = (answer: WebAnswer): WebAnswer | null => {
  if (answer.status === 303) return answer
  if (answer.status === 503) return null
  throw new Error(`a form was answered with ${answer.status}: ${answer.body.match(/<h1[^>]*>(.*?)<\/h1>/)?.[1]}`)
}

class Applicant {
  readonly #journal: Journal
  readonly #client: WebClient
  readonly #name: string

  constructor(journal: Journal, client: WebClient, name: string) {
    this.#journal = journal
    this.#client = client
    this.#name = name
  }

  /** Opens a page, fills in its form and sends it, until that is acknowledged. */
  fillIn(kind: string, path: string, action: string, changes: Readonly<Record<string, string>>): Promise<WebAnswer> {
    return this.#journal.until(kind, `${this.#name} ${action}`, async () => {
      const page = await see(this.#client, path)
      // A page that leads on says that an earlier try, whose answer was lost, was carried out.
      if (page === null || page.status === 303) return page
      return taken(await this.#client.submit(page.body, action, changes))
    })
  }

  attach(path: string, name: string, content: Buffer): Promise<WebAnswer> {
    return this.#journal.until('file', `${this.#name} ${name}`, async () => {
      const page = await see(this.#client, path)
      return page === null ? null : taken(await this.#client.upload(page.body, path, { name, content }))
    })
  }

  /** Sends the application, now and then twice at once, as a second tab does. */
  send(id: string, twice: boolean): Promise<WebAnswer> {
    return this.#journal.until('submission', id, async () => {
      const page = await see(this.#client, `/applications/${id}/confirmation`)
      if (page === null || page.status === 303) return page
      const changes = { attestedBy: '確 実', attested: 'yes' }
      const posts = Array.from({ length: twice ? 2 : 1 }, () =>
        this.#client.submit(page.body, `/applications/${id}/submission`, changes)
      )
      const answers = await Promise.allSettled(posts)
      const [first] = answers.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
      return first === undefined ? null : taken(first)
    })
  }
}

const writeTexts = async (applicant: Applicant, id: string, serial: number) => {
  const texts: Record<string, string> = {}
  await applicant.fillIn('section', `/applications/${id}/declarations`, `/applications/${id}/declarations`, {
    legal_compliance: 'yes'
  })
  for (const [category, codes] of Object.entries(marks)) {
    const path = `/applications/${id}/categories/${category}`
    for (const code of codes) texts[code] = `取組の記録 ${serial}の${code}`
    const changes = Object.fromEntries(
      codes.flatMap((code) => [
        [`mark.${code}`, 'checked'],
        [`${code}.text`, texts[code] ?? '']
      ])
    )
    const other = category === '5' ? { 'mark.5-1': 'checked', '5-1.measures': 'side_jobs' } : {}
    await applicant.fillIn('section', path, path, { ...changes, ...other })
  }
  return texts
}

const attachFiles = async (applicant: Applicant, id: string, serial: number) => {
  const files = []
  for (const number of [1, 2]) {
    const [name, content] = [`資料${serial}-${number}.pdf`, pdf(`${serial}-${number}`, 20_000 * number)]
    await applicant.attach(`/applications/${id}/items/1-1/attachments`, name, content)
    files.push({ name, sha256: sha256Of(content) })
  }
  return files
}

const idIn = (location: string | null): string => location?.match(/^\/applications\/([0-9a-f-]{36})/)?.[1] ?? ''

/** A company from its first sign-in to the application that it sent; every seventh takes it back afterwards. */
export const applyOnce = async (journal: Journal, mails: MailServer, serial: number): Promise<CompanyStory> => {
  const [name, email] = [`株式会社確かめ${serial}`, `soumu${serial}@company${serial}.example.jp`]
  const client = await signIn(journal, mails, email)
  const applicant = new Applicant(journal, client, name)
  await applicant.fillIn('profile', '/company/profile', '/company/profile', profileOf(name, email))
  const begun = await journal.until('application', name, async () => {
    const home = await see(client, '/company')
    return home === null ? null : taken(await client.submit(home.body, '/applications'))
  })
  const id = idIn(begun.location)
  const texts = await writeTexts(applicant, id, serial)
  const files = await attachFiles(applicant, id, serial)
  await applicant.send(id, serial % 2 === 0)
  const withdrawn = serial % 7 === 0
  const path = `/applications/${id}/withdrawal`
  if (withdrawn)
    await journal.until('withdrawal', id, async (again) => {
      const page = await see(client, path)
      if (page === null || (again && !page.body.includes(`action="${path}"`))) return page
      return taken(await client.submit(page.body, path, { confirmed: 'yes' }))
    })
  return { name, email, applicationId: id, texts, files, withdrawn }
}
