import type { Database } from '../platform/database.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { type IndicatorYear, indicatorYears } from '../scheme/indicator.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { certifiedPeriods } from './indicator-store.ts'

/** The indicator that the scheme feeds, year by year, as of a day. */
export const readIndicator = async (
  db: Database,
  scheme: Pick<Scheme, 'indicator'>,
  on: CalendarDate
): Promise<readonly IndicatorYear[]> => indicatorYears(scheme.indicator.targets, await certifiedPeriods(db), on)
