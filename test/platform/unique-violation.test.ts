import { afterAll, beforeAll, expect, it } from 'vitest'
import { insertAccount } from '../../src/accounts/account-store.ts'
import type { Connection } from '../../src/platform/database.ts'
import { uuidV7 } from '../../src/platform/ids.ts'
import { isUniqueViolation } from '../../src/platform/unique-violation.ts'
import { openTestDatabase } from '../support/databases.ts'

let connection: Connection
beforeAll(async () => {
  connection = await openTestDatabase()
})
afterAll(() => connection.close())

const insert = (id: string, email: string) =>
  insertAccount(connection.db, { id, name: '', email, at: new Date('2026-11-21T01:00:00Z') })

const errorOf = async (attempt: Promise<unknown>): Promise<unknown> => {
  try {
    await attempt
    return null
  } catch (error) {
    return error
  }
}

it('is told by the name of the index, on whichever database the suite runs', async () => {
  const id = uuidV7()
  await insert(id, 'one@example.jp')
  const sameEmail = await errorOf(insert(uuidV7(), 'one@example.jp'))
  expect(isUniqueViolation(sameEmail, 'users_email_unique')).toBe(true)
  expect(isUniqueViolation(sameEmail, 'users_pkey')).toBe(false)
  const sameId = await errorOf(insert(id, 'two@example.jp'))
  expect(isUniqueViolation(sameId, 'users_email_unique')).toBe(false)
  expect(isUniqueViolation(sameId, 'users_pkey')).toBe(true)
})

it.each([null, 'text', new Error('users_email_unique'), { code: '23503', constraint: 'users_email_unique' }])(
  'is nothing else: %j',
  (error) => expect(isUniqueViolation(error, 'users_email_unique')).toBe(false)
)
