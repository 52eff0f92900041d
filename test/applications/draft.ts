import { sql } from 'drizzle-orm'
import { insertAccount } from '../../src/accounts/account-store.ts'
import type { ApplicationStatus } from '../../src/applications/application-status.ts'
import { updateStatus } from '../../src/applications/application-store.ts'
import { insertCompany, insertMember } from '../../src/companies/company-store.ts'
import type { Profile } from '../../src/companies/profile.ts'
import type { TestApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { profileOf } from '../support/cases.ts'

/** A company with its profile, two people, and what they have open. */
export type Drafting = {
  readonly companyId: string
  readonly browser: Browser
  readonly colleague: Browser
  readonly applicationId: string
}

let companies = 0

/** A company whose two people, 総務 花子 and 人事 次郎, have signed in. */
export const company = async (portal: TestApp, parts: Partial<Profile> = {}) => {
  const { context } = portal
  const serial = ++companies
  const [companyId, at] = [context.ids(), context.clock.now()]
  const people = ['総務 花子', '人事 次郎'].map((name, index) => ({
    id: context.ids(),
    name,
    email: `person${index}@draft${serial}.example.jp`,
    at
  }))
  await context.db.transaction(async (tx) => {
    for (const person of people) await insertAccount(tx, person)
    const by = people[0]?.id ?? ''
    await insertCompany(tx, { ...profileOf({ name: `株式会社下書き${serial}`, ...parts }), id: companyId, at, by })
    for (const { id } of people) await insertMember(tx, companyId, id, at)
  })
  const [browser, colleague] = await Promise.all(people.map(({ email }) => portal.signIn(email)))
  if (browser === undefined || colleague === undefined) throw new Error('nobody signed in')
  return { companyId, browser, colleague }
}

/** A company that has begun an application through its page. */
export const drafting = async (portal: TestApp, parts: Partial<Profile> = {}): Promise<Drafting> => {
  const people = await company(portal, parts)
  const answer = await people.browser.post('/applications')
  const applicationId = answer.location?.split('/').at(-1)
  if (answer.status !== 303 || applicationId === undefined) throw new Error(`no application: ${answer.status}`)
  return { ...people, applicationId }
}

/** Moves a draft on, as its submission and the secretariat would. */
export const moveTo = async (portal: TestApp, applicationId: string, status: ApplicationStatus): Promise<void> => {
  const { context } = portal
  await updateStatus(context.db, applicationId, status, context.clock.now(), {
    number: `R8-${applicationId.slice(-6)}`,
    submittedAt: context.clock.now()
  })
}

/** What is stored of a section, past the pages. */
export const storedSection = async (portal: TestApp, applicationId: string, section: string): Promise<unknown> => {
  const { rows } = await portal.context.db.execute(
    sql`select data, version from application_sections where application_id = ${applicationId} and section = ${section}`
  )
  return rows[0]
}
