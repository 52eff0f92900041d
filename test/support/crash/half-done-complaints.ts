import { sql } from 'drizzle-orm'
import { receiptSerial } from '../../../src/applications/receipt-number.ts'
import { dateOf } from '../../../src/platform/clock.ts'
import type { Database } from '../../../src/platform/database.ts'
import { sha256Of } from '../../../src/platform/files.ts'
import { fiscalYearOf } from '../../../src/scheme/calendar.ts'

const rowsOf = async (db: Database, query: ReturnType<typeof sql>) => (await db.execute(query)).rows

/** Questions whose answer is no row as long as nothing is half done. */
const halves: Readonly<Record<string, ReturnType<typeof sql>>> = {
  'sent without a submission, or a submission never sent': sql`
    select a.id from applications a where (a.number is not null)
    <> (select count(*) = 1 from submissions s where s.application_id = a.id and s.round = 1)`,
  'a state and a decision that do not agree': sql`
    select a.id from applications a left join decisions d on d.application_id = a.id
    where (a.status in ('certified', 'refused')) <> (d.id is not null) or d.outcome <> a.status`,
  'certified without exactly one certificate, or a certificate of another': sql`
    select a.id from applications a
    left join certification_periods p on p.application_id = a.id left join certificates c on c.period_id = p.id
    group by a.id, a.status having count(c.id) <> (case when a.status = 'certified' then 1 else 0 end)`,
  'heard without a meeting that heard it': sql`
    select a.id from applications a where a.status in ('heard', 'certified', 'refused')
    and 1 <> (select count(*) from agenda_items i where i.application_id = a.id and i.outcome = 'heard')`,
  'a closed meeting with an open case': sql`
    select i.id from agenda_items i join meetings m on m.id = i.meeting_id
    where m.closed_at is not null and i.outcome is null`,
  'a step that stands twice in the history': sql`
    select subject_id as id from events where kind in ('status-submitted', 'status-certified', 'status-refused')
    group by subject_id, kind having count(*) > 1`,
  'a company with two applications, or a person with two companies': sql`
    select company_id as id from applications group by company_id having count(*) > 1
    union all select user_id from company_members group by user_id having count(*) > 1`,
  'a file twice at an item': sql`
    select application_id as id from attachments where removed_at is null
    group by application_id, item_code, file_name, sha256 having count(*) > 1`,
  'an item decided twice': sql`
    select application_id as id from item_decisions group by application_id, round, item_code having count(*) > 1`
}

const seriesComplaint = (what: string, numbers: readonly number[], counter: unknown): readonly string[] => {
  const sorted = [...numbers].sort((a, b) => a - b)
  const whole = sorted.every((number, index) => number === index + 1) && Number(counter ?? 0) === sorted.length
  return whole ? [] : [`${what} ${sorted.join(', ')} with the counter at ${counter}`]
}

const numberComplaints = async (db: Database): Promise<readonly string[]> => {
  const counters = new Map(
    (await rowsOf(db, sql`select name, value from counters`)).map((row) => [row.name, row.value])
  )
  const year = fiscalYearOf(dateOf(new Date()))
  const receipts = await rowsOf(db, sql`select number from applications where number is not null`)
  const certificates = await rowsOf(db, sql`select number from certifications`)
  const serials = receipts.map(({ number }) => receiptSerial(year, String(number)) ?? Number.NaN)
  return [
    ...seriesComplaint('receipt numbers', serials, counters.get(`receipt-${year}`)),
    ...seriesComplaint(
      'certificate numbers',
      certificates.map(({ number }) => Number(number)),
      counters.get('certification')
    )
  ]
}

const fileComplaints = async (db: Database): Promise<readonly string[]> => {
  const files = await rowsOf(db, sql`select sha256, size, content from stored_files`)
  return files.flatMap(({ sha256, size, content }) => {
    const bytes = content instanceof Uint8Array ? Buffer.from(content) : Buffer.alloc(0)
    return sha256Of(bytes) === sha256 && bytes.length === size ? [] : [`the file ${sha256} is damaged`]
  })
}

/** Everything in the database that is half done, numbered twice or not at all, or damaged. */
export const halfDoneComplaints = async (db: Database): Promise<readonly string[]> => {
  const complaints: string[] = []
  for (const [what, query] of Object.entries(halves))
    for (const { id } of await rowsOf(db, query)) complaints.push(`${what}: ${id}`)
  return [...complaints, ...(await numberComplaints(db)), ...(await fileComplaints(db))]
}
