import { asc, eq } from 'drizzle-orm'
import { users } from '../accounts/table.ts'
import type { Database } from '../platform/database.ts'
import { meetingAttendance } from './table.ts'

/** Who came to a meeting. */
export const attendanceAt = (
  db: Database,
  meetingId: string
): Promise<readonly { readonly id: string; readonly name: string }[]> =>
  db
    .select({ id: users.id, name: users.name })
    .from(meetingAttendance)
    .innerJoin(users, eq(users.id, meetingAttendance.memberId))
    .where(eq(meetingAttendance.meetingId, meetingId))
    .orderBy(asc(users.name), asc(users.id))

export const insertAttendance = async (
  tx: Database,
  meetingId: string,
  memberIds: readonly string[]
): Promise<void> => {
  if (memberIds.length === 0) return
  await tx.insert(meetingAttendance).values(memberIds.map((memberId) => ({ meetingId, memberId })))
}
