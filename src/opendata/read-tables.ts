import { currentEditionId, editions } from '../checklist/index.ts'
import type { EntryContent } from '../directory/entry.ts'
import { certifiedEntries } from '../directory/read-entries.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { certifiedPeriods } from '../reports/indicator-store.ts'
import { readIndicator } from '../reports/read-indicator.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { beginningOf, lastChange } from './change-store.ts'
import { type Dataset, type DatasetDescription, recordsOf, type Value } from './column.ts'
import { companies, practices, practicesOf } from './datasets.ts'
import { statisticsOf } from './statistic.ts'
import { statistics } from './statistics.ts'

/** What reading the tables takes of the world. */
export type Reading = Pick<Context, 'db' | 'clock' | 'scheme' | 'baseUrl'>

/** A dataset with what it holds today. */
export type Table = {
  readonly dataset: DatasetDescription
  /** Values in the order of the columns. */
  readonly records: readonly (readonly Value[])[]
  /** When the records last changed; null while there are none. */
  readonly changedAt: Date | null
}

const edition = editions[currentEditionId]

const tableOf = <Row>(dataset: Dataset<Row>, rows: readonly Row[], changedAt: Date | null): Table => ({
  dataset,
  records: recordsOf(dataset, rows),
  changedAt
})

type Asked = { readonly entries: readonly EntryContent[]; readonly on: CalendarDate }

/** The statistics name today as the day of their count: they change with every day. */
const statisticsTable = async ({ db, scheme }: Reading, { entries, on }: Asked, changedAt: Date | null) => {
  const [indicator, periods] = [await readIndicator(db, scheme, on), await certifiedPeriods(db)]
  const midnight = beginningOf(on)
  return tableOf(
    statistics(scheme),
    statisticsOf({ indicator, periods, entries, on }, edition),
    changedAt !== null && changedAt > midnight ? changedAt : midnight
  )
}

const readers = {
  companies: async ({ scheme, baseUrl }: Reading, { entries }: Asked, changedAt: Date | null) =>
    tableOf(companies(scheme, edition, baseUrl), entries, changedAt),
  practices: async ({ scheme }: Reading, { entries }: Asked, changedAt: Date | null) =>
    tableOf(practices(scheme), practicesOf(entries), changedAt),
  statistics: statisticsTable
}

export type TableName = keyof typeof readers

export const tableNames: readonly TableName[] = ['companies', 'practices', 'statistics']

/** What is known of every dataset without reading any of it. */
export const datasets = ({ scheme, baseUrl }: Pick<Reading, 'scheme' | 'baseUrl'>): readonly DatasetDescription[] => [
  companies(scheme, edition, baseUrl),
  practices(scheme),
  statistics(scheme)
]

/** Datasets with what they hold today, in the order asked for. */
export const readTables = async (context: Reading, names: readonly TableName[]): Promise<readonly Table[]> => {
  const on = today(context.clock)
  const entries = await certifiedEntries(context, { on })
  const changedAt = await lastChange(context.db, on)
  const tables: Table[] = []
  for (const name of names) tables.push(await readers[name](context, { entries, on }, changedAt))
  return tables
}
