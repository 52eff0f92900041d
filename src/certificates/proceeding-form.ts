import { z } from 'zod'
import { calendarDate, requiredText } from '../platform/form.ts'
import { notedChannels } from './revocation.ts'

/** The notice by which a revocation begins. */
export const openingForm = z.object({
  grounds: requiredText('取消しを検討する理由', 2000),
  answerBy: calendarDate('回答の期限')
})

/** What a company types to a revocation. */
export const answerForm = z.object({ answer: requiredText('ご意見', 4000) })

/** What a company said by phone, mail or letter, as the secretariat notes it. */
export const notedAnswerForm = z.object({
  channel: z.enum(notedChannels, { error: '方法を選んでください' }),
  answer: requiredText('回答の内容', 4000)
})

/** How a revocation ends. Only to revoke takes something away, so only that is to be confirmed. */
export const proceedingDecisionForm = z
  .object({
    outcome: z.enum(['revoked', 'dismissed'], { error: '取り消すか、取り消さないかを選んでください' }),
    reason: requiredText('決定の理由', 2000),
    confirmed: z.literal('yes').optional().catch(undefined)
  })
  .refine(({ outcome, confirmed }) => outcome === 'dismissed' || confirmed === 'yes', {
    error: '認定を取り消すときは、確かめて、チェックを付けてください',
    path: ['confirmed']
  })
