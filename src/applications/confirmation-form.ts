import { z } from 'zod'
import { optionalText, requiredText } from '../platform/form.ts'

const count = z
  .string()
  .regex(/^[0-9]{1,9}$/)
  .transform(Number)
  .catch(0)

/** The confirmation as it is sent: who attests, and what the page had shown. */
export const confirmationForm = z.object({
  attestedBy: requiredText('代表者の氏名', 100),
  attested: z.literal('yes', { error: '記載内容に間違いがないことを確かめて、チェックを付けてください' }),
  version: count,
  round: count
})

/** A withdrawal must be meant: the box is ticked, the reason may stay empty. */
export const withdrawalForm = z.object({
  reason: optionalText('取下げの理由', 1000),
  confirmed: z.literal('yes', { error: '取り下げる場合は、チェックを付けてください' })
})
