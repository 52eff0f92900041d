import { and, asc, count, eq, gt } from 'drizzle-orm'
import type { Context } from './context.ts'
import type { Database } from './database.ts'
import { events } from './table.ts'

/** Who does something: a person who signed in, or the product itself (a schedule). */
export type Actor = { readonly id: string | null; readonly name: string }

export const systemActor: Actor = { id: null, name: 'システム' }

/** A line of the history. `details` hold what changed, never a secret. */
export type HistoryEvent = {
  readonly id: string
  readonly at: Date
  readonly actorName: string
  readonly kind: string
  readonly details: Readonly<Record<string, unknown>>
}

/** Writes a line of the history; call it in the transaction of the change it tells of. */
export const recordEvent = async (
  tx: Database,
  context: Pick<Context, 'clock' | 'ids'>,
  event: { actor: Actor; subjectId: string; kind: string; details?: Readonly<Record<string, unknown>> }
): Promise<void> => {
  await tx.insert(events).values({
    id: context.ids(),
    at: context.clock.now(),
    actorId: event.actor.id,
    actorName: event.actor.name,
    subjectId: event.subjectId,
    kind: event.kind,
    details: event.details ?? {}
  })
}

/** The history of a subject, oldest first. */
export const historyOf = (db: Database, subjectId: string): Promise<readonly HistoryEvent[]> =>
  db
    .select({
      id: events.id,
      at: events.at,
      actorName: events.actorName,
      kind: events.kind,
      details: events.details
    })
    .from(events)
    .where(eq(events.subjectId, subjectId))
    .orderBy(asc(events.at), asc(events.id))

/** How often something happened to a subject since an instant. */
export const countEventsSince = async (db: Database, subjectId: string, kind: string, since: Date): Promise<number> => {
  const [row] = await db
    .select({ value: count() })
    .from(events)
    .where(and(eq(events.subjectId, subjectId), eq(events.kind, kind), gt(events.at, since)))
  return row?.value ?? 0
}
