import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import type { EntryContent } from './entry.ts'
import { contentOf } from './entry-content.ts'
import { orderOf } from './entry-order.ts'
import type { EntryPublicity } from './entry-source.ts'
import { contentsOf } from './entry-store.ts'
import { findFreshness } from './freshness-store.ts'
import { refreshCertified, refreshEntries } from './refresh-entries.ts'
import { findSourceOf } from './source-store.ts'

/** What reading entries takes of the world. */
export type Reading = Pick<Context, 'db' | 'clock'>

/** Everything that is told of every company certified on a day, by number. */
export const certifiedEntries = async (
  context: Reading,
  { on }: { readonly on: CalendarDate }
): Promise<readonly EntryContent[]> => {
  const certified = await refreshCertified(context, on)
  const contents = await contentsOf(
    context.db,
    certified.map(({ certificationId }) => certificationId)
  )
  return contents.toSorted((one, other) => one.number - other.number)
}

/** How many are certified on a day, and what is told of those of them that were certified last, the newest first. */
export const newestCertified = async (
  context: Reading,
  { on, count }: { readonly on: CalendarDate; readonly count: number }
): Promise<{ readonly all: number; readonly newest: readonly EntryContent[] }> => {
  const certified = await refreshCertified(context, on)
  const newest = certified.toSorted(orderOf('newest')).slice(0, count)
  const contents = await contentsOf(
    context.db,
    newest.map(({ certificationId }) => certificationId)
  )
  return { all: certified.length, newest: contents.toSorted(orderOf('newest')) }
}

/** What is told today of the company with a certification's number; null where that does not certify it today. */
export const findEntry = async (context: Reading, number: number): Promise<EntryContent | null> => {
  const asked = await findFreshness(context.db, number, today(context.clock))
  if (asked === null) return null
  await refreshEntries(context, [asked])
  const [content] = await contentsOf(context.db, [asked.certificationId])
  return content ?? null
}

/**
 * What would be told of a company if it let be shown what `publicity` says; null where it was never certified. Nothing is
 * kept of it.
 */
export const previewEntry = async (
  { db }: Pick<Context, 'db'>,
  companyId: string,
  publicity: EntryPublicity
): Promise<EntryContent | null> => {
  const source = await findSourceOf(db, companyId)
  return source === null ? null : contentOf({ ...source, publicity }).content
}
