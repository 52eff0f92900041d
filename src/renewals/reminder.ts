import { addDays, type CalendarDate } from '../scheme/calendar.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { type RenewalFacts, renewalWindow } from './renewal-window.ts'

/** What a city sets about reminders. */
export type ReminderSettings = Pick<
  Scheme,
  'renewalWindowDays' | 'lateRenewalDays' | 'renewalReminderDays' | 'expiredReminderDays'
>

/** A day on which a company is reminded: so many days from the last day of its period, negative before it. */
export type ReminderStage = number

/** The days of all reminders, the earliest first. */
const reminderStages = (settings: ReminderSettings): readonly ReminderStage[] =>
  [...settings.renewalReminderDays.map((days) => 0 - days), settings.expiredReminderDays].toSorted((a, b) => a - b)

/** The first reminder is the notice of the renewal (更新のお知らせ); those that follow remind of it. */
export const isFirstStage = (stage: ReminderStage, settings: ReminderSettings): boolean =>
  stage === reminderStages(settings)[0]

/** How a stage is kept with the notices: -30, +7. */
export const occasionOf = (stage: ReminderStage): string => (stage > 0 ? `+${stage}` : String(stage))

const stageOf = (occasion: string): ReminderStage | null => (/^[+-]?\d+$/.test(occasion) ? Number(occasion) : null)

/**
 * The reminder that is due on a day, or null. The newest stage whose day has come counts; earlier ones that were missed, by
 * a day of downtime or because the certification was entered later, are not made up for. A stage before the end is not
 * sent after it, since it speaks of the days that are left. Nobody is reminded who has submitted a renewal, whose
 * certification was renewed or ended, or who comes too late for one.
 * @param sent the occasions of this period that were sent so far; what is no stage is passed over
 */
export const dueReminder = (
  facts: RenewalFacts,
  on: CalendarDate,
  sent: readonly string[],
  settings: ReminderSettings
): ReminderStage | null => {
  const { kind } = renewalWindow(facts, settings, on)
  if (kind !== 'not-yet' && kind !== 'open' && kind !== 'late') return null
  const { endsOn } = facts.period
  const isOver = on > endsOn
  const due = reminderStages(settings).findLast((stage) => stage > 0 === isOver && addDays(endsOn, stage) <= on)
  if (due === undefined) return null
  const stagesSent = sent.map(stageOf).filter((stage) => stage !== null)
  return stagesSent.some((stage) => stage >= due) ? null : due
}
