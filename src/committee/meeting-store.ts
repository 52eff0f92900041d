import { and, asc, desc, eq, isNull, max } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { users } from '../accounts/table.ts'
import type { Database } from '../platform/database.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { type Meeting, soonest } from './meeting.ts'
import { meetings } from './table.ts'

const columns = {
  id: meetings.id,
  number: meetings.number,
  heldOn: meetings.heldOn,
  place: meetings.place,
  closedAt: meetings.closedAt,
  cancelledAt: meetings.cancelledAt
}

/** Every meeting, latest number first. */
export const allMeetings = (db: Database): Promise<readonly Meeting[]> =>
  db.select(columns).from(meetings).orderBy(desc(meetings.number))

/** What makes a meeting open, in a query. */
export const isOpenMeeting = and(isNull(meetings.closedAt), isNull(meetings.cancelledAt))

/** Meetings that nobody closed or called off, in no particular order. */
export const openMeetings = (db: Database): Promise<readonly Meeting[]> =>
  db.select(columns).from(meetings).where(isOpenMeeting)

/** The meeting to come soonest, or null when none is called. */
export const nextMeeting = async (db: Database, today: CalendarDate): Promise<Meeting | null> =>
  soonest(await openMeetings(db), today)

/** A meeting with who ended it, how and why. */
export type KnownMeeting = Meeting & {
  readonly closedByName: string | null
  readonly cancelledByName: string | null
  readonly cancelReason: string | null
}

export const findMeeting = async (db: Database, id: string): Promise<KnownMeeting | null> => {
  const cancellers = alias(users, 'cancellers')
  const [row] = await db
    .select({
      ...columns,
      closedByName: users.name,
      cancelledByName: cancellers.name,
      cancelReason: meetings.cancelReason
    })
    .from(meetings)
    .leftJoin(users, eq(users.id, meetings.closedBy))
    .leftJoin(cancellers, eq(cancellers.id, meetings.cancelledBy))
    .where(eq(meetings.id, id))
  return row ?? null
}

/** A meeting, locked until the transaction ends: its agenda, its opinions and its end are changed one after another. */
export const lockMeeting = async (tx: Database, id: string): Promise<Meeting | null> => {
  const [row] = await tx.select(columns).from(meetings).where(eq(meetings.id, id)).for('update')
  return row ?? null
}

/**
 * All open meetings, locked until the transaction ends, always in the same order: one that ends gives its cases to another,
 * and two that end at once must not wait for each other.
 */
export const lockOpenMeetings = (tx: Database): Promise<readonly Meeting[]> =>
  tx.select(columns).from(meetings).where(isOpenMeeting).orderBy(asc(meetings.id)).for('update')

/** The number that the next meeting is likely to have: that of one which was called off is free again. */
export const nextMeetingNumber = async (db: Database): Promise<number> => {
  const [row] = await db
    .select({ latest: max(meetings.number) })
    .from(meetings)
    .where(isNull(meetings.cancelledAt))
  return (row?.latest ?? 0) + 1
}

/** Adds a meeting. False when the number is taken. */
export const insertMeeting = async (tx: Database, row: typeof meetings.$inferInsert): Promise<boolean> => {
  const rows = await tx
    .insert(meetings)
    .values(row)
    .onConflictDoNothing({ target: meetings.number, where: isNull(meetings.cancelledAt) })
    .returning({ id: meetings.id })
  return rows.length > 0
}

export const updateMeeting = async (
  tx: Database,
  id: string,
  { heldOn, place }: Pick<Meeting, 'heldOn' | 'place'>
): Promise<void> => {
  await tx.update(meetings).set({ heldOn, place }).where(eq(meetings.id, id))
}

export const markClosed = async (tx: Database, id: string, at: Date, by: string): Promise<void> => {
  await tx.update(meetings).set({ closedAt: at, closedBy: by }).where(eq(meetings.id, id))
}

export const markCancelled = async (
  tx: Database,
  id: string,
  { at, by, reason }: { readonly at: Date; readonly by: string; readonly reason: string }
): Promise<void> => {
  await tx.update(meetings).set({ cancelledAt: at, cancelledBy: by, cancelReason: reason }).where(eq(meetings.id, id))
}
