import { openMeetingOf } from './agenda.ts'
import { accuse, beginRenewal, conclude } from './certification-steps.ts'
import { isCertifiedOnDay } from './days.ts'
import { decide } from './decision-steps.ts'
import { acceptAll, askForCorrection, chooseWay, forward, pickReading } from './desk-steps.ts'
import { begin, saveAll, submit } from './draft-steps.ts'
import { isComplete } from './fillings.ts'
import { isExamined, readingsDiffer } from './judging.ts'
import { callMeeting, close, opine, putCase } from './meeting-steps.ts'
import { type Model, type ModelCase, openCaseOf } from './model.ts'
import { type Dice, oneOf, type StepMaker } from './step.ts'

/** Dice that choose the thing at an index of a list of this length, and mean no mischief. */
const at = <T>(list: readonly T[], thing: T, rest: readonly [number, number, number]): Dice => {
  const length = Math.max(1, list.length)
  const index = Math.max(0, list.indexOf(thing))
  // Steps look at their whole list for multiples of 5 and 6: those are avoided where they can be.
  const which = Array.from({ length: 30 }, (_, turn) => index + turn * length).find(
    (n) => n % 5 !== 0 && n % 6 !== 0 && n % 3 !== 0
  )
  return [which ?? index, ...rest]
}

const withStatus = (model: Model, ...statuses: readonly string[]): readonly ModelCase[] =>
  model.cases.filter(({ status }) => statuses.includes(status))

const screeningStep = (model: Model, one: ModelCase, [, what, how, who]: Dice): readonly [StepMaker, Dice] => {
  const screened = withStatus(model, 'submitted', 'screening')
  const dice = at(screened, one, [2, 0, who])
  if (one.kind === 'renewal' && one.route?.round !== one.round) {
    const renewals = screened.filter(({ kind }) => kind === 'renewal')
    return [chooseWay, at(renewals, one, [what, 0, who])]
  }
  if (what % 12 === 11) return [askForCorrection, dice]
  if (one.reading === null && readingsDiffer(one)) return [pickReading, dice]
  if (!isExamined(one)) return [acceptAll, dice]
  if (one.route?.route === 'simplified') {
    const simplified = model.cases.filter(
      ({ status, route }) => status === 'screening' && route?.route === 'simplified'
    )
    const places = Array.from({ length: 30 }, (_, turn) => simplified.indexOf(one) + turn * simplified.length)
    return [decide, [places.find((n) => n % 3 === 0) ?? 0, 0, how % 5 === 4 ? 0 : 1, who]]
  }
  return [forward, dice]
}

const committeeStep = (model: Model, one: ModelCase, [, what, how, who]: Dice): readonly [StepMaker, Dice] => {
  const meeting = openMeetingOf(model, one.key)
  const open = model.meetings.filter(({ end }) => end === null)
  if (meeting === undefined) {
    const [free] = open
    if (free === undefined) return [callMeeting, [0, 1, 0, who]]
    return [putCase, at(open, free, [1, 0, who])]
  }
  const item = meeting.items.findIndex((other) => other.case === one.key)
  if (meeting.heldOn > model.today || what % 3 === 0) return [opine, at(open, meeting, [item, how, who])]
  const due = open.filter(({ heldOn }) => heldOn <= model.today)
  return [close, at(due, meeting, [0, 0, who])]
}

const nextFor = (model: Model, one: ModelCase, dice: Dice): readonly [StepMaker, Dice] | null => {
  const [, what, , who] = dice
  const editable = withStatus(model, 'draft', 'returned')
  switch (one.status) {
    case 'draft':
    case 'returned':
      return [isComplete(one) ? submit : saveAll, at(editable, one, [what % 4 === 0 ? 1 : 0, 0, who])]
    case 'submitted':
    case 'screening':
      return screeningStep(model, one, dice)
    case 'awaiting_committee':
      return committeeStep(model, one, dice)
    case 'heard':
      return [decide, at(withStatus(model, 'heard'), one, [0, what % 10 === 9 ? 4 : 0, who])]
    default:
      return null
  }
}

/** Somebody does what is due next for a company: the way on which everything else happens. */
export const advance: StepMaker = (model, real, dice) => {
  const [which, what, how, who] = dice
  const company = oneOf(model.companies, which)
  if (company === undefined) return null
  const open = openCaseOf(model, company.key)
  const next = open === undefined ? null : nextFor(model, open, dice)
  if (next !== null) return next[0](model, real, next[1])
  const own = model.certifications.find(
    (one) => one.company === company.key && isCertifiedOnDay(model, one, model.today)
  )
  if (own === undefined) return begin(model, real, [which, what, how, who])
  const certified = model.certifications.map(({ company: holder }) => holder)
  if (what % 5 !== 0) return beginRenewal(model, real, at(certified, company.key, [what, how, who]))
  return (own.proceedings.length === 0 ? accuse : conclude)(model, real, [
    model.certifications.indexOf(own),
    what,
    how,
    who
  ])
}
