/** A calendar date of Asia/Tokyo, `YYYY-MM-DD`. Never an instant. */
export type CalendarDate = string

/** The fiscal year (April to March, named by the year it begins in) that a date lies in: `2024-01-15` → 2023. */
export const fiscalYearOf = (date: CalendarDate): number => {
  const [year, month] = date.split('-').map(Number)
  if (year === undefined || month === undefined) throw new RangeError(`not a calendar date: ${date}`)
  return month >= 4 ? year : year - 1
}

/**
 * The last calendar year that the checklist asks about: the one before the fiscal year in which the application is
 * begun. The printed 2020, 2021, 2022 belong to the sheet of fiscal year 2023, so FY2023 → 2022.
 */
export const evaluationYearOf = (begunOn: CalendarDate): number => fiscalYearOf(begunOn) - 1

/** The date so many days after another. */
export const addDays = (date: CalendarDate, days: number): CalendarDate => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10)
}
