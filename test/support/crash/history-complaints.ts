import { sql } from 'drizzle-orm'
import { type ApplicationStatus, applicationStatuses, canMove } from '../../../src/applications/application-status.ts'
import type { Database } from '../../../src/platform/database.ts'

type Step = { readonly from: string | null; readonly to: string }

const isStatus = (word: string): word is ApplicationStatus => applicationStatuses.some((known) => known === word)

const isAllowed = ({ from, to }: Step): boolean =>
  from === null
    ? to === 'draft'
    : isStatus(from) && isStatus(to) && (canMove(from, to, 'company') || canMove(from, to, 'secretariat'))

const complaintsOf = (id: string, status: string, steps: readonly Step[]): readonly string[] => {
  const wrong = steps.flatMap((step, index) => {
    const before = steps[index - 1]?.to ?? null
    return step.from === before && isAllowed(step) ? [] : [`${id}: from ${step.from} to ${step.to} after ${before}`]
  })
  const last = steps.at(-1)?.to ?? null
  return last === status ? wrong : [...wrong, `${id} is ${status}, but its history ends with ${last}`]
}

/** Every application whose history does not tell, step by step as the table of states allows, how it came to its state. */
export const historyComplaints = async (db: Database): Promise<readonly string[]> => {
  const applications = (await db.execute(sql`select id, status from applications`)).rows
  const { rows } = await db.execute(
    sql`select subject_id as id, substr(kind, 8) as "to", details->>'from' as "from" from events
        where kind like 'status-%' order by at, id`
  )
  const steps = Map.groupBy(
    rows.map((row) => ({
      id: String(row.id),
      from: row.from === null ? null : String(row.from),
      to: String(row.to)
    })),
    ({ id }) => id
  )
  return applications.flatMap(({ id, status }) => complaintsOf(String(id), String(status), steps.get(String(id)) ?? []))
}
