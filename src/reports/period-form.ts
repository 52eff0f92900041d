import { z } from 'zod'
import { calendarDate } from '../platform/form.ts'
import { type CalendarDate, fiscalYearOf } from '../scheme/calendar.ts'

/** From which day to which a report reaches, both included. */
export const periodForm = z
  .object({ from: calendarDate('はじめの日'), to: calendarDate('終わりの日') })
  .refine(({ from, to }) => from <= to, { error: '終わりの日は、はじめの日以降にしてください', path: ['to'] })

/** The fiscal year of a day: what a report covers unless asked otherwise. */
export const fiscalYearPeriod = (on: CalendarDate): { readonly from: CalendarDate; readonly to: CalendarDate } => {
  const year = fiscalYearOf(on)
  return { from: `${year}-04-01`, to: `${year + 1}-03-31` }
}

/** The text of the newsletter as it was edited. */
export const newsletterForm = z.object({
  text: z
    .string({ error: '本文を入力してください' })
    .refine((text) => text.trim() !== '', { error: '本文を入力してください' })
})
