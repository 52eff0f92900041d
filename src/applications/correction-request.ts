import type { CalendarDate } from '../scheme/calendar.ts'
import type { AskedItem } from './asked-items.ts'

/** What a returned application was returned for: the message with its last day, and the items asked about. */
export type CorrectionRequest = {
  readonly message: string | null
  readonly deadline: CalendarDate | null
  readonly asked: readonly AskedItem[]
}
