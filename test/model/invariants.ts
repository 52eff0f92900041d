import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { type ApplicationStatus, canMove } from '../../src/applications/application-status.ts'
import { receiptNumber } from '../../src/applications/receipt-number.ts'
import type { Database } from '../../src/platform/database.ts'
import { addDays } from '../../src/scheme/calendar.ts'
import type { Model } from './model.ts'
import type { Real } from './portal.ts'

type Row = Readonly<Record<string, unknown>>

const rowsOf = async (db: Database, statement: string): Promise<readonly Row[]> =>
  (await db.execute(sql.raw(statement))).rows

/** What must not be there at all: each question finds the rows that break a rule. */
const forbidden: Readonly<Record<string, string>> = {
  'two open applications of a company': `select company_id from applications
    where status in ('draft', 'submitted', 'screening', 'returned', 'awaiting_committee', 'heard') group by 1 having count(*) > 1`,
  'a state without its line in the history, or one too many': `select a.id, a.status, count(e.id) from applications a
    left join events e on e.subject_id = a.id and e.kind = 'status-' || a.status and e.at = a.status_since
    where a.number is null or a.number not like '紙%' group by 1, 2 having count(e.id) <> 1`,
  'a submission without its line in the history': `select a.id from applications a where a.number is null or a.number not like '紙%'
    group by a.id having (select count(*) from submissions s where s.application_id = a.id)
    <> (select count(*) from events e where e.subject_id = a.id and e.kind = 'status-submitted')`,
  'rounds with a gap': `select application_id from submissions group by 1 having max(round) <> count(*)`,
  'periods of a certification that overlap or leave a gap': `select one.certification_id from certification_periods one
    join certification_periods next on next.certification_id = one.certification_id and next.renewal_count = one.renewal_count + 1
    where next.starts_on <> one.ends_on + 1`,
  'periods of a company that overlap': `select c.company_id from certification_periods one
    join certifications c on c.id = one.certification_id
    join certifications d on d.company_id = c.company_id and d.id <> c.id
    join certification_periods other on other.certification_id = d.id
    where one.starts_on <= other.ends_on and other.starts_on <= one.ends_on
      and (c.ended_on is null or other.starts_on < c.ended_on) and (d.ended_on is null or one.starts_on < d.ended_on)`,
  'a certified application without period, certificate or decision': `select a.id from applications a
    left join certification_periods p on p.application_id = a.id left join certificates c on c.period_id = p.id
    left join decisions d on d.application_id = a.id and d.outcome = 'certified'
    where a.status = 'certified' and (p.id is null or (a.number not like '紙%' and (c.id is null or d.id is null)))`,
  'a period of an application that was not certified': `select a.id from certification_periods p
    join applications a on a.id = p.application_id where a.status <> 'certified'`,
  'a decision that the state does not tell': `select a.id from decisions d join applications a on a.id = d.application_id where a.status <> d.outcome`,
  'a decision without its letter': `select d.id from decisions d left join letters l on l.subject_id = d.application_id
    and l.kind = case when d.outcome = 'refused' then 'refused'
      when (select kind from applications a where a.id = d.application_id) = 'renewal' then 'renewed' else 'certified' end
    group by d.id having count(l.id) <> 1`,
  'a request for correction without its letter': `select application_id from correction_requests group by 1
    having count(*) <> (select count(*) from letters l where l.subject_id = application_id and l.kind = 'correction')`,
  'an end of a certification without its letter': `select c.id from certifications c left join letters l on l.subject_id = c.id
    and l.kind = case c.ended_how when 'revoked' then 'revocation' else 'surrender' end
    where c.ended_how is not null group by c.id having count(l.id) <> 1`,
  'a revocation that nobody was heard about': `select c.id from certifications c where c.ended_how = 'revoked' and not exists (
    select 1 from revocation_proceedings p where p.certification_id = c.id and p.outcome = 'revoked'
    and (p.answer is not null or p.answer_by < (p.decided_at at time zone 'Asia/Tokyo')::date))`,
  'a renewal under way of what has ended': `select a.id from applications a join certification_periods p on p.application_id = a.renews
    join certifications c on c.id = p.certification_id where c.ended_on is not null and a.status not in ('draft', 'certified', 'refused', 'withdrawn')`,
  'a case on two open agendas': `select i.application_id from agenda_items i join meetings m on m.id = i.meeting_id
    where m.closed_at is null and m.cancelled_at is null group by 1 having count(*) > 1`,
  'an outcome at an open meeting, or none at one that ended': `select i.id from agenda_items i join meetings m on m.id = i.meeting_id
    where (i.outcome is null) <> (m.closed_at is null and m.cancelled_at is null)`,
  'a case decided by examination that no closed meeting heard': `select a.id from applications a join decisions d on d.application_id = a.id
    where not exists (select 1 from agenda_items i join meetings m on m.id = i.meeting_id
      where i.application_id = a.id and i.outcome = 'heard' and m.closed_at is not null)
    and not (a.kind = 'renewal' and d.outcome = 'certified' and 'simplified' =
      (select r.route from route_choices r where r.application_id = a.id order by r.chosen_at desc, r.id desc limit 1))`,
  'an opinion of somebody who was no member': `select o.id from opinions o where not exists (select 1 from role_grants g
    where g.user_id = o.member_id and g.role = 'committee' and g.granted_at <= o.given_at
    and (g.revoked_at is null or g.revoked_at >= o.given_at))`,
  'an opinion from after the end of its meeting': `select o.id from opinions o join agenda_items i on i.id = o.agenda_item_id
    join meetings m on m.id = i.meeting_id where o.given_at > coalesce(m.closed_at, m.cancelled_at)`,
  'somebody who came and was no member': `select t.member_id from meeting_attendance t join meetings m on m.id = t.meeting_id
    where not exists (select 1 from role_grants g where g.user_id = t.member_id and g.role = 'committee'
    and g.granted_at <= m.closed_at and (g.revoked_at is null or g.revoked_at >= m.closed_at))`,
  'an official who was taken in while acting for a company': `select g.user_id from role_grants g
    join company_members m on m.user_id = g.user_id where g.revoked_at is null and m.since <= g.granted_at`,
  'something done at the desk by somebody outside the secretariat': `select e.id, e.kind from events e
    where e.kind in ('items-decided', 'route-chosen', 'reading-chosen', 'hearing-recorded', 'meeting-called', 'meeting-closed',
      'status-screening', 'status-returned', 'status-awaiting_committee', 'status-heard', 'status-certified', 'status-refused',
      'proceeding-opened', 'certification-revoked', 'statement-approved', 'statement-returned')
    and not exists (select 1 from role_grants g where g.user_id = e.actor_id and g.role = 'secretariat')`,
  'a report of a renewal that went to the committee': `select r.application_id from reported_renewals r
    join applications a on a.id = r.application_id join meetings m on m.id = r.meeting_id
    where a.kind <> 'renewal' or a.status <> 'certified' or m.closed_at is null`,
  'a mail that no job sends': `select id from mails m where state = 'waiting'
    and not exists (select 1 from pgboss.job j where j.name = 'send-mail' and j.data ->> 'mailId' = m.id::text)`,
  'two statements of a company that wait': `select company_id from publicity_statements where outcome is null group by 1 having count(*) > 1`,
  'a company without people': `select id from companies c where not exists (select 1 from company_members m where m.company_id = c.id)`
}

const questions = Object.entries(forbidden)
  .map(
    ([rule, statement]) =>
      `select '${rule}' as rule, count(*)::int as times, min(f::text) as example from (${statement}) f`
  )
  .join(' union all ')

const expectNothingForbidden = async (db: Database): Promise<void> => {
  const rows = await rowsOf(db, questions)
  expect(rows.filter(({ times }) => times !== 0)).toEqual([])
}

const statusKind = /^status-(.+)$/

const isStatus = (text: string): text is ApplicationStatus => /^[a-z_]+$/.test(text)

/** Follows every application through its history: each state follows the one before by the table of states. */
const expectLawfulHistories = async (db: Database): Promise<void> => {
  const events = await rowsOf(
    db,
    `select e.subject_id::text as id, e.kind, e.details ->> 'from' as before, a.status, a.kind as type
    from events e join applications a on a.id = e.subject_id where e.kind like 'status-%' order by e.at, e.id`
  )
  const states = new Map<string, string>()
  const unlawful: Row[] = []
  for (const event of events) {
    const [id, to] = [String(event.id), String(event.kind).match(statusKind)?.[1] ?? '']
    const from = states.get(id)
    const isFirst = from === undefined && to === 'draft' && event.before === null
    const isNext =
      from !== undefined &&
      from === event.before &&
      isStatus(from) &&
      isStatus(to) &&
      (['company', 'secretariat'] as const).some(
        (by) => canMove(from, to, by) || (event.type === 'renewal' && canMove(from, to, by, 'simplified'))
      )
    if (!isFirst && !isNext) unlawful.push({ ...event, states: from })
    states.set(id, to)
  }
  expect(unlawful).toEqual([])
}

const expectNumbers = async (db: Database, model: Model): Promise<void> => {
  const receipts = (
    await rowsOf(db, `select number from applications where number is not null and number not like '紙%'`)
  ).map(({ number }) => String(number))
  const wanted = Object.entries(model.receipts).flatMap(([year, count]) =>
    Array.from({ length: count }, (_, index) => receiptNumber(Number(year), index + 1))
  )
  expect(receipts.toSorted()).toEqual(wanted.toSorted())
  const numbers = (await rowsOf(db, 'select number from certifications order by number')).map(({ number }) =>
    Number(number)
  )
  expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  const counters = Object.fromEntries(
    (await rowsOf(db, 'select name, value from counters')).map(({ name, value }) => [String(name), Number(value)])
  )
  expect(counters).toEqual({
    certification: numbers.length,
    ...Object.fromEntries(Object.entries(model.receipts).map(([year, count]) => [`receipt-${year}`, count]))
  })
}

const expectMailsAsWanted = async (db: Database, model: Model): Promise<void> => {
  const rows = await rowsOf(
    db,
    `select kind, count(*)::int as sent from mails where kind not in ('renewal-notice', 'meeting-reminder') group by 1`
  )
  const sent = Object.fromEntries(
    rows.filter(({ kind }) => !String(kind).startsWith('renewal-')).map((row) => [String(row.kind), Number(row.sent)])
  )
  expect(sent).toEqual(model.mails)
}

const expectCertifications = async (db: Database, model: Model): Promise<void> => {
  const rows = await rowsOf(
    db,
    `select c.number, c.ended_on::text as ended, c.ended_how as how,
    array_agg(p.starts_on::text || ' ' || p.ends_on::text order by p.renewal_count) as periods
    from certifications c join certification_periods p on p.certification_id = c.id group by c.id order by c.number`
  )
  expect(rows.map(({ number, ended, how, periods }) => ({ number: Number(number), ended, how, periods }))).toEqual(
    model.certifications
      .toSorted((one, other) => one.number - other.number)
      .map(({ number, endedOn, endedHow, periods }) => ({
        number,
        ended: endedOn,
        how: endedHow,
        periods: periods.map(({ startsOn, endsOn }) => `${startsOn} ${endsOn}`)
      }))
  )
  for (const { periods } of model.certifications)
    for (const [index, period] of periods.entries())
      if (index > 0) expect(period.startsOn).toBe(addDays(periods[index - 1]?.endsOn ?? '', 1))
}

const expectPeople = async (db: Database, model: Model, { ids, people }: Real): Promise<void> => {
  const keyOf = new Map([...people].map(([key, { id }]) => [id, key]))
  for (const { key, members } of model.companies) {
    const rows = await rowsOf(
      db,
      `select user_id::text as id from company_members where company_id = '${ids.get(key)}'`
    )
    expect(rows.map(({ id }) => keyOf.get(String(id))).toSorted()).toEqual(members.toSorted())
  }
  const rows = await rowsOf(db, `select user_id::text as id, role from role_grants where revoked_at is null`)
  const holding = (role: string) =>
    rows
      .filter((row) => row.role === role)
      .map(({ id }) => keyOf.get(String(id)))
      .toSorted()
  expect([holding('secretariat'), holding('committee')]).toEqual([
    model.secretariat.toSorted(),
    model.committee.toSorted()
  ])
}

/** Everything that has to hold when a run is over, whatever happened in it. */
export const expectInvariants = async (model: Model, real: Real): Promise<void> => {
  const { db } = real.context
  await expectNothingForbidden(db)
  await expectLawfulHistories(db)
  await expectNumbers(db, model)
  await expectCertifications(db, model)
  await expectMailsAsWanted(db, model)
  await expectPeople(db, model, real)
}
