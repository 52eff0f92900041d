import { caseIn, type Model, type ModelAgendaItem, type ModelMeeting } from './model.ts'

/** What the model knows of agendas that several steps share. */

/** The open meeting on whose agenda a case stands. */
export const openMeetingOf = (model: Model, key: string): ModelMeeting | undefined =>
  model.meetings.find(({ end, items }) => end === null && items.some((item) => item.case === key))

export const itemOn = ({ items }: ModelMeeting, key: string): ModelAgendaItem | undefined =>
  items.find((item) => item.case === key)

/** Puts a case on an agenda, unless it awaits nothing or stands on one. */
export const placeOn = (model: Model, meeting: ModelMeeting, key: string): boolean => {
  if (caseIn(model, key).status !== 'awaiting_committee' || openMeetingOf(model, key) !== undefined) return false
  meeting.items.push({ case: key, outcome: null, addedAt: model.now, opinions: [] })
  return true
}

/** Puts a case on the agenda where it stands already, anew, or on the only meeting to come. */
export const placeOnNext = (model: Model, key: string): void => {
  const standing = openMeetingOf(model, key)
  const item = standing === undefined ? undefined : itemOn(standing, key)
  if (item !== undefined) {
    item.addedAt = model.now
    return
  }
  const [only, ...more] = model.meetings.filter(({ end, heldOn }) => end === null && heldOn >= model.today)
  if (only !== undefined && more.length === 0) placeOn(model, only, key)
}

/** Takes a case off the agenda of an open meeting, unless somebody spoke on it there. */
export const leaveAgenda = (model: Model, key: string): void => {
  const meeting = openMeetingOf(model, key)
  if (meeting !== undefined && itemOn(meeting, key)?.opinions.length === 0)
    meeting.items = meeting.items.filter((item) => item.case !== key)
}
