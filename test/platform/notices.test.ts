import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claimNotice, type Notice } from '../../src/platform/notices.ts'
import { notices } from '../../src/platform/table.ts'
import { openTestApp, type TestApp } from '../support/app.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())

const noticeWith = (parts: Partial<Notice> = {}): Notice => ({
  kind: 'renewal-reminder',
  subjectId: portal.context.ids(),
  occasion: '-30',
  ...parts
})

const claim = (notice: Notice) => portal.context.db.transaction((tx) => claimNotice(tx, portal.context, notice))

describe('a notice', () => {
  it('is claimed once, with the time at which it was', async () => {
    const notice = noticeWith()
    expect([await claim(notice), await claim(notice), await claim(notice)]).toEqual([true, false, false])
    const kept = await portal.context.db.select().from(notices).where(eq(notices.subjectId, notice.subjectId))
    expect(kept).toEqual([{ ...notice, sentAt: portal.context.clock.now() }])
  })

  it('has one sender when many ask at once', async () => {
    const notice = noticeWith()
    const answers = await Promise.all(Array.from({ length: 8 }, () => claim(notice)))
    expect(answers.filter(Boolean)).toHaveLength(1)
  })

  it.each([
    ['occasion', { occasion: '-7' }],
    ['kind', { kind: 'meeting-reminder' }],
    ['subject', { subjectId: '0198f2a0-0000-7000-8000-000000000001' }]
  ])('is another one with another %s', async (_what, parts) => {
    const notice = noticeWith()
    expect([await claim(notice), await claim({ ...notice, ...parts })]).toEqual([true, true])
  })

  it('is free again when the transaction that claimed it fails', async () => {
    const notice = noticeWith()
    const failing = portal.context.db.transaction(async (tx) => {
      expect(await claimNotice(tx, portal.context, notice)).toBe(true)
      throw new Error('no mail')
    })
    await expect(failing).rejects.toThrow('no mail')
    expect(await claim(notice)).toBe(true)
  })
})
