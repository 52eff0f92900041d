import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertAccount } from '../../src/accounts/account-store.ts'
import { addAttachment } from '../../src/applications/add-attachment.ts'
import { findApplication } from '../../src/applications/application-store.ts'
import { attachmentsOf } from '../../src/applications/attachment-store.ts'
import { removeAttachment } from '../../src/applications/remove-attachment.ts'
import { saveSection } from '../../src/applications/save-section.ts'
import { saveSections } from '../../src/applications/save-sections.ts'
import { findSection } from '../../src/applications/section-store.ts'
import { submitApplication } from '../../src/applications/submit-application.ts'
import { withdrawApplication } from '../../src/applications/withdraw-application.ts'
import { insertMember } from '../../src/companies/company-store.ts'
import { removeMember } from '../../src/companies/remove-member.ts'
import type { Context } from '../../src/platform/context.ts'
import { NotFoundError } from '../../src/platform/errors.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { type Draft, draftCase } from '../support/drafts.ts'
import { pdf } from '../support/sample-files.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())

type Attempt = { readonly applicationId: string; readonly actor: { readonly id: string; readonly name: string } }

const data = { legal_compliance: { declared: false, detail: '' } }
const file = { fileName: '就業規則.pdf', content: pdf('own rows'), itemCode: '1-1' }

/** Every change that a company's person makes to an application. */
const changes: Readonly<Record<string, (context: Context, attempt: Attempt) => Promise<unknown>>> = {
  'save a section': (context, attempt) => saveSection(context, { ...attempt, name: 'declarations', version: 1, data }),
  'save several sections': (context, attempt) =>
    saveSections(context, { ...attempt, version: 1, sections: [{ name: 'declarations', data }] }),
  'attach a file': (context, attempt) => addAttachment(context, { ...attempt, ...file }),
  'remove a file': (context, attempt) => removeAttachment(context, { ...attempt, attachmentId: context.ids() }),
  submit: (context, { applicationId, actor }) =>
    submitApplication(context, {
      applicationId,
      actor: { ...actor, email: 'x@example.jp' },
      confirmed: { round: 1, version: 8, attestedBy: '代表 花子' }
    }),
  withdraw: (context, attempt) => withdrawApplication(context, { ...attempt, reason: '' })
}

const stateOf = async ({ applicationId }: Draft) => {
  const { db } = portal.context
  return [
    await findApplication(db, applicationId),
    await findSection(db, applicationId, 'declarations'),
    await attachmentsOf(db, applicationId)
  ]
}

const attemptBy = (userId: string, { applicationId }: Draft): Attempt => ({
  applicationId,
  actor: { id: userId, name: '総務 花子' }
})

describe.each(Object.entries(changes))('to %s', (_what, change) => {
  it('is not found by another company’s person, and changes nothing', async () => {
    const [own, other] = [await draftCase(portal.context), await draftCase(portal.context)]
    const before = await stateOf(own)
    await expect(change(portal.context, attemptBy(other.userId, own))).rejects.toThrow(NotFoundError)
    await expect(change(portal.context, attemptBy(portal.context.ids(), own))).rejects.toThrow(NotFoundError)
    expect(await stateOf(own)).toEqual(before)
  })

  it('is not found any more by who left the company after opening the page', async () => {
    const own = await draftCase(portal.context)
    const leaver = await colleagueOf(own)
    const actor = { id: own.userId, name: '総務 花子' }
    expect(await removeMember(portal.context, { actor, companyId: own.companyId, memberId: leaver })).toMatchObject({
      ok: true
    })
    const before = await stateOf(own)
    await expect(change(portal.context, attemptBy(leaver, own))).rejects.toThrow(NotFoundError)
    expect(await stateOf(own)).toEqual(before)
  })
})

const colleagueOf = async ({ companyId }: Draft): Promise<string> => {
  const { context } = portal
  const [id, at] = [context.ids(), context.clock.now()]
  await insertAccount(context.db, { id, name: '同僚 太郎', email: `${id}@colleague.example.jp`, at })
  await insertMember(context.db, companyId, id, at)
  return id
}
