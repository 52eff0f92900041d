import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessTable } from '../src/access.ts'
import { type ApplicationStatus, applicationStatuses } from '../src/applications/application-status.ts'
import { updateStatus } from '../src/applications/application-store.ts'
import { openTestApp, type TestApp } from './support/app.ts'
import type { Browser } from './support/browser.ts'
import { official } from './support/cases.ts'
import { draftCase } from './support/drafts.ts'
import { filled, type World, worldOf } from './support/world.ts'

const people = ['other company', 'own company', 'committee', 'secretariat', 'administrator'] as const
type Person = (typeof people)[number]

type Fields = Readonly<Record<string, string>>

/** What is posted: a form that does what it is for, where the state allows it. */
const forms: Readonly<Record<string, Fields>> = {
  '/applications/:id/declarations': { version: '1', legal_compliance: 'yes' },
  '/applications/:id/categories/:number': { version: '1', 'mark.1-1': 'checked', '1-1.text': '別の取組を書きました。' },
  '/applications/:id/submission': { attestedBy: '浅香 一郎', attested: 'yes', version: '10', round: '1' },
  '/applications/:id/withdrawal': { reason: '', confirmed: 'yes' },
  '/cases/:id/decisions': { round: '1', 'decision-1-1': 'accepted' },
  '/cases/:id/route': { round: '1', route: 'examination', grounds: '', 'route-reason': '確かめるため' },
  '/cases/:id/reading': { reading: 'leaves_denominator', 'reading-reason': '対象者がいないため' },
  '/cases/:id/agenda': { round: '1' },
  '/cases/:id/agenda/removal': { reason: '確認し直すため' },
  '/cases/:id/correction': { round: '1', message: '御確認ください。', deadline: '2026-12-08', step: 'send' },
  '/cases/:id/hearings': {
    heldOn: '2026-11-21',
    channel: 'phone',
    participants: '総務 花子',
    note: '聞き取りました。'
  },
  '/cases/:id/withdrawal': { reason: '電話で申出', step: 'withdraw' },
  '/cases/:id/decision': { outcome: 'refused', step: 'decide', refusalReasons: '満たさないため' },
  '/meetings/:id/cases/:applicationId/opinion': { opinion: 'no_objection', comment: '' }
}

/** Where the form above does something in every state that allows it; elsewhere more has to be true of the case. */
const effective: readonly string[] = [
  '/applications/:id/withdrawal',
  '/cases/:id/agenda/removal',
  '/cases/:id/hearings'
]

let portal: TestApp
const browsers = new Map<Person, Browser>()

beforeAll(async () => {
  portal = await openTestApp()
  const { context, signIn } = portal
  browsers.set('other company', await signIn((await draftCase(context)).email))
  for (const role of ['committee', 'secretariat', 'administrator'] as const)
    browsers.set(role, await signIn(await official(context, role, '役所 太郎')))
})
afterAll(() => portal.close())

const applicationOf = ({ values }: World): string => values.applicationId ?? values.id ?? ''

let receipts = 0

/** Puts the case of a world into a state; a receipt number comes with the first that needs one. */
const moveTo = async ({ context }: TestApp, world: World, status: ApplicationStatus): Promise<void> => {
  const at = context.clock.now()
  const { rows } = await context.db.execute(
    sql`select number from applications where id = ${applicationOf(world)} and number is not null`
  )
  const given = rows.length > 0 || status === 'draft' ? undefined : { number: `状態-${++receipts}`, submittedAt: at }
  await updateStatus(context.db, applicationOf(world), status, at, given)
}

const counted = ['submissions', 'item_decisions', 'route_choices', 'reading_choices', 'hearing_notes', 'decisions']

/** Everything about a case that a request could change, as numbers and its state. */
const traceOf = async ({ context }: TestApp, world: World): Promise<string> => {
  const counts = [...counted, 'correction_requests', 'attachments', 'agenda_items'].map(
    (table) => `(select count(*) from ${table} t where t.application_id = a.id) as ${table}`
  )
  const { rows } = await context.db.execute(
    sql`select a.status, a.number, ${sql.raw(counts.join(', '))},
      (select sum(version) from application_sections s where s.application_id = a.id) as sections,
      (select count(*) from attachments f where f.application_id = a.id and f.removed_at is null) as files,
      (select count(*) from opinions o join agenda_items i on i.id = o.agenda_item_id where i.application_id = a.id) as opinions,
      (select count(*) from events e where e.subject_id = a.id) as events,
      (select count(*) from mails m where m.subject_id = a.id) as mails
      from applications a where a.id = ${applicationOf(world)}`
  )
  return JSON.stringify(rows)
}

const routes = Object.entries(accessTable)
  .map(([route, rule]) => {
    const [method = '', url = ''] = route.split(' ')
    return { route, method, url, rule }
  })
  .filter(({ url }) => /^\/(applications|cases)\/:id|\/cases\/:applicationId/.test(url))

const mayAsk = (person: Person, who: readonly string[]): boolean =>
  person === 'own company' ? who.includes('company') : person !== 'other company' && who.includes(person)

type Walk = {
  readonly method: string
  readonly url: string
  readonly rule: (typeof routes)[number]['rule']
  readonly world: World
  readonly everybody: ReadonlyMap<Person, Browser>
}

const askAs = (person: Person, { method, url, world, everybody }: Walk) => {
  const browser = everybody.get(person) ?? portal.visitor()
  const asked = filled(url, world.values)
  return method === 'GET' ? browser.get(asked) : browser.post(asked, forms[url])
}

/** For everybody else it is not there, in whatever state, and nothing changes. */
const expectRefused = async (walk: Walk, status: ApplicationStatus): Promise<void> => {
  const before = await traceOf(portal, walk.world)
  for (const person of people.filter((one) => !mayAsk(one, walk.rule.who)))
    expect([status, person, (await askAs(person, walk)).status]).toEqual([status, person, 404])
  expect([status, await traceOf(portal, walk.world)]).toEqual([status, before])
}

/** Who may ask is answered, and changes something in the states of the table alone. */
const expectLawful = async (walk: Walk, status: ApplicationStatus): Promise<void> => {
  const { method, url, rule, world } = walk
  const before = await traceOf(portal, world)
  for (const person of people.filter((one) => mayAsk(one, rule.who))) {
    const answer = await askAs(person, walk)
    expect([status, answer.status < 500]).toEqual([status, true])
    const changed = (await traceOf(portal, world)) !== before
    const isAllowed = method !== 'GET' && (rule.states?.includes(status) ?? true)
    if (!isAllowed) expect([status, person, changed]).toEqual([status, person, false])
    else if (effective.includes(url)) expect([status, answer.status, changed]).toEqual([status, answer.status, true])
  }
}

describe('a case in every state', () => {
  it('is walked on every route that names one', () => {
    expect(routes.length).toBeGreaterThan(35)
    expect(routes.filter(({ rule }) => rule.states !== undefined).length).toBeGreaterThan(14)
  })

  it.each(routes)(
    'is there for those alone who may use $route',
    { timeout: 120_000 },
    async ({ method, url, rule }) => {
      const world = await worldOf(portal.context, url)
      const everybody = new Map([...browsers, ['own company', await portal.signIn(world.owner)] as const])
      const walk = { method, url, rule, world, everybody }
      for (const status of applicationStatuses) {
        await moveTo(portal, world, status)
        await expectRefused(walk, status)
        await expectLawful(walk, status)
      }
    }
  )
})
