import { z } from 'zod'
import { calendarDate, optionalText, requiredText, wholeNumber } from '../platform/form.ts'

const heldOn = calendarDate('日にち')
const place = requiredText('場所', 100)

/** A new meeting; whether its day is still to come is the use case's question. */
export const meetingForm = z.object({ number: wholeNumber('回数', 1, 9999), heldOn, place })

/** Another day or place for a meeting. */
export const meetingChangeForm = z.object({ heldOn, place })

/** One case for the agenda; empty for all that wait for a meeting. */
export const agendaForm = z.object({ application: optionalText('案件', 40) })

/** Why a meeting is called off. */
export const cancellationForm = z.object({ reason: requiredText('取りやめの理由', 500) })

/** How many announcements the page had seen. */
export const announcementForm = z.object({ after: wholeNumber('案内の回数', 0, 9999) })

const several = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string())
)

const ticked = z.preprocess((value) => value === 'yes', z.boolean())

/** The end of a meeting: `shown` are the cases that the page listed, separated by commas; `attended` the members who came. */
export const closureForm = z.object({
  shown: optionalText('案件', 20_000).transform((text) => text.split(',').filter((id) => id !== '')),
  holdOver: several,
  confirmed: ticked,
  attended: several,
  nobodyCame: ticked
})
