import { type FormValues, parseForm, textOf } from '../platform/form.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { fiscalYearPeriod, periodForm } from './period-form.ts'

/** The days that a report was asked for: read, or what is wrong with them, and in either case as they were typed. */
export type AskedDays = {
  readonly period: { readonly from: CalendarDate; readonly to: CalendarDate } | null
  readonly shown: { readonly from: string; readonly to: string; readonly problems: Readonly<Record<string, string>> }
}

/** Reads the days from a query; the present fiscal year where none were asked for. */
export const askedDays = (query: FormValues, on: CalendarDate): AskedDays => {
  const usual = fiscalYearPeriod(on)
  if (!Object.hasOwn(query, 'from') && !Object.hasOwn(query, 'to'))
    return { period: usual, shown: { ...usual, problems: {} } }
  const form = parseForm(periodForm, query)
  if (form.ok) return { period: form.value, shown: { ...form.value, problems: {} } }
  const problems = Object.fromEntries(form.problems.map(({ field, message }) => [field, message]))
  return { period: null, shown: { from: textOf(query, 'from'), to: textOf(query, 'to'), problems } }
}
