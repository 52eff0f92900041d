import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { historyOf, recordEvent } from '../../src/platform/audit.ts'
import { eraseActorName, erasedName, eraseEventDetails } from '../../src/platform/erasure.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { submittedCase } from '../support/cases.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())

const person = '01890000-0000-7000-8000-00000000000a'
const somebodyElse = '01890000-0000-7000-8000-00000000000b'

/** A history of a subject of its own: one line of the person, one of somebody else. */
const history = async (): Promise<string> => {
  const { context } = portal
  const subjectId = context.ids()
  const details = { itemCode: '1-1', fileName: '佐藤花子の診断書.pdf' }
  await recordEvent(context.db, context, {
    actor: { id: person, name: '佐藤 花子' },
    subjectId,
    kind: 'attachment-added',
    details
  })
  await recordEvent(context.db, context, {
    actor: { id: somebodyElse, name: '鈴木 次郎' },
    subjectId,
    kind: 'attachment-removed',
    details
  })
  return subjectId
}

const linesOf = async (subjectId: string) =>
  (await historyOf(portal.context.db, subjectId)).map(({ actorName, details }) => ({ actorName, details }))

/** Runs a statement in a transaction that says whose data it erases; the database's own words where it is refused. */
const refusalOf = async (erasing: string, statement: string): Promise<string> => {
  try {
    await portal.context.db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('portal.erasing', ${erasing}, true)`)
      await tx.execute(sql.raw(statement))
    })
    return 'not refused'
  } catch (error) {
    return error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
  }
}

const whole = { itemCode: '1-1', fileName: '佐藤花子の診断書.pdf' }

describe('erasure from the history', () => {
  it('takes out the name of one person and leaves everything else', async () => {
    const subjectId = await history()
    await portal.context.db.transaction((tx) => eraseActorName(tx, person))
    expect(await linesOf(subjectId)).toEqual([
      { actorName: erasedName, details: whole },
      { actorName: '鈴木 次郎', details: whole }
    ])
  })

  it('takes out of a subject what may name people and leaves what happened', async () => {
    const [subjectId, other] = [await history(), await history()]
    await portal.context.db.transaction((tx) => eraseEventDetails(tx, subjectId))
    expect((await linesOf(subjectId)).map(({ details }) => details)).toEqual([{ itemCode: '1-1' }, { itemCode: '1-1' }])
    expect((await linesOf(other)).map(({ details }) => details)).toEqual([whole, whole])
  })

  it.each([
    ['another name', 'account', `update events set actor_name = '山田' where actor_id = '${person}'`],
    ['the name of somebody else', 'account', `update events set actor_name = '${erasedName}'`],
    [
      'the details of a person',
      'account',
      `update events set actor_name = '${erasedName}', details = '{}' where actor_id = '${person}'`
    ],
    ['the day', 'account', `update events set actor_name = '${erasedName}', at = now() where actor_id = '${person}'`],
    [
      'who it was',
      'account',
      `update events set actor_name = '${erasedName}', actor_id = null where actor_id = '${person}'`
    ],
    ['a line as a whole', 'account', `delete from events where actor_id = '${person}'`]
  ])('does not reach %s', async (_what, kind, statement) => {
    await history()
    expect(await refusalOf(`${kind} ${person}`, statement)).toContain('append-only')
  })

  it.each([
    ['a detail that was not there', `details = details || '{"reason": "なし"}'`],
    ['another value of a detail', `details = '{"itemCode": "7-1"}'`],
    ['the kind', `kind = 'status-certified', details = '{}'`],
    ['the name', `actor_name = '${erasedName}', details = '{}'`]
  ])('of a subject does not reach %s', async (_what, change) => {
    const subjectId = await history()
    const statement = `update events set ${change} where subject_id = '${subjectId}'`
    expect(await refusalOf(`subject ${subjectId}`, statement)).toContain('append-only')
    expect(await refusalOf('', `update events set details = '{}' where subject_id = '${subjectId}'`)).toContain(
      'append-only'
    )
  })

  it('ends with the transaction', async () => {
    const subjectId = await history()
    await portal.context.db.transaction((tx) => eraseEventDetails(tx, subjectId))
    expect(await refusalOf('', `update events set details = '{}' where subject_id = '${subjectId}'`)).toContain(
      'append-only'
    )
  })
})

describe('erasure of what was sent', () => {
  it('deletes that of one application and nothing of another', async () => {
    const { applicationId: one } = await submittedCase(portal.context)
    const { applicationId: other } = await submittedCase(portal.context)
    const deleted = (id: string) => `delete from submissions where application_id = '${id}'`
    expect(await refusalOf(`subject ${one}`, deleted(other))).toContain('append-only')
    expect(await refusalOf('', deleted(one))).toContain('append-only')
    expect(
      await refusalOf(`subject ${one}`, `update submissions set round = 9 where application_id = '${one}'`)
    ).toContain('append-only')
    expect(await refusalOf(`subject ${one}`, deleted(one))).toBe('not refused')
  })
})

describe('a sign-in', () => {
  it('is noted with the account, also when the session is gone', async () => {
    const { context, signIn, setNow } = portal
    const { email } = await submittedCase(context)
    setNow('2026-11-21T12:34:00+09:00')
    await signIn(email)
    await context.db.execute(sql`delete from sessions`)
    const { rows } = await context.db.execute(
      sql`select last_signed_in_at is not null as noted from users where email = ${email}`
    )
    expect(rows).toEqual([{ noted: true }])
  })
})
