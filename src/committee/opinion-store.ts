import { asc, eq } from 'drizzle-orm'
import { users } from '../accounts/table.ts'
import type { Database } from '../platform/database.ts'
import type { Opinion } from './opinion.ts'
import { agendaItems, opinions } from './table.ts'

const columns = {
  id: opinions.id,
  agendaItemId: opinions.agendaItemId,
  memberId: opinions.memberId,
  memberName: users.name,
  opinion: opinions.opinion,
  comment: opinions.comment,
  givenAt: opinions.givenAt
}

const order = [asc(opinions.givenAt), asc(opinions.id)]

/** Everything said on a case at one meeting, oldest first, changed opinions included. */
export const opinionsOnItem = (db: Database, agendaItemId: string): Promise<readonly Opinion[]> =>
  db
    .select(columns)
    .from(opinions)
    .innerJoin(users, eq(users.id, opinions.memberId))
    .where(eq(opinions.agendaItemId, agendaItemId))
    .orderBy(...order)

/** Everything said at a meeting, oldest first. */
export const opinionsAt = (
  db: Database,
  meetingId: string
): Promise<readonly (Opinion & { readonly agendaItemId: string })[]> =>
  db
    .select(columns)
    .from(opinions)
    .innerJoin(users, eq(users.id, opinions.memberId))
    .innerJoin(agendaItems, eq(agendaItems.id, opinions.agendaItemId))
    .where(eq(agendaItems.meetingId, meetingId))
    .orderBy(...order)

export const insertOpinion = async (tx: Database, row: typeof opinions.$inferInsert): Promise<void> => {
  await tx.insert(opinions).values(row)
}
