import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { users } from '../../src/accounts/table.ts'
import { updateStatus } from '../../src/applications/application-store.ts'
import { certificationPeriods, certifications } from '../../src/certificates/table.ts'
import { companies, companyMembers } from '../../src/companies/table.ts'
import { lettersAbout } from '../../src/letters/letter-store.ts'
import { letterTexts } from '../../src/letters/table.ts'
import { historyOf } from '../../src/platform/audit.ts'
import type { Context } from '../../src/platform/context.ts'
import { mailsOf } from '../../src/platform/outbox.ts'
import { remindCompanies } from '../../src/renewals/remind-companies.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { certifiedCase } from '../support/issued.ts'
import { renewalCase } from '../support/renewals.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())
afterEach(async () => {
  // Nobody is reminded of what a test before left behind.
  await portal.context.db.update(certifications).set(await surrendered('2020-01-01'))
})

const surrendered = async (endedOn: string) => {
  const [account] = await portal.context.db.select({ id: users.id }).from(users).limit(1)
  return { endedOn, endedHow: 'surrendered', endedReason: '廃業', endedBy: account?.id ?? null } as const
}

/** A certification that ends on 2027-01-15. */
const ending = (name: string, startsOn = '2024-01-16') =>
  certifiedCase(portal.context, { startsOn, companyName: name }, { profile: { name }, status: 'certified' })

const unexpected = (error: unknown): never => {
  throw error
}

const run = async (day: string, context: Context = portal.context) => {
  portal.setNow(`${day}T08:00:00+09:00`)
  return (await remindCompanies(context, unexpected)).reminded
}

const mailsAbout = ({ applicationId }: { readonly applicationId: string }) => mailsOf(portal.context.db, applicationId)

describe('reminding companies', () => {
  it('writes to the contact and every member on each of the five days, and on no other', async () => {
    const company = await ending('五回の会社')
    const days = ['2026-07-18', '2026-07-19', '2026-07-20', '2026-10-17', '2026-12-16', '2027-01-08', '2027-01-15']
    const counts: number[] = []
    for (const day of [...days, '2027-01-16', '2027-01-22', '2027-01-23', '2027-04-15']) counts.push(await run(day))
    expect(counts).toEqual([0, 1, 0, 1, 1, 1, 0, 0, 1, 0, 0])
    const mails = (await mailsAbout(company)).toReversed()
    expect(mails.map(({ recipient }) => recipient).toSorted()).toEqual(
      Array.from({ length: 5 }, () => ['soumu@asaka-seisakusho.example.jp', company.email])
        .flat()
        .toSorted()
    )
    expect([...new Set(mails.map(({ subject }) => subject))]).toEqual([
      'ワーク・ライフ・グッドバランス企業の認定の更新について（お知らせ）',
      `認定期間は残り90日です（認定番号 第${company.number}号）`,
      `認定期間は残り30日です（認定番号 第${company.number}号）`,
      `認定期間は残り7日です（認定番号 第${company.number}号）`,
      `認定期間が終わりました（認定番号 第${company.number}号）`
    ])
    const told = (await historyOf(portal.context.db, company.applicationId)).filter(
      ({ kind }) => kind === 'renewal-reminded'
    )
    expect(told.map(({ actorName, details }) => [actorName, details])).toEqual(
      ['-180', '-90', '-30', '-7', '+7'].map((occasion) => ['システム', { occasion, recipients: 2 }])
    )
  })

  it('says until when, what is to be prepared and where, first in a letter of the city', async () => {
    const company = await ending('文面の会社')
    await run('2026-07-19')
    const letter = (await mailsAbout(company))[0]?.body ?? ''
    const [kept] = await lettersAbout(portal.context.db, company.applicationId)
    expect(kept).toMatchObject({ label: '更新のお知らせ', issuedOn: '2026-07-19' })
    expect(letter).toContain(`/letters/${kept?.id}`)
    await run('2026-10-17')
    const reminder = (await mailsAbout(company))[0]?.body ?? ''
    expect(reminder).toContain('令和9年1月15日（金）に期間が終わります')
    for (const text of [letter, reminder]) {
      for (const words of [
        '文面の会社　御中',
        `第${company.number}号`,
        '令和6年1月16日から令和9年1月15日まで',
        '令和8年7月19日から令和9年1月15日（金）まで',
        '令和9年4月15日（木）までは申請できますが、更新されるまでの間は認定のない期間になります',
        '毎年変わる数字（残業時間、有給休暇、利用実績など）',
        '/company\n'
      ])
        expect(text).toContain(words)
      expect(text).not.toMatch(/様|\{\{/)
    }
    await run('2027-01-22')
    const late = (await mailsAbout(company))[0]?.body ?? ''
    for (const words of ['期間が終わりました', '更新を申請できる期限　令和9年4月15日（木）', '認定のない期間'])
      expect(late).toContain(words)
  })

  it('puts the notice as the city wrote it', async () => {
    const company = await ending('市の文面の会社')
    const { db, ids, clock } = portal.context
    const wording = { subject: '{{認定番号}}の更新', body: '{{認定期間}}　{{更新の申請期限}}　{{URL}}' }
    const { endedBy } = await surrendered('2027-01-01')
    await db.insert(letterTexts).values({
      id: ids(),
      kind: 'renewal-notice',
      ...wording,
      savedAt: clock.now(),
      savedBy: endedBy ?? ''
    })
    await run('2026-07-19')
    const [mail] = await mailsAbout(company)
    expect([mail?.subject, mail?.kind]).toEqual([`第${company.number}号の更新`, 'renewal-notice'])
    expect(mail?.body).toContain('令和6年1月16日から令和9年1月15日まで　令和9年1月15日（金）')
    await db.insert(letterTexts).values({
      id: ids(),
      kind: 'renewal-notice',
      subject: null,
      body: null,
      savedAt: clock.now(),
      savedBy: endedBy ?? ''
    })
  })

  it('sends the newest after downtime with the days that are left, and none that it missed', async () => {
    const company = await ending('休止の会社')
    expect([await run('2026-12-20'), await run('2026-12-21'), await run('2027-01-08')]).toEqual([1, 0, 1])
    const subjects = new Set((await mailsAbout(company)).map(({ subject }) => subject))
    expect([...subjects]).toEqual([
      `認定期間は残り7日です（認定番号 第${company.number}号）`,
      `認定期間は残り26日です（認定番号 第${company.number}号）`
    ])
  })

  it('reminds of a draft, leads on to it, and is silent once it is submitted', async () => {
    const company = await ending('入力中の会社')
    const renewal = await renewalCase(portal.context, company, { status: 'draft' })
    expect(await run('2026-12-16')).toBe(1)
    expect((await mailsAbout(company))[0]?.body).toContain('入力中の申請があります')
    await updateStatus(portal.context.db, renewal.applicationId, 'submitted', portal.context.clock.now())
    expect([await run('2027-01-08'), await run('2027-01-22')]).toEqual([0, 0])
    await updateStatus(portal.context.db, renewal.applicationId, 'withdrawn', portal.context.clock.now())
    expect(await run('2027-01-22')).toBe(1)
  })

  it('leaves alone what was surrendered, and what came to its end long ago', async () => {
    const gone = await ending('辞退の会社')
    await ending('昔の会社', '2015-01-16')
    await portal.context.db
      .update(certifications)
      .set(await surrendered('2027-03-01'))
      .where(eq(certifications.number, gone.number))
    expect([await run('2026-12-16'), await run('2027-01-22')]).toEqual([0, 0])
  })

  it('counts the period that took the place of an earlier one, and not the earlier one', async () => {
    const company = await ending('更新済みの会社')
    const renewal = await renewalCase(portal.context, company, { status: 'certified' })
    const { db, ids } = portal.context
    const [held] = await db.select().from(certifications).where(eq(certifications.number, company.number))
    await db.insert(certificationPeriods).values({
      id: ids(),
      certificationId: held?.id ?? '',
      applicationId: renewal.applicationId,
      renewalCount: 1,
      startsOn: '2027-01-16',
      endsOn: '2030-01-15'
    })
    expect([await run('2026-12-16'), await run('2027-01-22'), await run('2029-12-16')]).toEqual([0, 0, 1])
    expect(await mailsAbout(company)).toEqual([])
    expect((await mailsAbout(renewal)).length).toBe(2)
  })

  it('claims nothing for a company without an address, and writes when it has one', async () => {
    const company = await ending('宛先のない会社')
    const { db } = portal.context
    const address = (contactEmail: string) =>
      db.update(companies).set({ contactEmail }).where(eq(companies.id, company.companyId))
    await db.delete(companyMembers).where(eq(companyMembers.companyId, company.companyId))
    await address('')
    expect(await run('2026-12-16')).toBe(0)
    await address('soumu@later.example.jp')
    expect(await run('2026-12-17')).toBe(1)
    expect((await mailsAbout(company)).map(({ recipient }) => recipient)).toEqual(['soumu@later.example.jp'])
  })
})

describe('the reminders of a day', () => {
  it('are sent once although two workers send them at the same time, and again', async () => {
    const companiesDue = []
    for (const name of ['一', '二', '三', '四']) companiesDue.push(await ending(`同時の会社${name}`))
    portal.setNow('2026-12-16T08:00:00+09:00')
    const answers = await Promise.all([1, 2, 3].map(() => remindCompanies(portal.context, unexpected)))
    expect(answers.reduce((sum, { reminded }) => sum + reminded, 0)).toBe(4)
    expect(await remindCompanies(portal.context, unexpected)).toEqual({ reminded: 0 })
    for (const company of companiesDue) expect((await mailsAbout(company)).length).toBe(2)
  })

  it('reach the others when one fails, and the failed one at the next try', async () => {
    const [first, second] = [await ending('失敗の会社'), await ending('成功の会社')]
    portal.setNow('2026-12-16T08:00:00+09:00')
    let tries = 0
    const failing: Context = {
      ...portal.context,
      jobs: {
        send: async (tx, queue, data) => {
          if (++tries === 1) throw new Error('the queue is gone')
          await portal.context.jobs.send(tx, queue, data)
        }
      }
    }
    const reported: unknown[] = []
    const failed = remindCompanies(failing, (error) => reported.push(error))
    await expect(failed).rejects.toThrow('1 of 2 companies')
    expect(reported).toEqual([new Error('the queue is gone')])
    expect([(await mailsAbout(first)).length, (await mailsAbout(second)).length]).toEqual([0, 2])
    expect(await remindCompanies(failing, unexpected)).toEqual({ reminded: 1 })
    expect((await mailsAbout(first)).length).toBe(2)
  })

  it('turn at midnight in Tokyo', async () => {
    await ending('真夜中の会社')
    portal.setNow('2026-12-15T23:59:59+09:00')
    expect(await remindCompanies(portal.context, unexpected)).toEqual({ reminded: 1 })
    expect(await remindCompanies(portal.context, unexpected)).toEqual({ reminded: 0 })
    portal.setNow('2026-12-16T00:00:00+09:00')
    expect(await remindCompanies(portal.context, unexpected)).toEqual({ reminded: 1 })
  })
})
