import { z } from 'zod'
import { type DueTab, dueTabs } from './due-list.ts'

/** The button's form: how many reminders the page had listed, and in which part of the list it stood. */
export const noticeForm: z.ZodType<{ readonly sent: number; readonly tab: DueTab }> = z.object({
  sent: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number),
  tab: z.enum(dueTabs)
})
