import { and, eq, ne, sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { events } from './table.ts'

/** What a person is called whose account was erased; the trigger of the history lets no other name through. */
export const erasedName = '削除された利用者'

/** Whose data is erased: an account's name, what there is about an application or another subject of a history. */
export type Erased = { readonly kind: 'account' | 'subject'; readonly id: string }

/**
 * Opens the append-only tables for the erasure of one person's or application's data while `work` runs, as part
 * of the caller's transaction; the triggers say what exactly is let through. Closed again afterwards, and with the
 * transaction in any case.
 */
export const withErasure = async <T>(tx: Database, { kind, id }: Erased, work: () => Promise<T>): Promise<T> => {
  await tx.execute(sql`select set_config('portal.erasing', ${`${kind} ${id}`}, true)`)
  const result = await work()
  await tx.execute(sql`select set_config('portal.erasing', '', true)`)
  return result
}

/** Takes a person's name out of the history: what was done stays, with the key that now leads to nobody. */
export const eraseActorName = (tx: Database, accountId: string): Promise<void> =>
  withErasure(tx, { kind: 'account', id: accountId }, async () => {
    await tx
      .update(events)
      .set({ actorName: erasedName })
      .where(and(eq(events.actorId, accountId), ne(events.actorName, erasedName)))
  })

/** What of a line's details says nothing about a person. Everything else goes, also of kinds that come later. */
const impersonalDetails = [
  'from',
  'round',
  'number',
  'receiptNumber',
  'edition',
  'renews',
  'occasion',
  'route',
  'proposed',
  'reading',
  'meetingId',
  'heldOn',
  'cancelled',
  'itemCode',
  'deadline',
  'channel',
  'passedCategories',
  'meetsStandard',
  'periodId',
  'onBehalf'
]

/** Takes names, texts and file names out of a subject's history: what happened and when stays. */
export const eraseEventDetails = (tx: Database, subjectId: string): Promise<void> =>
  withErasure(tx, { kind: 'subject', id: subjectId }, async () => {
    const kept = sql`array[${sql.join(
      impersonalDetails.map((key) => sql`${key}`),
      sql`, `
    )}]::text[]`
    await tx
      .update(events)
      .set({
        details: sql`(select coalesce(jsonb_object_agg("key", "value"), '{}') from jsonb_each(${events.details}) where "key" = any(${kept}))`
      })
      .where(
        and(
          eq(events.subjectId, subjectId),
          sql`exists (select 1 from jsonb_object_keys(${events.details}) as "key" where not "key" = any(${kept}))`
        )
      )
  })
