import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findLatestSubmission } from '../../src/applications/application-store.ts'
import { NotFoundError } from '../../src/platform/errors.ts'
import { decideItems } from '../../src/screening/decide-items.ts'
import { readBaseline } from '../../src/screening/read-baseline.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { cheapestMarks, submittedCase } from '../support/cases.ts'
import { deciderOf } from '../support/heard.ts'
import { certifiedCase } from '../support/issued.ts'
import { renewalCase } from '../support/renewals.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())

describe('what a renewal is compared with', () => {
  it('is the sheet by which the company was certified, with the marks that the secretariat confirmed', async () => {
    const { context } = portal
    const { applicationId } = await submittedCase(context)
    const { id, name } = await deciderOf(context)
    const posted = Object.keys(cheapestMarks).map((itemCode) =>
      itemCode === '7-2'
        ? { itemCode, decision: 'not_accepted' as const, reason: '市の行事ではないため', seenId: null }
        : { itemCode, decision: 'accepted' as const, reason: '', seenId: null }
    )
    const by = { userId: id, name }
    await decideItems(context, { applicationId, round: 1, posted, acceptBorneOut: false, by })
    const baseline = await readBaseline(context.db, applicationId)
    expect(baseline.content?.marks).toEqual(cheapestMarks)
    expect(baseline.confirmedMarks).toMatchObject({ '1-1': 'checked', '7-2': 'unchecked' })
  })

  it('stands as claimed where the sheet was examined on paper', async () => {
    const certified = await certifiedCase(portal.context)
    const renewal = await renewalCase(portal.context, certified)
    const baseline = await readBaseline(portal.context.db, certified.applicationId)
    expect(baseline.confirmedMarks).toEqual(cheapestMarks)
    expect((await findLatestSubmission(portal.context.db, renewal.applicationId))?.content).toEqual(baseline.content)
  })

  it('is refused for an application that does not exist', async () => {
    await expect(readBaseline(portal.context.db, portal.context.ids())).rejects.toThrow(NotFoundError)
  })
})
