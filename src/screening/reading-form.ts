import { z } from 'zod'
import { requiredText } from '../platform/form.ts'

/** The choice between the readings of 「-」. */
export const readingForm = z.object({
  reading: z.enum(['leaves_denominator', 'counts_as_unchecked'], { error: 'この案件での読み方を選んでください' }),
  'reading-reason': requiredText('選んだ理由', 1000)
})
