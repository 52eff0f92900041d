import { sql } from 'drizzle-orm'
import { addMeeting } from '../../src/committee/add-meeting.ts'
import { addMember } from '../../src/committee/add-member.ts'
import { cancelMeeting } from '../../src/committee/cancel-meeting.ts'
import { changeMeeting } from '../../src/committee/change-meeting.ts'
import { closeMeeting } from '../../src/committee/close-meeting.ts'
import { endMembership } from '../../src/committee/end-membership.ts'
import { giveOpinion } from '../../src/committee/give-opinion.ts'
import { putOnAgenda } from '../../src/committee/put-on-agenda.ts'
import { removeFromAgenda } from '../../src/committee/remove-from-agenda.ts'
import { addDays } from '../../src/scheme/calendar.ts'
import { itemOn, openMeetingOf, placeOn, placeOnNext } from './agenda.ts'
import { caseFor, officialOf } from './desk-steps.ts'
import { caseIn, expectMails, type Model, type ModelMeeting, meetingIn } from './model.ts'
import { idOf, personOf, type Real } from './portal.ts'
import { answered, oneOf, type Step, type StepMaker } from './step.ts'

const takeOverMeeting = async ({ context, ids }: Real, { key, number, end }: ModelMeeting): Promise<void> => {
  if (ids.has(key) || end === 'cancelled') return
  const { rows } = await context.db.execute(
    sql`select id::text from meetings where number = ${number} and cancelled_at is null`
  )
  ids.set(key, String(rows[0]?.id))
}

export const callMeeting: StepMaker = (model, real, [which, what, , who]): Step => {
  const number = model.meetings.length + 1 - (which % 6 === 5 ? 1 : 0)
  const heldOn = addDays(model.today, (what % 25) - 1)
  const key = `meeting-${model.meetings.length}`
  return {
    act: async (context) =>
      answered(await addMeeting(context, { number, heldOn, place: '市役所', actor: officialOf(model, real, who) })),
    expected: (now) => {
      if (heldOn < now.today) return 'past'
      if (now.meetings.some((known) => known.number === number && known.end !== 'cancelled')) return 'number-taken'
      now.meetings.push({ key, number, heldOn, end: null, items: [] })
      return 'ok'
    },
    settle: async (now) => {
      for (const known of now.meetings) await takeOverMeeting(real, known)
    }
  }
}

/** A meeting, mostly an open one. */
const meetingFor = (model: Model, which: number): ModelMeeting | undefined => {
  const open = model.meetings.filter(({ end }) => end === null)
  return oneOf(open.length > 0 && which % 6 !== 0 ? open : model.meetings, which)
}

export const moveMeeting: StepMaker = (model, real, [which, what, how, who]): Step | null => {
  const meeting = meetingFor(model, which)
  if (meeting === undefined) return null
  const heldOn = how % 3 === 0 ? model.today : addDays(model.today, (what % 25) - 2)
  const input = { meetingId: idOf(real, meeting.key), heldOn, place: '市役所', actor: officialOf(model, real, who) }
  return {
    act: async (context) => answered(await changeMeeting(context, input)),
    expected: (now) => {
      const found = meetingIn(now, meeting.key)
      if (found.end !== null) return found.end
      if (heldOn !== found.heldOn && heldOn < now.today) return 'past'
      found.heldOn = heldOn
      return 'ok'
    }
  }
}

const waitingCases = (now: Model): readonly string[] =>
  now.cases
    .filter(({ key, status }) => status === 'awaiting_committee' && openMeetingOf(now, key) === undefined)
    .map(({ key }) => key)

export const putCase: StepMaker = (model, real, [which, what, how, who]): Step | null => {
  const meeting = meetingFor(model, which)
  const one = caseFor(model, what, ['awaiting_committee'])
  if (meeting === undefined || one === undefined) return null
  const isAll = how % 2 === 0
  const cases = isAll ? ('all' as const) : { applicationId: idOf(real, one.key) }
  const input = { meetingId: idOf(real, meeting.key), cases, actor: officialOf(model, real, who) }
  return {
    act: async (context) => answered(await putOnAgenda(context, input)),
    expected: (now) => {
      const found = meetingIn(now, meeting.key)
      if (found.end !== null) return found.end
      const added = waitingCases(now).filter((key) => (isAll || key === one.key) && placeOn(now, found, key))
      return isAll || added.length > 0 ? 'ok' : 'not-awaiting'
    }
  }
}

export const removeCase: StepMaker = (model, real, [which, what, , who]): Step | null => {
  const meeting = meetingFor(model, which)
  const key = (meeting === undefined ? undefined : oneOf(meeting.items, what)?.case) ?? oneOf(model.cases, what)?.key
  if (meeting === undefined || key === undefined) return null
  const input = {
    meetingId: idOf(real, meeting.key),
    applicationId: idOf(real, key),
    actor: officialOf(model, real, who)
  }
  return {
    act: async (context) => answered(await removeFromAgenda(context, input)),
    expected: (now) => {
      const found = meetingIn(now, meeting.key)
      const item = itemOn(found, key)
      if (item === undefined) return 'absent'
      if (found.end !== null) return found.end
      if (item.opinions.length > 0) return 'has-opinions'
      found.items = found.items.filter((other) => other !== item)
      return 'ok'
    }
  }
}

const opinionKinds = ['no_objection', 'comment', 'abstained'] as const

const speak = (
  now: Model,
  key: string,
  caseKey: string,
  member: string,
  kind: (typeof opinionKinds)[number]
): string => {
  const meeting = meetingIn(now, key)
  const item = itemOn(meeting, caseKey)
  if (item === undefined || !now.committee.includes(member)) return 'absent'
  if (meeting.end !== null) return meeting.end
  if (caseIn(now, caseKey).status !== 'awaiting_committee') return 'not-awaiting'
  const last = item.opinions.findLast((opinion) => opinion.member === member)
  if (last === undefined || last.kind !== kind || last.at < item.addedAt)
    item.opinions.push({ member, kind, at: now.now })
  return 'ok'
}

/** A member speaks on a case, or somebody who is none tries to. */
export const opine: StepMaker = (model, real, [which, what, how, who]): Step | null => {
  const meeting = meetingFor(model, which)
  const key = (meeting === undefined ? undefined : oneOf(meeting.items, what)?.case) ?? oneOf(model.cases, what)?.key
  if (meeting === undefined || key === undefined) return null
  const person = oneOf(['m0', 'm1', 'm2', 'm3', 'm0', 'm1', 'm2', 's0', 'p0'], who) ?? 'm0'
  const opinion = oneOf(opinionKinds, how) ?? 'no_objection'
  const said = {
    opinion,
    comment: opinion === 'comment' ? '実績を確かめてください。' : '',
    member: personOf(real, person)
  }
  const input = { meetingId: idOf(real, meeting.key), applicationId: idOf(real, key), ...said }
  return {
    act: async (context) => answered(await giveOpinion(context, input)),
    expected: (now) => speak(now, meeting.key, key, person, opinion)
  }
}

type Closing = {
  shown: readonly string[]
  holdOver: readonly string[]
  confirmed: boolean
  attended: readonly string[]
  nobodyCame: boolean
}

const awaitingAt = (now: Model, { items }: ModelMeeting): readonly string[] =>
  items.map((item) => item.case).filter((key) => caseIn(now, key).status === 'awaiting_committee')

/** Hands the cases of a meeting that has ended on, those that await. */
const settleItems = (
  now: Model,
  meeting: ModelMeeting,
  heard: readonly string[],
  awaiting: readonly string[]
): void => {
  for (const item of meeting.items) {
    const isHeard = heard.includes(item.case)
    item.outcome = isHeard ? 'heard' : awaiting.includes(item.case) ? 'held_over' : 'dropped'
    if (isHeard) Object.assign(caseIn(now, item.case), { status: 'heard', statusOn: now.today })
    else if (item.outcome === 'held_over') placeOnNext(now, item.case)
  }
}

const closing = (now: Model, key: string, asked: Closing): string => {
  const meeting = meetingIn(now, key)
  if (meeting.end !== null) return meeting.end
  if (meeting.heldOn > now.today) return 'too-early'
  const awaiting = awaitingAt(now, meeting)
  if ([...awaiting].sort().join() !== [...asked.shown].sort().join()) return 'agenda-changed'
  const heard = awaiting.filter((one) => !asked.holdOver.includes(one))
  const isSilent = (one: string) =>
    !itemOn(meeting, one)?.opinions.some(({ at }) => at >= (itemOn(meeting, one)?.addedAt ?? 0))
  if (!asked.confirmed && heard.some(isSilent)) return 'unconfirmed'
  if (!asked.attended.some((member) => now.committee.includes(member)) && !asked.nobodyCame) return 'no-attendance'
  meeting.end = 'closed'
  settleItems(now, meeting, heard, awaiting)
  return 'ok'
}

export const close: StepMaker = (model, real, [which, what, how, who]): Step | null => {
  const due = model.meetings.filter(({ end, heldOn }) => end === null && heldOn <= model.today)
  const meeting = oneOf(due.length > 0 && which % 6 !== 0 ? due : model.meetings, which)
  if (meeting === undefined) return null
  const awaiting = awaitingAt(model, meeting)
  const asked: Closing = {
    shown: what % 8 === 7 ? awaiting.slice(1) : awaiting,
    holdOver: awaiting.filter((_one, index) => how % 5 === 4 && index % 2 === 0),
    confirmed: how % 7 !== 6,
    attended: what % 8 === 6 ? [] : ['m0', 'm3'],
    nobodyCame: how % 2 === 0
  }
  const idsOf = (cases: readonly string[]) => cases.map((key) => idOf(real, key))
  const input = {
    ...asked,
    meetingId: idOf(real, meeting.key),
    shown: idsOf(asked.shown),
    holdOver: idsOf(asked.holdOver),
    attended: asked.attended.map((key) => personOf(real, key).id),
    actor: officialOf(model, real, who)
  }
  return {
    act: async (context) => answered(await closeMeeting(context, input)),
    expected: (now) => closing(now, meeting.key, asked)
  }
}

export const callOff: StepMaker = (model, real, [which, , , who]): Step | null => {
  const meeting = meetingFor(model, which)
  if (meeting === undefined) return null
  const input = { meetingId: idOf(real, meeting.key), reason: '台風のため', actor: officialOf(model, real, who) }
  return {
    act: async (context) => answered(await cancelMeeting(context, input)),
    expected: (now) => {
      const found = meetingIn(now, meeting.key)
      if (found.end !== null) return found.end
      found.end = 'cancelled'
      settleItems(now, found, [], awaitingAt(now, found))
      return 'ok'
    }
  }
}

/** Takes somebody into the committee: one of its own, somebody new, an official or a company's person. */
export const takeIn: StepMaker = (model, real, [which, , , who]): Step => {
  const key = oneOf(['m0', 'm1', 'm2', 'm3', 'm3', 's0', 'p0', 'p5'], which) ?? 'm3'
  const { name, email } = personOf(real, key)
  return {
    act: async (context) => answered(await addMember(context, { name, email, actor: officialOf(model, real, who) })),
    expected: (now) => {
      if (now.committee.includes(key)) return 'member'
      if (now.secretariat.includes(key)) return 'secretariat'
      if (now.companies.some(({ members }) => members.includes(key))) return 'company'
      now.committee.push(key)
      expectMails(now, 'committee-member-added', 1)
      return 'ok'
    }
  }
}

export const letGo: StepMaker = (model, real, [which, , , who]): Step => {
  const key = oneOf(['m0', 'm1', 'm2', 'm3', 's1', 'p0'], which) ?? 'm0'
  const actor = officialOf(model, real, who)
  return {
    act: async (context) =>
      (await endMembership(context, { memberId: personOf(real, key).id, actor })) ? 'ok' : 'none',
    expected: (now) => {
      if (!now.committee.includes(key)) return 'none'
      now.committee = now.committee.filter((member) => member !== key)
      return 'ok'
    }
  }
}
