import { and, asc, desc, eq, notExists, or, sql } from 'drizzle-orm'
import { applications, submissions } from '../applications/table.ts'
import { companies } from '../companies/table.ts'
import type { Database } from '../platform/database.ts'
import type { AgendaItem, ListedCase } from './agenda.ts'
import type { AgendaOutcome, Meeting } from './meeting.ts'
import { isOpenMeeting } from './meeting-store.ts'
import { agendaItems, meetings } from './table.ts'

/** As the company said it then; of a case whose content is erased, as it is known now: minutes name it all the same. */
const said = (field: 'name' | 'industry' | 'employees') => sql<string>`coalesce(
  ${submissions.content} -> 'profile' ->> ${field},
  (select ${sql.identifier(field)}::text from ${companies} as "known" where "known"."id" = ${applications.companyId})
)`

/** A case as lists show it, from its application and latest submission. */
export const caseColumns = {
  applicationId: applications.id,
  companyName: said('name'),
  industry: said('industry'),
  employees: sql`${said('employees')}`.mapWith(Number),
  number: sql<string>`coalesce(${applications.number}, '')`,
  kind: applications.kind,
  status: applications.status,
  statusSince: applications.statusSince
}

/** Joins the latest submission of an application. */
export const isLatestRound = and(
  eq(submissions.applicationId, applications.id),
  eq(
    submissions.round,
    sql`(select max(latest.round) from submissions latest where latest.application_id = ${applications.id})`
  )
)

const agenda = (db: Database) =>
  db
    .select({ ...caseColumns, id: agendaItems.id, addedAt: agendaItems.addedAt, outcome: agendaItems.outcome })
    .from(agendaItems)
    .innerJoin(applications, eq(applications.id, agendaItems.applicationId))
    .leftJoin(submissions, isLatestRound)

/** The cases on the agenda of a meeting, in the order in which they applied. */
export const agendaOf = (db: Database, meetingId: string): Promise<readonly AgendaItem[]> =>
  agenda(db).where(eq(agendaItems.meetingId, meetingId)).orderBy(asc(applications.submittedAt), asc(applications.id))

/** A case on the agenda of this very meeting, or null. */
export const findAgendaItem = async (
  db: Database,
  meetingId: string,
  applicationId: string
): Promise<AgendaItem | null> => {
  const [row] = await agenda(db).where(
    and(eq(agendaItems.meetingId, meetingId), eq(agendaItems.applicationId, applicationId))
  )
  return row ?? null
}

/** The open meeting on whose agenda a case stands, or null. A case stands on one at most. */
export const findOpenMeetingOf = async (
  db: Database,
  applicationId: string
): Promise<{ readonly meetingId: string } | null> => {
  const [row] = await db
    .select({ meetingId: meetings.id })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(and(eq(agendaItems.applicationId, applicationId), isOpenMeeting))
  return row ?? null
}

/** Cases that await the committee and stand on no open meeting's agenda, longest-waiting first. */
export const casesWithoutMeeting = (db: Database): Promise<readonly ListedCase[]> =>
  db
    .select(caseColumns)
    .from(applications)
    .innerJoin(submissions, isLatestRound)
    .where(
      and(
        eq(applications.status, 'awaiting_committee'),
        notExists(
          db
            .select({ one: sql`1` })
            .from(agendaItems)
            .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
            .where(and(eq(agendaItems.applicationId, applications.id), isOpenMeeting))
        )
      )
    )
    .orderBy(asc(applications.statusSince), asc(applications.id))

/**
 * The meeting that a case is to be heard at, or was heard at; null while it stands on no agenda. A company is told its
 * date.
 */
export const meetingOf = async (
  db: Database,
  applicationId: string
): Promise<(Meeting & { readonly agendaItemId: string; readonly addedAt: Date }) | null> => {
  const [row] = await db
    .select({
      id: meetings.id,
      number: meetings.number,
      heldOn: meetings.heldOn,
      place: meetings.place,
      closedAt: meetings.closedAt,
      cancelledAt: meetings.cancelledAt,
      agendaItemId: agendaItems.id,
      addedAt: agendaItems.addedAt
    })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(and(eq(agendaItems.applicationId, applicationId), or(isOpenMeeting, eq(agendaItems.outcome, 'heard'))))
    .orderBy(desc(meetings.heldOn), desc(agendaItems.id))
    .limit(1)
  return row ?? null
}

export const insertAgendaItem = async (tx: Database, row: typeof agendaItems.$inferInsert): Promise<void> => {
  await tx.insert(agendaItems).values(row)
}

/** A case that stands on an agenda is put before the meeting anew: what was said on it before counts no longer. */
export const renewAgendaItem = async (
  tx: Database,
  place: { readonly meetingId: string; readonly applicationId: string },
  { addedAt, addedBy }: Pick<typeof agendaItems.$inferInsert, 'addedAt' | 'addedBy'>
): Promise<void> => {
  await tx
    .update(agendaItems)
    .set({ addedAt, addedBy })
    .where(and(eq(agendaItems.meetingId, place.meetingId), eq(agendaItems.applicationId, place.applicationId)))
}

export const deleteAgendaItem = async (tx: Database, id: string): Promise<void> => {
  await tx.delete(agendaItems).where(eq(agendaItems.id, id))
}

export const setOutcome = async (tx: Database, id: string, outcome: AgendaOutcome): Promise<void> => {
  await tx.update(agendaItems).set({ outcome }).where(eq(agendaItems.id, id))
}
