import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import type { EntryContent } from './entry.ts'
import { contentOf } from './entry-content.ts'
import type { EntryPublicity } from './entry-source.ts'
import { type Entry, entriesOf } from './entry-store.ts'
import { refreshEntries } from './refresh-entries.ts'
import { certifiedFreshness, findFreshness, findSourceOf } from './source-store.ts'

/** What reading entries takes of the world. */
export type Reading = Pick<Context, 'db' | 'clock'>

/** The kept entries of every company that is certified on a day, fresh, by number. */
export const readCertified = async (context: Reading, on: CalendarDate): Promise<readonly Entry[]> => {
  const asked = await certifiedFreshness(context.db, on)
  if (asked.length === 0) return []
  await refreshEntries(context, asked)
  const entries = await entriesOf(
    context.db,
    asked.map(({ certificationId }) => certificationId)
  )
  return entries.toSorted((one, other) => one.content.number - other.content.number)
}

/** Everything that is told of every company certified on a day, by number. */
export const certifiedEntries = async (
  context: Reading,
  { on }: { readonly on: CalendarDate }
): Promise<readonly EntryContent[]> => (await readCertified(context, on)).map(({ content }) => content)

/** Which certification is the newer, for sorting: by its first day, then by its number; renewals make none newer. */
export const newestFirst = (one: EntryContent, other: EntryContent): number =>
  one.certifiedSince === other.certifiedSince
    ? other.number - one.number
    : one.certifiedSince < other.certifiedSince
      ? 1
      : -1

/** The companies that were certified last, of those certified today, the newest first. */
export const newestCertified = async (context: Reading, count: number): Promise<readonly EntryContent[]> =>
  (await certifiedEntries(context, { on: today(context.clock) })).toSorted(newestFirst).slice(0, count)

/** What is told today of the company with a certification's number; null where that does not certify it today. */
export const findEntry = async (context: Reading, number: number): Promise<EntryContent | null> => {
  const asked = await findFreshness(context.db, number, today(context.clock))
  if (asked === null) return null
  await refreshEntries(context, [asked])
  const [entry] = await entriesOf(context.db, [asked.certificationId])
  return entry?.content ?? null
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
