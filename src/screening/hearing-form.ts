import { z } from 'zod'
import { calendarDate, requiredText } from '../platform/form.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { hearingChannels } from './hearing.ts'

/** A hearing as it is written down on a day: it was held, so it lies not in the future. */
export const hearingForm = (today: CalendarDate) =>
  z.object({
    heldOn: calendarDate('実施日').refine((date) => date <= today, { error: '実施日は今日までの日付にしてください' }),
    channel: z.enum(hearingChannels, { error: '方法を選んでください' }),
    participants: requiredText('相手', 200),
    note: requiredText('内容', 4000)
  })
