import type { CsvCell } from '../platform/csv.ts'
import { csvOf } from '../platform/csv.ts'

/** Whose data, when. */
export type ExportFacts = {
  readonly city: string
  readonly scheme: string
  readonly contact: string
  readonly companyName: string
  readonly madeAt: Date
}

/** A file of an export: where it lies in the archive, what it is in words, and its bytes when its turn comes. */
export type ExportEntry = {
  /** With `/` between the parts, each of them safe. */
  readonly path: string
  /** What the table of contents calls it. */
  readonly what: string
  readonly read: () => Promise<Buffer>
}

type Table = { readonly headings: readonly string[]; readonly rows: readonly (readonly CsvCell[])[] }

/** A table for people. */
export const tableEntry = (path: string, what: string, read: () => Promise<Table>): ExportEntry => ({
  path,
  what,
  read: async () => {
    const { headings, rows } = await read()
    return Buffer.from(csvOf(headings, rows))
  }
})

/** The same for machines. */
export const jsonEntry = (path: string, what: string, read: () => Promise<unknown>): ExportEntry => ({
  path,
  what,
  read: async () => Buffer.from(`${JSON.stringify(await read(), null, 2)}\n`)
})
