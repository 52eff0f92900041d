import { findAccountByEmail } from '../../src/accounts/account-store.ts'
import { addMeeting } from '../../src/committee/add-meeting.ts'
import type { Official } from '../../src/committee/official.ts'
import { putOnAgenda } from '../../src/committee/put-on-agenda.ts'
import type { Context } from '../../src/platform/context.ts'
import { type Case, type CaseParts, official, submittedCase } from '../support/cases.ts'

let numbers = 100

/** The account behind an address, as use cases name who acts. */
export const accountOf = async (context: Context, email: string): Promise<Official> => {
  const account = await findAccountByEmail(context.db, email)
  if (account === null) throw new Error(`no account ${email}`)
  return { id: account.id, name: account.name }
}

/** A meeting on a day, called by somebody of the secretariat. */
export const meetingOn = async (context: Context, heldOn: string, actor: Official): Promise<string> => {
  const result = await addMeeting(context, { number: ++numbers, heldOn, place: '市役所 大会議室', actor })
  if (!result.ok) throw new Error(`no meeting: ${result.reason}`)
  return result.meetingId
}

/** A case that awaits the committee. */
export const awaitingCase = (context: Context, parts: CaseParts = {}): Promise<Case> =>
  submittedCase(context, { ...parts, status: 'awaiting_committee' })

export type MeetingOfCases = {
  readonly meetingId: string
  readonly cases: readonly Case[]
  readonly actor: Official
}

/** A meeting with so many cases on its agenda. */
export const meetingOfCases = async (
  context: Context,
  count: number,
  heldOn = '2026-12-08'
): Promise<MeetingOfCases> => {
  const actor = await accountOf(context, await official(context, 'secretariat', '産業 太郎'))
  const meetingId = await meetingOn(context, heldOn, actor)
  const cases: Case[] = []
  for (let index = 0; index < count; index++) {
    const one = await awaitingCase(context)
    const placed = await putOnAgenda(context, { meetingId, cases: { applicationId: one.applicationId }, actor })
    if (!placed.ok) throw new Error(`not placed: ${placed.reason}`)
    cases.push(one)
  }
  return { meetingId, cases, actor }
}
