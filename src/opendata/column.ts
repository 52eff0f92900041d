/** A value of a table: one fact. Null says that there is none. */
export type Value = string | number | boolean | null

/** How a value is written: dates as YYYY-MM-DD; truth as 1 and 0 in CSV, true and false in JSON. */
export type ValueType = 'string' | 'integer' | 'boolean' | 'date' | 'url'

/** What has to be known of a column to use it. */
export type ColumnDescription = {
  /** The heading in CSV. */
  readonly name: string
  /** The name in JSON. */
  readonly key: string
  readonly type: ValueType
  readonly meaning: string
  readonly example: string | number | boolean
  /** Of figures. */
  readonly unit?: string
  /** What it means that there is no value; undefined where there always is one. */
  readonly empty?: string
  /** A form that every value has. */
  readonly pattern?: string
}

/**
 * One column of a table that everybody may use. The CSV, the JSON, the description on the page and the OpenAPI document are
 * all made from it. Names and keys are a promise: they never change, and columns are only added at the end.
 */
export type Column<Row> = ColumnDescription & { readonly value: (row: Row) => Value }

/** What has to be known of a table. */
export type DatasetDescription = {
  /** In its URLs. */
  readonly name: string
  readonly title: string
  readonly description: string
  /** What one row is. */
  readonly record: string
  readonly columns: readonly ColumnDescription[]
}

/** A table that everybody may use. */
export type Dataset<Row> = Omit<DatasetDescription, 'columns'> & { readonly columns: readonly Column<Row>[] }

/** Line ends and spaces that only arrange a text say nothing to a machine, and an empty text is none. */
const plain = (value: Value): Value =>
  typeof value === 'string' ? value.replaceAll(/\s+/g, ' ').trim() || null : value

/** The rows of a dataset as values in the order of its columns. */
export const recordsOf = <Row>({ columns }: Dataset<Row>, rows: readonly Row[]): readonly (readonly Value[])[] =>
  rows.map((row) => columns.map((column) => plain(column.value(row))))
