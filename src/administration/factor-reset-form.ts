import { z } from 'zod'
import { optionalText } from '../platform/form.ts'

/** How it was made sure that who asks to reset a second factor is its owner. */
export const confirmations = {
  'in-person': '対面で、職員証などの本人確認書類を見た',
  'called-back': '職員名簿などに載っている電話番号に、こちらから電話した',
  other: 'そのほかの方法'
} as const

const ways = ['in-person', 'called-back', 'other'] as const

/** The reset of a second factor: nobody is to get one by a mail or a call that anybody can make. */
export const factorResetForm = z
  .object({
    confirmedBy: z.enum(ways, { error: '本人であることを、どのように確かめたかを選んでください' }),
    note: optionalText('確かめた方法', 200)
  })
  .refine(({ confirmedBy, note }) => confirmedBy !== 'other' || note !== '', {
    error: '確かめた方法を入力してください',
    path: ['note']
  })
