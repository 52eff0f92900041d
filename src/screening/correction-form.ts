import { z } from 'zod'
import { calendarDate, requiredText } from '../platform/form.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { deadlineProblem } from './correction.ts'

/** The return for correction, as it is filled in on a day. */
export const correctionForm = (today: CalendarDate) =>
  z.object({
    round: z.coerce.number({ error: '画面を読み込み直してください' }).int().min(1),
    message: requiredText('お願いの文', 2000),
    deadline: calendarDate('期限').superRefine((deadline, issues) => {
      const problem = deadlineProblem(deadline, today)
      if (problem !== null) issues.addIssue({ code: 'custom', message: problem })
    })
  })
