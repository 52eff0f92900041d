import { addDays, type CalendarDate } from '../../src/scheme/calendar.ts'
import type { Model, ModelCertification } from './model.ts'

/** The calendar as the model counts it, written anew from the Civil Code and the rules of the scheme. */

const lastDayOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

const two = (value: number): string => String(value).padStart(2, '0')

/** The last day of three years that begin on a day (Article 143). */
export const threeYears = (startsOn: CalendarDate): { startsOn: CalendarDate; endsOn: CalendarDate } => {
  const [year = 0, month = 1, day = 1] = startsOn.split('-').map(Number)
  const last = lastDayOf(year + 3, month)
  const corresponding = `${year + 3}-${two(month)}-${two(Math.min(day, last))}`
  return { startsOn, endsOn: day > last ? corresponding : addDays(corresponding, -1) }
}

/** The same day of the next year, or the last of its month. */
export const aYearAfter = (date: CalendarDate): CalendarDate => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return `${year + 1}-${two(month)}-${two(Math.min(day, lastDayOf(year + 1, month)))}`
}

export const fiscalYearAt = (date: CalendarDate): number =>
  Number(date.slice(0, 4)) - (Number(date.slice(5, 7)) < 4 ? 1 : 0)

/** The date in Japan of an instant. */
export const dateInJapan = (milliseconds: number): CalendarDate =>
  new Date(milliseconds + 9 * 3_600_000).toISOString().slice(0, 10)

export const firstDayOf = ({ periods }: ModelCertification): CalendarDate =>
  periods.map(({ startsOn }) => startsOn).toSorted()[0] ?? ''

export const lastDayOfAll = ({ periods }: ModelCertification): CalendarDate =>
  periods
    .map(({ endsOn }) => endsOn)
    .toSorted()
    .at(-1) ?? ''

/** The last day to which renewals sent in time keep a certification; null where there are none. */
export const keptUntil = (model: Model, { periods }: ModelCertification): CalendarDate | null => {
  const days = periods.flatMap((period) =>
    model.cases
      .filter(
        ({ renews, status, firstSentOn }) =>
          renews === period.case && status !== 'certified' && firstSentOn !== null && firstSentOn <= period.endsOn
      )
      .map(({ status, statusOn }) =>
        status === 'refused' || status === 'withdrawn' ? addDays(statusOn, -1) : '9999-12-31'
      )
  )
  return days.toSorted().at(-1) ?? null
}

/** Whether a certification holds on a day, or will. */
export const standsOnDay = (model: Model, certification: ModelCertification, day: CalendarDate): boolean => {
  const { endedOn } = certification
  if (endedOn !== null && endedOn <= day) return false
  const kept = keptUntil(model, certification)
  return lastDayOfAll(certification) >= day || (kept !== null && kept >= day)
}

export const isCertifiedOnDay = (model: Model, certification: ModelCertification, day: CalendarDate): boolean =>
  standsOnDay(model, certification, day) && firstDayOf(certification) <= day

/** The certification that a company holds on a day, or will hold. */
export const standingOf = (model: Model, company: string, day: CalendarDate): ModelCertification | undefined =>
  model.certifications.find((one) => one.company === company && standsOnDay(model, one, day))
