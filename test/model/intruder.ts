import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { digestOf } from './digest.ts'
import { companyIn, companyOfPerson, type Model } from './model.ts'
import { idOf, type Real } from './portal.ts'
import { type Dice, oneOf } from './step.ts'

type Owner = 'its company' | 'secretariat' | 'committee'
type Fields = Readonly<Record<string, string>>

/** What can be asked of a case, a meeting or a certification, with a form that would do if it were allowed. */
type Door = {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly for: readonly Owner[]
  readonly fields?: Fields
}

const yes = { confirmed: 'yes', reason: '試し', message: '試し', note: '試し', round: '1', version: '1' }

const get = (url: string, ...owners: readonly Owner[]): Door => ({ method: 'GET', url, for: owners })
const post = (url: string, owner: Owner, fields: Fields = {}): Door => ({
  method: 'POST',
  url,
  for: [owner],
  fields: { ...yes, ...fields }
})

const caseDoors: readonly Door[] = [
  get('/applications/:case', 'its company'),
  get('/applications/:case/status', 'its company'),
  get('/applications/:case/receipt', 'its company'),
  get('/applications/:case/confirmation', 'its company'),
  get('/applications/:case/categories/1', 'its company'),
  get('/cases/:case', 'secretariat'),
  get('/cases/:case/decision', 'secretariat'),
  post('/applications/:case/submission', 'its company', { attestedBy: '浅香 一郎', attested: 'yes' }),
  post('/applications/:case/withdrawal', 'its company'),
  post('/applications/:case/categories/1', 'its company', { 'mark.1-1': 'checked', '1-1.text': '書き換え' }),
  post('/applications/:case/declarations', 'its company', { legal_compliance: 'yes' }),
  post('/cases/:case/decisions', 'secretariat', { 'decision.1-1': 'accepted' }),
  post('/cases/:case/agenda', 'secretariat'),
  post('/cases/:case/agenda/removal', 'secretariat'),
  post('/cases/:case/correction', 'secretariat', { deadline: '2026-12-20' }),
  post('/cases/:case/hearings', 'secretariat', { heldOn: '2026-11-21', channel: 'phone', participants: '誰か' }),
  post('/cases/:case/withdrawal', 'secretariat'),
  post('/cases/:case/decision', 'secretariat', { outcome: 'certified', startsOn: '2026-12-01', reasons: '試し' })
]

const meetingDoors: readonly Door[] = [
  get('/meetings/:meeting', 'secretariat', 'committee'),
  post('/meetings/:meeting/agenda', 'secretariat'),
  post('/meetings/:meeting/closure', 'secretariat'),
  post('/meetings/:meeting/cancellation', 'secretariat'),
  post('/meetings/:meeting/cases/:case/opinion', 'committee', { opinion: 'no_objection' })
]

const certificationDoors: readonly Door[] = [
  get('/company/certifications/:certification', 'its company'),
  get('/certifications/:certification', 'secretariat'),
  post('/company/certifications/:certification/surrender', 'its company', { on: '2026-12-01' }),
  post('/certifications/:certification/proceedings', 'secretariat', { grounds: '試し', answerBy: '2027-03-01' })
]

const people = ['visitor', 'p0', 'p2', 'p3', 'm0', 'm2', 's1'] as const

const mayPass = (model: Model, door: Door, person: string, company: string): boolean =>
  (door.for.includes('secretariat') && model.secretariat.includes(person)) ||
  (door.for.includes('committee') && model.committee.includes(person)) ||
  (door.for.includes('its company') && companyIn(model, company).members.includes(person))

/** Whoever has no company and is invited comes in by any request: that changes something, rightly. */
const isAwaited = (model: Model, person: string): boolean =>
  companyOfPerson(model, person) === undefined &&
  model.companies.some(({ invitations }) => invitations.some((one) => one.person === person && !one.takenUp))

const chooseDoor = (model: Model, real: Real, [which, what, how]: Dice) => {
  const one = oneOf(model.cases, which)
  const meeting = oneOf(model.meetings, which)
  const certification = oneOf(model.certifications, which)
  const door = oneOf(
    [...caseDoors, ...(meeting === undefined ? [] : meetingDoors), ...certificationDoors],
    what * 7 + how
  )
  if (one === undefined || door === undefined || certification === undefined) return null
  const company = door.url.includes(':certification') ? certification.company : one.company
  const url = door.url
    .replace(':case', idOf(real, one.key))
    .replace(':meeting', meeting === undefined ? '' : idOf(real, meeting.key))
    .replace(':certification', idOf(real, certification.key))
  return { door, company, url }
}

/** Somebody tries a door that is not theirs: it is not there for them, and nothing changes. */
export const intrude = async (model: Model, real: Real, dice: Dice): Promise<void> => {
  const person = oneOf(people, dice[3]) ?? 'visitor'
  const chosen = chooseDoor(model, real, dice)
  if (chosen === null || isAwaited(model, person) || mayPass(model, chosen.door, person, chosen.company)) return
  const browser = real.intruders.get(person) ?? real.portal.visitor()
  // Whoever was signed in still is, however much time has passed.
  const at = real.context.clock.now().toISOString()
  await real.context.db.execute(sql`update sessions set created_at = ${at}, last_seen_at = ${at}`)
  const before = await digestOf(real.context.db)
  const { door, url } = chosen
  const { status, location } = door.method === 'GET' ? await browser.get(url) : await browser.post(url, door.fields)
  const isAskedIn = status === 401 || (status === 303 && location?.startsWith('/sign-in') === true)
  expect([door.url, person, status === 404 || isAskedIn]).toEqual([door.url, person, true])
  expect(await digestOf(real.context.db)).toEqual(before)
}
