import type { ComponentChildren, VNode } from 'preact'

/** A column: figures stand at the end, one column names its row. */
export type Column = {
  readonly key: string
  readonly label: string
  readonly align?: 'start' | 'end' | undefined
  readonly rowHeader?: boolean | undefined
}

/** A row by the keys of its columns. */
export type Row = { readonly key: string; readonly cells: Readonly<Record<string, ComponentChildren>> }

const Cell = ({ column, children }: { readonly column: Column; readonly children: ComponentChildren }): VNode => {
  const attributes = { 'data-label': column.label, class: column.align === 'end' ? 'table__figure' : undefined }
  return column.rowHeader ? (
    <th scope="row" {...attributes}>
      {children}
    </th>
  ) : (
    <td {...attributes}>{children}</td>
  )
}

/** A table with its caption. On a phone every row becomes a block and each cell carries its column's name. */
export const DataTable = ({
  caption,
  captionHidden = false,
  columns,
  rows
}: {
  readonly caption: ComponentChildren
  readonly captionHidden?: boolean | undefined
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}): VNode => (
  <table class="table">
    <caption class={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
    <thead>
      <tr>
        {columns.map(({ key, label, align }) => (
          <th key={key} scope="col" class={align === 'end' ? 'table__figure' : undefined}>
            {label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={row.key}>
          {columns.map((column) => (
            <Cell key={column.key} column={column}>
              {row.cells[column.key]}
            </Cell>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
