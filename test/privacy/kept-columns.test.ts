import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keptColumns } from '../../src/privacy/kept-columns.ts'
import { keptData } from '../../src/privacy/kept-data.ts'
import { usualRetention } from '../../src/scheme/retention.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { expectValidHtml } from '../support/html.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())

/** Every column of the product's own tables; those of the queue hold keys of mails and names of work. */
const columnsOf = async (): Promise<ReadonlyMap<string, readonly string[]>> => {
  const { rows } = await portal.context.db.execute(
    sql`select table_name, column_name from information_schema.columns where table_schema = 'public'`
  )
  return new Map(
    [...Map.groupBy(rows, ({ table_name }) => String(table_name))].map(([table, columns]) => [
      table,
      columns.map(({ column_name }) => String(column_name)).toSorted()
    ])
  )
}

const named = (table: string): readonly string[] =>
  Object.values(keptColumns[table] ?? {})
    .flatMap((names) => names.split(' '))
    .toSorted()

describe('the table of kept data', () => {
  it('names every column of the database once, as personal or as holding nothing personal', async () => {
    const columns = await columnsOf()
    expect(Object.fromEntries([...columns.keys()].map((table) => [table, named(table)]))).toEqual(
      Object.fromEntries(columns)
    )
  })

  it('names no table that is not there', async () => {
    const columns = await columnsOf()
    expect(Object.keys(keptColumns).filter((table) => !columns.has(table))).toEqual([])
  })

  it('has columns for every kind of data', () => {
    const used = new Set(Object.values(keptColumns).flatMap((classified) => Object.keys(classified)))
    expect(Object.keys(keptData).filter((id) => !used.has(id))).toEqual([])
  })
})

describe('the privacy page', () => {
  it('tells every row of the table: what, whose, why, on what ground, how long, what then', async () => {
    const answer = await portal.visitor().get('/privacy')
    await expectValidHtml(answer.body)
    for (const { what, whose, why, ground, howLong, afterwards } of Object.values(keptData))
      for (const text of [what, whose, why, ground, howLong(usualRetention), afterwards])
        expect(answer.body).toContain(text)
  })

  it('says who is asked and what one may ask for', async () => {
    const { body } = await portal.visitor().get('/privacy')
    for (const text of ['開示', '訂正', '利用停止', '産業振興課', 'クッキー', '委託', 'アクセス解析'])
      expect(body).toContain(text)
  })
})
