import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../src/paths.ts'
import { historyOf } from '../../src/platform/audit.ts'
import { deliverMail, newestMails, queueMail } from '../../src/platform/outbox.ts'
import { recordWorkRun } from '../../src/platform/work-runs.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { official } from '../support/cases.ts'
import { expectValidHtml } from '../support/html.ts'

let portal: TestApp
let browser: Browser
beforeAll(async () => {
  portal = await openTestApp()
  browser = await portal.signIn(await official(portal.context, 'administrator', '管理 太郎'))
})
afterAll(() => portal.close())

const refusing = {
  keepsCodes: false,
  send: () => Promise.reject(new Error('550 5.1.1 <somu@company.example.jp>: Recipient address rejected'))
}

/** A mail that the mail server refused; given up after the last try. */
const refusedMail = async (lastTry: boolean): Promise<string> => {
  const { context } = portal
  const mail = { kind: 'application-received', to: 'somu@company.example.jp', subject: '件名', text: '本文の秘密' }
  await context.db.transaction((tx) => queueMail(tx, context, mail))
  const id = (await newestMails(context.db, 1))[0]?.id ?? ''
  await deliverMail(context, refusing, id, lastTry).catch(() => undefined)
  return id
}

const stateOf = async (id: string) => (await newestMails(portal.context.db, 100)).find((mail) => mail.id === id)?.state

const jobsOf = async (id: string) => {
  const { rows } = await portal.context.db.execute(
    sql`select state, start_after <= now() as due from pgboss.job where data ->> 'mailId' = ${id} order by created_on`
  )
  return rows
}

describe('the administrator’s page', () => {
  it('shows what the portal did by itself, and leads there after signing in', async () => {
    const { context } = portal
    const before = await browser.get(paths.administration)
    expect(before.body).toContain('まだ一度も動いていません')
    await expectValidHtml(before.body)

    const startedAt = context.clock.now()
    const run = { startedAt, outcome: 'done', details: { checked: 12, hashes: ['a'] } } as const
    await recordWorkRun(context.db, context, { ...run, work: 'renewal-reminders' })
    await recordWorkRun(context.db, context, { ...run, work: 'backup', outcome: 'failed', details: {} })
    const { status, body } = await browser.get(paths.administration)
    expect(status).toBe(200)
    for (const text of ['更新のお知らせ', '点検した数 12', '「バックアップ」が失敗しました', 'Node.js', 'PostgreSQL'])
      expect(body).toContain(text)
    expect(body).toContain('「委員会のお知らせ」がまだ一度も終わっていません')
    expect(body).not.toContain('「更新のお知らせ」が')
    await expectValidHtml(body)
    expect((await browser.get(paths.home)).body).toContain('稼働状況の画面へ進む')
  })

  it('tells why mails were not sent, but not to whom nor what they say', async () => {
    await refusedMail(true)
    await refusedMail(false)
    const { body } = await browser.get(paths.administration)
    for (const text of ['送信をあきらめた', '次の送信待ち', 'Recipient address rejected', 'application-received'])
      expect(body).toContain(text)
    expect(body).not.toMatch(/somu@|company\.example|本文の秘密|件名/)
    await expectValidHtml(body)
  })

  it('tells how long jobs have waited', async () => {
    await refusedMail(false)
    await portal.context.db.execute(sql`update pgboss.job set created_on = now() - interval '80 minutes'`)
    const { body } = await browser.get(paths.administration)
    expect(body).toContain('1時間20分')
    expect(body).toContain('15分以上、送信を待っているメールがあります')
  })
})

describe('trying mails again', () => {
  it('queues what was given up once more, and says so in the history', async () => {
    const id = await refusedMail(true)
    const before = (await jobsOf(id)).length
    const answer = await browser.post(paths.mailRetry(id))
    expect([answer.status, answer.location]).toEqual([303, paths.administration])
    expect(await stateOf(id)).toBe('waiting')
    expect(await jobsOf(id)).toHaveLength(before + 1)
    expect((await historyOf(portal.context.db, id)).map(({ kind }) => kind)).toEqual(['mails-retried'])
  })

  it('brings forward what waits, without a second job that could send it twice', async () => {
    const id = await refusedMail(false)
    await portal.context.db.execute(
      sql`update pgboss.job set state = 'retry', start_after = now() + interval '1 hour' where data ->> 'mailId' = ${id}`
    )
    await browser.post(paths.mailRetry(id))
    expect(await jobsOf(id)).toEqual([{ state: 'retry', due: true }])
  })

  it('takes all at once', async () => {
    const ids = [await refusedMail(true), await refusedMail(true)]
    await browser.post(paths.mailRetries)
    for (const id of ids) expect(await stateOf(id)).toBe('waiting')
  })

  it('leaves alone what was sent and what there is not', async () => {
    const id = await refusedMail(false)
    await deliverMail(portal.context, { keepsCodes: false, send: async () => undefined }, id, false)
    expect((await browser.post(paths.mailRetry(id))).status).toBe(303)
    for (const unknown of [portal.context.ids(), 'x'])
      expect((await browser.post(paths.mailRetry(unknown))).status).toBe(404)
    expect(await stateOf(id)).toBe('sent')
    expect((await browser.get(paths.administration)).body).not.toContain('もう一度はじめました')
  })
})
