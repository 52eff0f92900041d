import { sql } from 'drizzle-orm'
import { insertAccount, insertRoleGrant } from '../../src/accounts/account-store.ts'
import { registerCertification } from '../../src/certificates/register-certification.ts'
import { insertCompany, insertMember } from '../../src/companies/company-store.ts'
import type { Context } from '../../src/platform/context.ts'
import type { TestApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { cheapestEvidence, cheapestMarks, profileOf } from '../support/cases.ts'
import { dateInJapan, threeYears } from './days.ts'
import type { Model, ModelCase, ModelCompany } from './model.ts'

export type Person = { readonly id: string; readonly name: string; readonly email: string }

/** The portal under test, and what the model's keys stand for in it. */
export type Real = {
  readonly portal: TestApp
  readonly context: Context
  readonly people: ReadonlyMap<string, Person>
  /** Ids of cases, meetings, certifications and the rest. */
  readonly ids: Map<string, string>
  /** People who try what they may not, signed in. */
  readonly intruders: ReadonlyMap<string, Browser>
}

/** What is written while cases live; everything in it is of one run. */
export const livingTables = [
  'applications', 'application_sections', 'attachments', 'submissions', 'certifications', 'certification_periods',
  'certificates', 'signed_certificates', 'revocation_proceedings', 'meetings', 'agenda_items', 'opinions',
  'reported_renewals', 'meeting_papers', 'meeting_attendance', 'companies', 'company_members', 'company_invitations',
  'decisions', 'directory_entries', 'letters', 'events', 'mails', 'notices', 'publicity_settings',
  'publicity_pictures', 'publicity_statements', 'item_decisions', 'reading_choices', 'correction_requests',
  'hearing_notes', 'route_choices', 'counters', 'role_grants', 'stored_files'
] // biome-ignore format: a list to be read across

const keys = {
  people: ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'],
  secretariat: ['s0', 's1'],
  committee: ['m0', 'm1', 'm2'],
  /** Nobody yet: may be taken into the committee. */
  others: ['m3']
}

/** Makes the people, who stay through all runs. */
export const makePeople = async ({ db, ids, clock }: Context): Promise<ReadonlyMap<string, Person>> => {
  await db.execute(sql`create table signed_in (like sessions)`)
  const people = new Map<string, Person>()
  for (const key of Object.values(keys).flat()) {
    const person = { id: ids(), name: `人物 ${key}`, email: `${key}@life.example.jp` }
    await insertAccount(db, { ...person, at: clock.now() })
    people.set(key, person)
  }
  return people
}

export const personOf = ({ people }: Pick<Real, 'people'>, key: string): Person => {
  const person = people.get(key)
  if (person === undefined) throw new Error(`nobody is called ${key}`)
  return person
}

/** What a key stands for in the portal. */
export const idOf = ({ ids }: Pick<Real, 'ids'>, key: string): string => {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`nothing in the portal is ${key}`)
  return id
}

/** Keeps who is signed in, so that every run begins with them signed in. */
export const keepSessions = async ({ db }: Context): Promise<void> => {
  await db.execute(sql`insert into signed_in select * from sessions`)
}

/** Empties what the run before wrote, in one statement. The triggers that keep histories are off meanwhile. */
const emptying = `do $$ begin
  set local session_replication_role = replica;
  ${livingTables.map((table) => `delete from ${table};`).join(' ')}
  delete from pgboss.job where name = 'send-mail';
  delete from sessions;
  insert into sessions select * from signed_in;
end $$`

const empty = async ({ db }: Context): Promise<void> => {
  await db.transaction(async (tx) => {
    await tx.execute(sql.raw(emptying))
  })
}

const start = Date.parse('2026-11-21T10:00:00+09:00')

const company = (key: string, members: string[]): ModelCompany => ({
  key,
  members,
  invitations: [],
  profileVersion: 1,
  culture: 'はじめの社風',
  settingsVersion: 0,
  shown: '',
  statements: []
})

const makeCompany = async (real: Real, { key, members, culture }: ModelCompany): Promise<void> => {
  const { context, ids } = real
  const id = context.ids()
  ids.set(key, id)
  const at = context.clock.now()
  const profile = { ...profileOf({ name: `株式会社${key}`, contactEmail: `${key}@contact.example.jp` }), culture }
  await context.db.transaction(async (tx) => {
    await insertCompany(tx, { ...profile, id, at, by: personOf(real, members[0] ?? '').id })
    for (const member of members) await insertMember(tx, id, personOf(real, member).id, at)
  })
}

const paperItems: ModelCase['sent'] = Object.fromEntries(
  Object.entries(cheapestEvidence).map(([code, evidence]) => [code, { mark: 'checked', evidence, files: '' }])
)

/** Enters a certification on paper whose end is near, by the use case, and into the model. */
const enterPaper = async (real: Real, model: Model, key: string): Promise<void> => {
  const { context, ids } = real
  const startsOn = '2024-01-16'
  const at = new Date('2023-11-01T10:00:00+09:00')
  const entered = await registerCertification(context, {
    companyId: idOf(real, key),
    edition: 'asaka-2023',
    evaluationYear: 2022,
    receiptNumber: '紙-1',
    submittedAt: at,
    certifiedAt: new Date('2024-01-16T10:00:00+09:00'),
    content: {
      profile: profileOf({ name: `株式会社${key}`, contactEmail: `${key}@contact.example.jp` }),
      declarations: { legal_compliance: { declared: true, detail: '' } },
      marks: cheapestMarks,
      evidence: cheapestEvidence,
      attachments: [],
      attestedBy: '浅香 一郎'
    },
    number: 1,
    startsOn,
    actor: personOf(real, 's0')
  })
  if (!entered.ok) throw new Error(entered.reason)
  const one = `${key}/0`
  ids.set(one, entered.applicationId)
  ids.set(`certification/${one}`, entered.certificationId)
  model.cases.push({
    key: one, company: key, kind: 'initial', renews: null, status: 'certified', statusOn: '2024-01-16', number: '紙-1',
    firstSentOn: dateInJapan(at.getTime()), round: 1, sections: {}, files: [], sent: paperItems, standing: {}, serials: {},
    reading: null, route: null
  }) // biome-ignore format: plain values
  model.certifications.push({
    key: `certification/${one}`,
    company: key,
    number: 1,
    periods: [{ case: one, ...threeYears(startsOn) }],
    endedOn: null,
    endedHow: null,
    proceedings: []
  })
}

/** A portal with three companies, one of them certified on paper, and nothing else. */
export const freshWorld = async (real: Real): Promise<Model> => {
  real.portal.setNow(new Date(start).toISOString())
  real.ids.clear()
  await empty(real.context)
  const grantedAt = real.context.clock.now()
  for (const role of ['secretariat', 'committee'] as const)
    for (const key of [...keys[role], role === 'secretariat' ? 'official' : 'member'])
      if (real.people.has(key))
        await insertRoleGrant(real.context.db, {
          id: real.context.ids(),
          userId: personOf(real, key).id,
          role,
          grantedAt,
          grantedBy: null
        })
  const companies = [company('A', ['p0', 'p1']), company('B', ['p2']), company('C', ['p3'])]
  for (const one of companies) await makeCompany(real, one)
  const model: Model = {
    now: start, today: dateInJapan(start), companies, cases: [], meetings: [], certifications: [],
    secretariat: [...keys.secretariat], committee: [...keys.committee], mails: {}, receipts: {}, reminders: 0
  } // biome-ignore format: plain values
  await enterPaper(real, model, 'B')
  return model
}
