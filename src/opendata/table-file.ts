import { paths } from '../paths.ts'
import { type CsvCell, csvOf } from '../platform/csv.ts'
import type { Scheme } from '../scheme/scheme.ts'
import type { Value } from './column.ts'
import type { Table } from './read-tables.ts'

const cellOf = (value: Value): CsvCell => (typeof value === 'boolean' ? Number(value) : value)

/** A table as CSV: one record a line, the headings in the first; truth as 1 and 0, nothing where there is no value. */
export const csvFile = ({ dataset, records }: Table): string =>
  csvOf(
    dataset.columns.map(({ name }) => name),
    records.map((record) => record.map(cellOf))
  )

/**
 * A table as JSON, with what somebody needs who holds only the file: whose it is, under what licence, as of when, and where
 * the columns are described.
 */
export const jsonFile = ({ dataset, records, changedAt }: Table, scheme: Scheme, baseUrl: string): string => {
  const keys = dataset.columns.map(({ key }) => key)
  return JSON.stringify({
    title: dataset.title,
    publisher: scheme.city,
    licence: scheme.openDataLicence,
    source: `${baseUrl}${paths.openDataFile(dataset.name, 'json')}`,
    describedBy: `${baseUrl}${paths.openApi}`,
    updatedAt: changedAt === null ? null : changedAt.toISOString(),
    count: records.length,
    records: records.map((record) => Object.fromEntries(keys.map((key, index) => [key, record[index] ?? null])))
  })
}
