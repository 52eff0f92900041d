import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { insertPeriod } from '../../src/certificates/certification-store.ts'
import { registerCertification } from '../../src/certificates/register-certification.ts'
import { certifications } from '../../src/certificates/table.ts'
import { updateProfile } from '../../src/companies/company-store.ts'
import type { EntryContent } from '../../src/directory/entry.ts'
import { certifiedEntries, findEntry, newestCertified, previewEntry } from '../../src/directory/read-entries.ts'
import { directoryEntries } from '../../src/directory/table.ts'
import { today } from '../../src/platform/clock.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import { profileOf, submittedCase } from '../support/cases.ts'
import { deciderOf } from '../support/heard.ts'
import { letShow, say } from '../support/publicity.ts'
import { endFor, type Renewable, renewableCase } from '../support/renewable.ts'
import { renewalCase } from '../support/renewals.ts'

let portal: TestApp
let one: Renewable

beforeAll(async () => {
  portal = await openTestApp()
})
beforeEach(async () => {
  portal.setNow(testNow)
  one = await renewableCase(portal.context)
})
afterAll(() => portal.close())

const entryOf = async ({ certificationNumber }: Renewable): Promise<EntryContent> => {
  const entry = await findEntry(portal.context, certificationNumber)
  if (entry === null) throw new Error('no entry')
  return entry
}

const keptAt = async ({ certificationId }: Renewable): Promise<Date | undefined> => {
  const [kept] = await portal.context.db
    .select()
    .from(directoryEntries)
    .where(eq(directoryEntries.certificationId, certificationId))
  return kept?.madeAt
}

describe('an entry', () => {
  it('tells what was confirmed, and nothing that the company did not agree to show', async () => {
    const entry = await entryOf(one)
    expect(entry).toMatchObject({
      number: one.certificationNumber,
      industry: 'E',
      size: null,
      address: null,
      business: null,
      culture: null,
      website: null,
      jobsUrl: null,
      certifiedSince: '2024-01-16',
      certifiedBefore: false,
      renewals: 0,
      endsOn: '2027-01-15',
      words: '',
      photo: null,
      logo: null
    })
    expect(entry.categories.filter(({ passed }) => passed).map(({ number }) => number)).toEqual([1, 5, 7])
    expect(entry.categories.flatMap(({ ownWords }) => ownWords)).toEqual([])
    expect(entry.measures).toEqual(['テレワーク', '男性の育休', '地域活動'])
    expect(entry.headline).toBe('テレワークができる環境づくりや、男性の育児休業の取得推進に取り組んでいます。')
  })

  it('is kept until something changes, and then made anew by whoever asks', async () => {
    await entryOf(one)
    portal.setNow('2026-11-21T11:00:00+09:00')
    await entryOf(one)
    expect(await keptAt(one)).toEqual(new Date(testNow))
    await letShow(portal.context, one, ['size', 'jobs'], 'https://jobs.example.jp/')
    expect(await entryOf(one)).toMatchObject({ size: '21〜50人', jobsUrl: 'https://jobs.example.jp/' })
    expect(await keptAt(one)).toEqual(new Date('2026-11-21T11:00:00+09:00'))
    await letShow(portal.context, one, [], 'https://jobs.example.jp/')
    expect(await entryOf(one)).toMatchObject({ size: null, jobsUrl: null })
  })

  it('follows the profile', async () => {
    await entryOf(one)
    const by = { version: 1, at: portal.context.clock.now(), by: one.userId }
    await updateProfile(portal.context.db, one.companyId, profileOf({ name: '改名株式会社', industry: 'G' }), by)
    expect(await entryOf(one)).toMatchObject({ name: '改名株式会社', industry: 'G' })
  })

  it('follows the latest approved statement only', async () => {
    await say(portal.context, one, { words: 'はじめの言葉' })
    expect((await entryOf(one)).words).toBe('はじめの言葉')
    await say(portal.context, one, { words: 'つぎの言葉' })
    await say(portal.context, one, { words: '返した言葉', outcome: 'returned', reason: '直してください' })
    await say(portal.context, one, { words: '待っている言葉', outcome: null, decidedAt: null, decidedBy: null })
    expect((await entryOf(one)).words).toBe('つぎの言葉')
  })

  it('follows a renewal, in its period, its count and what was confirmed', async () => {
    await entryOf(one)
    const content = { marks: { '1-1': 'checked', '2-3': 'checked', '2-2': 'checked', '7-2': 'checked' } } as const
    const { applicationId } = await renewalCase(portal.context, one, { content, status: 'certified' })
    const period = { startsOn: '2027-01-16', endsOn: '2030-01-15' }
    const { certificationId } = one
    const row = { id: portal.context.ids(), certificationId, applicationId, renewalCount: 1, ...period }
    await insertPeriod(portal.context.db, row)
    const entry = await entryOf(one)
    expect(entry).toMatchObject({ renewals: 1, certifiedSince: '2024-01-16', ...period })
    expect(entry.categories.filter(({ passed }) => passed).map(({ number }) => number)).toEqual([1, 2, 7])
  })

  it('is there for the days of the certification alone, as the clock says', async () => {
    const { certificationNumber: number } = one
    const numbersOn = async (on: string) =>
      (await certifiedEntries(portal.context, { on })).map((entry) => entry.number)
    expect(await numbersOn('2027-01-15')).toContain(number)
    expect(await numbersOn('2027-01-16')).not.toContain(number)
    expect(await numbersOn('2024-01-15')).not.toContain(number)
    portal.setNow('2027-01-15T23:59:00+09:00')
    expect(await findEntry(portal.context, number)).not.toBeNull()
    portal.setNow('2027-01-16T00:00:00+09:00')
    expect(await findEntry(portal.context, number)).toBeNull()
  })

  it.each(['revoked', 'surrendered'] as const)('is gone from the day on which the certification is %s', async (how) => {
    const { certificationNumber: number } = one
    expect(await findEntry(portal.context, number)).not.toBeNull()
    await endFor(portal.context, one, how, '2026-11-21')
    expect(await findEntry(portal.context, number)).toBeNull()
    const { newest } = await newestCertified(portal.context, { on: today(portal.context.clock), count: 100 })
    expect(newest.map((entry) => entry.number)).not.toContain(number)
  })

  it('stays while a renewal that was sent in time is examined', async () => {
    await renewalCase(portal.context, one)
    portal.setNow('2027-03-01T10:00:00+09:00')
    expect(await findEntry(portal.context, one.certificationNumber)).not.toBeNull()
  })

  it('is the same for many who ask at once after a change', async () => {
    await letShow(portal.context, one, ['address'])
    const asked = await Promise.all(
      Array.from({ length: 8 }, () => certifiedEntries(portal.context, { on: '2026-11-21' }))
    )
    for (const entries of asked)
      expect(entries.find(({ number }) => number === one.certificationNumber)?.address).toBe('埼玉県朝霞市本町1-1-1')
  })
})

describe('a certification from paper', () => {
  it('is told of in kind words where its sheet was never entered', async () => {
    const { context } = portal
    const { companyId } = await submittedCase(context)
    const number = 901
    const paper = { edition: 'asaka-2020', evaluationYear: 2022, receiptNumber: 'R5-901', renewalCount: 1 } as const
    const [submittedAt, certifiedAt] = [new Date('2024-02-01T12:00:00+09:00'), new Date('2024-03-01T12:00:00+09:00')]
    const actor = await deciderOf(context)
    const days = { startsOn: '2024-03-01', submittedAt, certifiedAt }
    expect((await registerCertification(context, { companyId, number, ...paper, ...days, actor })).ok).toBe(true)
    expect(await findEntry(context, number)).toMatchObject({
      certifiedSince: '2024-03-01',
      certifiedBefore: true,
      renewals: 1,
      categories: [],
      measures: [],
      headline: '働きやすい職場づくりの取組で、市の認定を受けています。'
    })
  })

  it('is found by what the sheet of 2020 says, though it passes no categories', async () => {
    const sheet = { '4-2': 'checked', '3-5': 'checked', '2-4': 'checked' } as const
    const evidence = { '2-4': { measures: ['no_overtime_day'] } }
    const old = await renewableCase(portal.context, { edition: 'asaka-2020', marks: sheet, evidence })
    const entry = await entryOf(old)
    expect(entry.measures).toEqual(['テレワーク', 'ノー残業デー', '独自の特別休暇'])
    expect(entry.categories).toHaveLength(6)
    expect(entry.categories.some(({ passed }) => passed)).toBe(false)
  })
})

describe('a company certified anew after a break', () => {
  it('has an entry by each number on its own days', async () => {
    const { context } = portal
    const { companyId } = one
    const again = await renewableCase(context, { startsOn: '2027-06-01' })
    await context.db.update(certifications).set({ companyId }).where(eq(certifications.id, again.certificationId))
    const numbersOn = async (on: string) => (await certifiedEntries(context, { on })).map((entry) => entry.number)
    expect(await numbersOn('2026-12-01')).toEqual(expect.arrayContaining([one.certificationNumber]))
    expect(await numbersOn('2027-06-01')).toEqual(expect.arrayContaining([again.certificationNumber]))
    expect(await numbersOn('2027-06-01')).not.toContain(one.certificationNumber)
  })
})

describe('a preview', () => {
  it('shows what would be shown, keeps nothing, and is null without a certification', async () => {
    const statement = { words: '下書きの言葉', photo: null, photoDescription: '', logo: null }
    const publicity = { shown: ['culture', 'applicationWords'], jobsUrl: '', statement }
    const preview = await previewEntry(portal.context, one.companyId, publicity)
    expect(preview).toMatchObject({ words: '下書きの言葉', culture: profileOf().culture, address: null })
    expect(preview?.headline).toBe('事務職を対象に週2日までのテレワークを導入している。')
    expect((await entryOf(one)).words).toBe('')
    const { companyId } = await submittedCase(portal.context)
    expect(await previewEntry(portal.context, companyId, publicity)).toBeNull()
  })
})
