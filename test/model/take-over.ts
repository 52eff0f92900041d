import { sql } from 'drizzle-orm'
import { type Model, type ModelCase, openCaseOf } from './model.ts'
import { idOf, type Real } from './portal.ts'

const isData = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const takeOverSections = async ({ context }: Real, one: ModelCase, id: string): Promise<void> => {
  const { rows } = await context.db.execute(
    sql`select section, version, data from application_sections where application_id = ${id}`
  )
  for (const { section, version, data } of rows)
    if (isData(data)) one.sections[String(section)] = { version: Number(version), data }
}

const takeOverFiles = async ({ context, ids }: Real, one: ModelCase, id: string, adopts: boolean): Promise<void> => {
  const { rows } = await context.db.execute(
    sql`select id::text, file_name, removed_at is not null as removed from attachments where application_id = ${id} order by added_at, id`
  )
  if (adopts)
    one.files = rows.map((row) => ({ key: String(row.file_name).replace(/\D/g, ''), removed: row.removed === true }))
  for (const row of rows) ids.set(`${one.key}/file/${String(row.file_name).replace(/\D/g, '')}`, String(row.id))
}

/** The id of the only application of a company that no key stands for. */
const unknownId = async ({ context, ids }: Real, company: string): Promise<string> => {
  const { rows } = await context.db.execute(sql`select id::text from applications where company_id = ${company}`)
  const known = new Set(ids.values())
  return String(rows.find(({ id }) => !known.has(String(id)))?.id)
}

/**
 * Learns the id of what a company began, and what its draft begins with: the model does not know how a renewal is filled
 * in. It may have been withdrawn at the same moment.
 */
export const takeOverDraft = async (model: Model, real: Real, company: string): Promise<void> => {
  const fresh = model.cases.find((one) => one.company === company && !real.ids.has(one.key))
  const one = fresh ?? openCaseOf(model, company)
  if (one === undefined) return
  if (fresh !== undefined) {
    real.ids.set(one.key, await unknownId(real, idOf(real, company)))
    await takeOverSections(real, one, idOf(real, one.key))
  }
  await takeOverFiles(real, one, idOf(real, one.key), fresh !== undefined)
}
