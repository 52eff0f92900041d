import { dateOf } from '../platform/clock.ts'
import { addDays, type CalendarDate } from '../scheme/calendar.ts'
import type { Scheme } from '../scheme/scheme.ts'
import type { Application } from './application.ts'

/** The day by which a decision can usually be expected, counted from the first submission; promised to nobody. */
export const usualDecisionDate = (
  scheme: Pick<Scheme, 'usualProcessingDays'>,
  { kind, submittedAt }: Pick<Application, 'kind' | 'submittedAt'>,
  now: Date
): CalendarDate => addDays(dateOf(submittedAt ?? now), scheme.usualProcessingDays[kind])
