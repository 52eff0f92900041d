import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findApplication, insertApplication } from '../../src/applications/application-store.ts'
import { insertAttachment } from '../../src/applications/attachment-store.ts'
import { saveSection } from '../../src/applications/save-section.ts'
import { insertSections, sectionsOf } from '../../src/applications/section-store.ts'
import { withdrawApplication } from '../../src/applications/withdraw-application.ts'
import { historyOf, recordEvent } from '../../src/platform/audit.ts'
import { storeFile } from '../../src/platform/files.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import { type Draft, draftCase } from '../support/drafts.ts'
import { renewableCase } from '../support/renewable.ts'
import { pdf } from '../support/sample-files.ts'
import { nightOf } from './nightly.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())
beforeEach(() => portal.setNow(testNow))

const withFile = async (): Promise<Draft> => {
  const { context } = portal
  const draft = await draftCase(context)
  const sha256 = await storeFile(context.db, context, pdf(draft.applicationId))
  const file = { itemCode: '1-1', fileName: '佐藤花子の誓約書.pdf', mediaType: 'application/pdf', size: 10, sha256 }
  const { applicationId, userId } = draft
  const ids = { id: context.ids(), applicationId, addedBy: userId, addedAt: context.clock.now() }
  await insertAttachment(context.db, { ...file, ...ids })
  await recordEvent(context.db, context, {
    actor: { id: userId, name: '総務 花子' },
    subjectId: applicationId,
    kind: 'attachment-added',
    details: file
  })
  return draft
}

const stands = async ({ applicationId }: Pick<Draft, 'applicationId'>): Promise<boolean> =>
  (await findApplication(portal.context.db, applicationId)) !== null

const warningsTo = async ({ email }: Pick<Draft, 'email'>) =>
  (await portal.mails()).filter(({ kind, recipient }) => kind === 'draft-warning' && recipient === email)

const saveOnceMore = async ({ applicationId, userId }: Draft): Promise<void> => {
  const stored = (await sectionsOf(portal.context.db, applicationId)).find(({ name }) => name === 'category-1')
  if (stored === undefined) throw new Error('the draft has no first category')
  const saved = await saveSection(portal.context, {
    applicationId,
    actor: { id: userId, name: '総務 花子' },
    name: 'category-1',
    version: stored.version,
    data: stored.data
  })
  expect(saved.ok).toBe(true)
}

describe('a draft that is left alone', () => {
  it('is warned of twice and removed after a year, and one line says so', async () => {
    const draft = await withFile()
    await nightOf(portal, '2027-09-22')
    expect(await warningsTo(draft)).toHaveLength(0)
    await nightOf(portal, '2027-09-23')
    await nightOf(portal, '2027-09-23')
    expect(await warningsTo(draft)).toHaveLength(1)
    await nightOf(portal, '2027-11-07')
    expect(await warningsTo(draft)).toHaveLength(1)
    await nightOf(portal, '2027-11-08')
    expect(await warningsTo(draft)).toHaveLength(2)
    await nightOf(portal, '2027-11-21')
    expect(await stands(draft)).toBe(true)
    expect(await nightOf(portal, '2027-11-22')).toMatchObject({ draftsRemoved: 1 })
    expect(await stands(draft)).toBe(false)
    expect(await nightOf(portal, '2027-11-22')).toMatchObject({ draftsWarned: 0, draftsRemoved: 0 })

    const { db } = portal.context
    const removed = (await historyOf(db, draft.companyId)).filter(({ kind }) => kind === 'draft-removed')
    expect(removed.map(({ actorName, details }) => ({ actorName, details }))).toEqual([
      { actorName: 'システム', details: { kind: 'initial', lastSavedOn: '2026-11-21' } }
    ])
    expect((await historyOf(db, draft.applicationId)).map(({ details }) => details)).toEqual([{ itemCode: '1-1' }])
  })

  it('is named in the warning, with the day and how to keep it', async () => {
    const draft = await withFile()
    await nightOf(portal, '2027-09-23')
    const [mail] = await warningsTo(draft)
    expect(mail?.subject).toBe('入力中の申請を令和9年11月22日に消去します')
    expect(mail?.body).toContain('令和9年11月22日（月）に消去します')
    expect(mail?.body).toContain('添付したファイルのすべて')
    expect(mail?.body).toContain('「保存」を一度押してください')
    expect(mail?.body).toContain(`/applications/${draft.applicationId}`)
  })

  it('begins its year anew when it is saved once, also as it was', async () => {
    const draft = await withFile()
    await nightOf(portal, '2027-09-23')
    await nightOf(portal, '2027-11-08')
    portal.setNow('2027-11-21T23:59:00+09:00')
    await saveOnceMore(draft)
    await nightOf(portal, '2027-11-22')
    expect(await stands(draft)).toBe(true)
    await nightOf(portal, '2028-09-21')
    expect(await warningsTo(draft)).toHaveLength(2)
    await nightOf(portal, '2028-09-23')
    await nightOf(portal, '2028-11-08')
    expect(await warningsTo(draft)).toHaveLength(4)
    await nightOf(portal, '2028-11-21')
    expect(await stands(draft)).toBe(true)
    await nightOf(portal, '2028-11-22')
    expect(await stands(draft)).toBe(false)
  })

  it('goes without a warning a year after it was taken back', async () => {
    const draft = await withFile()
    const actor = { id: draft.userId, name: '総務 花子' }
    await withdrawApplication(portal.context, { applicationId: draft.applicationId, actor, reason: '' })
    await nightOf(portal, '2027-11-21')
    expect(await stands(draft)).toBe(true)
    await nightOf(portal, '2027-11-22')
    expect(await stands(draft)).toBe(false)
    expect(await warningsTo(draft)).toHaveLength(0)
  })
})

describe('the draft of a renewal', () => {
  it('stays as long as it can be sent, and goes when it no longer can', async () => {
    const { context } = portal
    const { companyId, userId, email, applicationId: renews } = await renewableCase(context, { startsOn: '2025-02-01' })
    portal.setNow('2026-11-21T10:00:00+09:00')
    const [applicationId, at] = [context.ids(), context.clock.now()]
    await insertApplication(context.db, {
      id: applicationId,
      companyId,
      kind: 'renewal',
      renews,
      edition: 'asaka-2023',
      evaluationYear: 2025,
      status: 'draft',
      begunAt: at,
      begunBy: userId,
      statusSince: at
    })
    const sections = [{ name: 'category-1', data: { marks: {}, evidence: {} } }] as const
    await insertSections(context.db, applicationId, sections, { at, by: userId })
    // The period ends on 2028-01-31, and a renewal is taken until 2028-04-30.
    await nightOf(portal, '2028-03-01')
    expect(await warningsTo({ email })).toHaveLength(0)
    await nightOf(portal, '2028-03-02')
    await nightOf(portal, '2028-04-17')
    expect(await warningsTo({ email })).toHaveLength(2)
    await nightOf(portal, '2028-04-30')
    expect(await stands({ applicationId })).toBe(true)
    await nightOf(portal, '2028-05-01')
    expect(await stands({ applicationId })).toBe(false)
  })
})
