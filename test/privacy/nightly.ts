import { expect } from 'vitest'
import { eraseWhatIsOver } from '../../src/privacy/erase-what-is-over.ts'
import type { TestApp } from '../support/app.ts'

/** Does the nightly erasure on a day, as the schedule would; a single failure fails the test. */
export const nightOf = async (portal: TestApp, day: string): Promise<Readonly<Record<string, number>>> => {
  portal.setNow(`${day}T02:30:00+09:00`)
  const failures: unknown[] = []
  const figures = await eraseWhatIsOver(portal.context, (error) => failures.push(error))
  expect(failures).toEqual([])
  return figures
}

/** What the nightly erasure says where there is nothing to do. */
export const nothing = {
  draftsWarned: 0,
  draftsRemoved: 0,
  casesErased: 0,
  companiesErased: 0,
  accountsErased: 0,
  invitationsDeleted: 0,
  signInMailsDeleted: 0,
  mailsDeleted: 0,
  mailTextsErased: 0
}
