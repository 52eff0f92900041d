import { type CalendarDate, fiscalYearOf } from './calendar.ts'

/**
 * One fiscal year of the indicator. `target` is null where the plan states none, `certified` where the year has not come
 * yet. A past year counts the certifications that stood on its last day, the present one those that stand today.
 */
export type IndicatorYear = {
  readonly fiscalYear: number
  readonly target: number | null
  readonly certified: number | null
}

/** One period of a certification, and the day from which the certification no longer held, where it was ended early. */
export type CertifiedPeriod = {
  readonly certificationId: string
  readonly startsOn: CalendarDate
  readonly endsOn: CalendarDate
  readonly endedOn: CalendarDate | null
}

type Target = { readonly fiscalYear: number; readonly target: number }

const holdsOn = ({ startsOn, endsOn, endedOn }: CertifiedPeriod, on: CalendarDate): boolean =>
  startsOn <= on && on <= endsOn && (endedOn === null || on < endedOn)

const countOn = (periods: readonly CertifiedPeriod[], on: CalendarDate): number =>
  new Set(periods.filter((period) => holdsOn(period, on)).map(({ certificationId }) => certificationId)).size

const lastDayOf = (fiscalYear: number): CalendarDate => `${String(fiscalYear + 1).padStart(4, '0')}-03-31`

/**
 * The indicator of the city's plan as of a day, on which `certified` are certified: from the first year with a target or a certification to the last year with
 * a target, and at least to the present one, without a gap.
 */
export const indicatorYears = (
  targets: readonly Target[],
  periods: readonly CertifiedPeriod[],
  on: CalendarDate,
  certified: number = countOn(periods, on)
): readonly IndicatorYear[] => {
  const present = fiscalYearOf(on)
  const targeted = targets.map(({ fiscalYear }) => fiscalYear)
  const begun = periods.map(({ startsOn }) => fiscalYearOf(startsOn))
  const first = Math.min(present, ...targeted, ...begun)
  const last = Math.max(present, ...targeted)
  const certifiedIn = (fiscalYear: number): number | null =>
    fiscalYear > present ? null : fiscalYear === present ? certified : countOn(periods, lastDayOf(fiscalYear))
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).map((fiscalYear) => ({
    fiscalYear,
    target: targets.find((one) => one.fiscalYear === fiscalYear)?.target ?? null,
    certified: certifiedIn(fiscalYear)
  }))
}
