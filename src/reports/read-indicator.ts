import { certificationsOn } from '../certificates/certification-store.ts'
import type { Database } from '../platform/database.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { type IndicatorYear, indicatorYears } from '../scheme/indicator.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { certifiedPeriods } from './indicator-store.ts'

/**
 * The indicator that the scheme feeds, year by year, as of a day. Today counts also who is kept by a renewal under
 * examination; for past years the periods say it, because a renewal that was certified has one without a gap.
 */
export const readIndicator = async (
  db: Database,
  scheme: Pick<Scheme, 'indicator'>,
  on: CalendarDate
): Promise<readonly IndicatorYear[]> => {
  const certified = (await certificationsOn(db, on)).length
  return indicatorYears(scheme.indicator.targets, await certifiedPeriods(db), on, certified)
}
