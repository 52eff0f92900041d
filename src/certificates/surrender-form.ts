import { z } from 'zod'
import { calendarDate, requiredText } from '../platform/form.ts'

/** A surrender as it is filled in, looked at once more and then done. */
export const surrenderForm = z
  .object({
    step: z.enum(['check', 'surrender', 'edit']).catch('check'),
    reason: requiredText('辞退の理由', 1000),
    on: calendarDate('辞退の効力が生じる日'),
    confirmed: z.literal('yes').optional().catch(undefined)
  })
  .refine(({ step, confirmed }) => step !== 'surrender' || confirmed === 'yes', {
    error: '認定を辞退することを確かめて、チェックを付けてください',
    path: ['confirmed']
  })
