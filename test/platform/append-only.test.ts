import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { historyOf, recordEvent, systemActor } from '../../src/platform/audit.ts'
import { openTestApp, type TestApp } from '../support/app.ts'

const histories = [
  'events',
  'submissions',
  'item_decisions',
  'reading_choices',
  'correction_requests',
  'hearing_notes',
  'opinions',
  'decisions',
  'certification_periods',
  'certificates',
  'route_choices',
  'reported_renewals',
  'meeting_papers',
  'meeting_attendance',
  'letter_texts',
  'letters',
  'guide_revisions',
  'signed_certificates',
  'credential_keys'
]

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())

/** The database's own words for a refused statement. */
const refusalOf = async (statement: string): Promise<string> => {
  try {
    await portal.context.db.execute(sql.raw(statement))
    return 'not refused'
  } catch (error) {
    return error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
  }
}

describe('the history', () => {
  const subjectId = '01890000-0000-7000-8000-000000000001'

  it('keeps who did what, when', async () => {
    const { context } = portal
    await recordEvent(context.db, context, { actor: systemActor, subjectId, kind: 'first', details: { round: 1 } })
    await recordEvent(context.db, context, { actor: systemActor, subjectId, kind: 'second' })
    const history = await historyOf(context.db, subjectId)
    expect(history.map(({ kind, actorName, details }) => ({ kind, actorName, details }))).toEqual([
      { kind: 'first', actorName: 'システム', details: { round: 1 } },
      { kind: 'second', actorName: 'システム', details: {} }
    ])
  })

  it.each(['update events set kind = $$forged$$', 'delete from events'])('is not changed by %s', async (statement) => {
    expect(await refusalOf(statement)).toContain('append-only')
    expect((await historyOf(portal.context.db, subjectId)).map(({ kind }) => kind)).toEqual(['first', 'second'])
  })
})

describe('every append-only table', () => {
  it.each(histories)('%s has a trigger against update and delete', async (table) => {
    const { rows } = await portal.context.db.execute(
      sql`select tgname from pg_trigger where tgrelid = ${table}::regclass and not tgisinternal order by tgname`
    )
    expect(rows.map(({ tgname }) => tgname)).toEqual([`${table}_append_only`, `${table}_no_truncate`])
  })

  it.each(histories)('%s refuses to be emptied', async (table) => {
    expect(await refusalOf(`truncate ${table} cascade`)).toContain('append-only')
  })
})
