import { sql } from 'drizzle-orm'
import { isOpen } from '../../src/applications/application-status.ts'
import { findApplication } from '../../src/applications/application-store.ts'
import { holdAgenda } from '../../src/committee/leave-agenda.ts'
import { addToNextMeeting } from '../../src/committee/put-on-agenda.ts'
import { addDays } from '../../src/scheme/calendar.ts'
import { chooseReading } from '../../src/screening/choose-reading.ts'
import { chooseRoute } from '../../src/screening/choose-route.ts'
import { decideItems } from '../../src/screening/decide-items.ts'
import { forwardToCommittee } from '../../src/screening/forward-to-committee.ts'
import { pullBack as pullBackCase } from '../../src/screening/pull-back.ts'
import { readCaseOf } from '../../src/screening/read-case.ts'
import { readRenewal } from '../../src/screening/read-renewal.ts'
import { recordHearing } from '../../src/screening/record-hearing.ts'
import { returnForCorrection } from '../../src/screening/return-for-correction.ts'
import { withdrawCase } from '../../src/screening/withdraw-case.ts'
import { leaveAgenda, placeOnNext } from './agenda.ts'
import { claimedItems, isExamined, readingsDiffer } from './judging.ts'
import { caseIn, expectMails, type Model, type ModelCase, type ModelDecision, recipientsOf } from './model.ts'
import { idOf, personOf, type Real } from './portal.ts'
import { answered, type Dice, oneOf, type Step, type StepMaker } from './step.ts'

/** Who of the secretariat acts. */
export const officialOf = (model: Model, real: Real, who: number) => {
  const { id, name } = personOf(real, oneOf(model.secretariat, who) ?? '')
  return { userId: id, id, name }
}

/** A case of the desk, mostly one where the step makes sense. */
export const caseFor = (model: Model, which: number, statuses: readonly string[]): ModelCase | undefined => {
  const fitting = model.cases.filter(({ status }) => statuses.includes(status))
  return oneOf(fitting.length > 0 && which % 6 !== 0 ? fitting : model.cases, which)
}

/** The round that a tab shows: the present one, or one from before. */
const roundSeen = ({ round }: ModelCase, how: number): number =>
  how % 7 === 6 ? Math.max(1, round - 1) : Math.max(1, round)

export const isScreened = ({ status }: ModelCase): boolean => status === 'submitted' || status === 'screening'

/** A decision as a form sends it: `seen` is the decision that the page showed. */
type Posted = { code: string; kind: ModelDecision['kind']; seen: ModelDecision | null }

/** The ids of the decisions on an item, in the order in which they were made. */
const decisionIds = async (
  { context }: Real,
  applicationId: string
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const { rows } = await context.db.execute(
    sql`select item_code, array_agg(id::text order by id) as ids from item_decisions where application_id = ${applicationId} group by item_code`
  )
  return new Map(rows.map(({ item_code, ids }) => [String(item_code), Array.isArray(ids) ? ids.map(String) : []]))
}

const decideIn = (now: Model, one: ModelCase, round: number, posted: readonly Posted[]): string => {
  if (one.round === 0) return 'not-found'
  if (!isScreened(one)) return 'status'
  if (one.round !== round) return 'round'
  const isStale = ({ code, seen }: Posted) => one.standing[code]?.serial !== seen?.serial
  const touched = posted.filter(
    (form) => one.standing[form.code]?.kind !== form.kind && !(isStale(form) && form.seen?.kind === form.kind)
  )
  if (touched.some(isStale)) return 'conflict'
  if (touched.length === 0) return 'ok'
  for (const { code, kind } of touched) {
    const serial = one.serials[code] ?? 0
    one.serials[code] = serial + 1
    one.standing[code] = { kind, serial }
  }
  if (one.status === 'submitted') Object.assign(one, { status: 'screening', statusOn: now.today })
  return 'ok'
}

const reasons = { accepted: '', not_accepted: '確かめられませんでした。', queried: '値を教えてください。' } as const

const decideStep = async (
  real: Real,
  model: Model,
  one: ModelCase,
  round: number,
  posted: readonly Posted[],
  who: number
): Promise<Step> => {
  const applicationId = idOf(real, one.key)
  const ids = await decisionIds(real, applicationId)
  const forms = posted.map(({ code, kind, seen }) => ({
    itemCode: code,
    decision: kind,
    reason: reasons[kind],
    seenId: seen === null ? null : (ids.get(code)?.[seen.serial] ?? null)
  }))
  const by = officialOf(model, real, who)
  return {
    act: async (context) =>
      answered(await decideItems(context, { applicationId, round, posted: forms, acceptBorneOut: false, by })),
    expected: (now) => decideIn(now, caseIn(now, one.key), round, posted)
  }
}

const seenOf = ({ standing }: ModelCase, code: string): ModelDecision | null => {
  const decision = standing[code]
  return decision == null ? null : { ...decision }
}

const kinds = ['accepted', 'accepted', 'queried', 'not_accepted'] as const

/** Decides on one item, from a page that shows the decision of now, or none. */
export const decideItem: StepMaker = (model, real, [which, what, how, who]) => {
  const one = caseFor(model, which, ['submitted', 'screening'])
  const code = one === undefined ? undefined : oneOf(claimedItems(one), what)
  if (one === undefined || code === undefined) return null
  const seen = who % 5 === 4 ? null : seenOf(one, code)
  return decideStep(real, model, one, roundSeen(one, how), [{ code, kind: oneOf(kinds, how) ?? 'accepted', seen }], who)
}

/** Accepts everything that is claimed. */
export const acceptAll: StepMaker = (model, real, [which, , how, who]) => {
  const one = caseFor(model, which, ['submitted', 'screening'])
  if (one === undefined) return null
  const posted = claimedItems(one).map((code) => ({ code, kind: 'accepted' as const, seen: seenOf(one, code) }))
  return decideStep(real, model, one, roundSeen(one, how), posted, who)
}

export const pickReading: StepMaker = (model, real, [which, what, , who]): Step | null => {
  const one = caseFor(model, which, ['submitted', 'screening'])
  if (one === undefined) return null
  const reading = what % 2 === 0 ? ('leaves_denominator' as const) : ('counts_as_unchecked' as const)
  const input = {
    applicationId: idOf(real, one.key),
    reading,
    reason: '対象者がいないため',
    by: officialOf(model, real, who)
  }
  return {
    act: async (context) => answered(await chooseReading(context, input)),
    expected: (now) => {
      const found = caseIn(now, one.key)
      if (!isScreened(found)) return 'status'
      if (found.round === 0) return 'not-found'
      if (!readingsDiffer(found)) return 'same'
      found.reading = reading
      return 'ok'
    }
  }
}

const routeObstacle = (one: ModelCase): string | null => {
  if (one.kind === 'initial') return null
  if (one.route === null || one.route.round !== one.round) return 'route'
  return one.route.route === 'simplified' ? 'simplified' : null
}

const forwarding = (now: Model, key: string, round: number): string => {
  const one = caseIn(now, key)
  if (one.round === 0) return 'not-found'
  if (one.round !== round) return 'round'
  const route = routeObstacle(one)
  if (route !== null) return route
  if (!isExamined(one)) return 'open'
  if (!isScreened(one)) return 'status'
  Object.assign(one, { status: 'awaiting_committee', statusOn: now.today })
  placeOnNext(now, key)
  return 'ok'
}

export const forward: StepMaker = (model, real, [which, , how, who]): Step | null => {
  const one = caseFor(model, which, ['submitted', 'screening'])
  if (one === undefined) return null
  const input = { applicationId: idOf(real, one.key), round: roundSeen(one, how), by: officialOf(model, real, who) }
  return {
    act: async (context) => answered(await forwardToCommittee(context, input, addToNextMeeting)),
    expected: (now) => forwarding(now, one.key, input.round)
  }
}

export const askForCorrection: StepMaker = (model, real, [which, what, how, who]): Step | null => {
  const one = caseFor(model, which, ['submitted', 'screening'])
  if (one === undefined) return null
  const deadline = addDays(model.today, 1 + (what % 20))
  const input = {
    applicationId: idOf(real, one.key),
    round: roundSeen(one, how),
    message: '御確認ください。',
    deadline,
    by: officialOf(model, real, who)
  }
  return {
    act: async (context) => answered(await returnForCorrection(context, input)),
    expected: (now) => {
      const found = caseIn(now, one.key)
      if (found.round === 0) return 'not-found'
      if (found.round !== input.round) return 'round'
      if (!isScreened(found)) return 'status'
      Object.assign(found, { status: 'returned', statusOn: now.today })
      expectMails(now, 'correction-request', recipientsOf(now, found.company))
      return 'ok'
    }
  }
}

export const hear: StepMaker = (model, real, [which, , , who]): Step | null => {
  const one = oneOf(model.cases, which)
  if (one === undefined) return null
  const note = { heldOn: model.today, channel: 'phone' as const, participants: '総務 花子', note: '聞き取りました。' }
  const input = { applicationId: idOf(real, one.key), ...note, by: officialOf(model, real, who) }
  return {
    act: async (context) => answered(await recordHearing(context, input)),
    expected: (now) => (isOpen(caseIn(now, one.key).status) ? 'ok' : 'status')
  }
}

export const takeBackFor: StepMaker = (model, real, [which, , , who]): Step | null => {
  const one = oneOf(model.cases, which)
  if (one === undefined) return null
  const input = {
    applicationId: idOf(real, one.key),
    reason: '電話で申出があったため',
    by: officialOf(model, real, who)
  }
  return {
    act: async (context) => answered(await withdrawCase(context, input)),
    expected: (now) => {
      const found = caseIn(now, one.key)
      if (!isOpen(found.status)) return 'status'
      Object.assign(found, { status: 'withdrawn', statusOn: now.today })
      expectMails(now, 'withdrawal-confirmation', recipientsOf(now, found.company))
      return 'ok'
    }
  }
}

export const pullBack: StepMaker = (model, real, [which, , , who]): Step | null => {
  const one = caseFor(model, which, ['awaiting_committee', 'heard'])
  if (one === undefined) return null
  const input = { applicationId: idOf(real, one.key), reason: '確認し直すため', by: officialOf(model, real, who) }
  return {
    act: async (context) => answered(await pullBackCase(context, input, holdAgenda)),
    expected: (now) => {
      const found = caseIn(now, one.key)
      if (found.status !== 'awaiting_committee' && found.status !== 'heard') return 'status'
      Object.assign(found, { status: 'screening', statusOn: now.today })
      leaveAgenda(now, one.key)
      return 'ok'
    }
  }
}

type Shown = {
  readonly grounds: readonly string[]
  readonly proposed: 'simplified' | 'examination'
  readonly unchanged: readonly string[]
}

/** What the page of a renewal shows of its way; null where it is none. */
export const shownRoute = async ({ context }: Real, applicationId: string): Promise<Shown | null> => {
  const application = await findApplication(context.db, applicationId)
  if (application === null || application.number === null) return null
  const review = await readRenewal(context.db, context.scheme, await readCaseOf(context.db, application))
  return review === null
    ? null
    : { grounds: review.grounds, proposed: review.proposed, unchanged: review.unchangedItems }
}

const choosing = (
  now: Model,
  key: string,
  asked: { round: number; route: 'simplified' | 'examination'; reason: string; isStale: boolean },
  shown: Shown | null
): string => {
  const one = caseIn(now, key)
  if (one.round === 0) return 'not-found'
  if (shown === null) return 'not-renewal'
  if (!isScreened(one)) return 'status'
  if (one.round !== asked.round) return 'round'
  if (asked.isStale) return 'proposal-changed'
  if (asked.route !== shown.proposed && asked.reason === '') return 'reason-missing'
  one.route = { round: one.round, route: asked.route }
  if (asked.route === 'simplified')
    decideIn(
      now,
      one,
      one.round,
      shown.unchanged.map((code) => ({ code, kind: 'accepted', seen: null }))
    )
  if (one.status === 'submitted') Object.assign(one, { status: 'screening', statusOn: now.today })
  return 'ok'
}

export const chooseWay: StepMaker = async (model, real, [which, what, how, who]: Dice) => {
  const renewals = model.cases.filter(
    ({ kind, status }) => kind === 'renewal' && (status === 'submitted' || status === 'screening')
  )
  const one = oneOf(renewals.length > 0 && which % 6 !== 0 ? renewals : model.cases, which)
  if (one === undefined) return null
  const shown = await shownRoute(real, idOf(real, one.key))
  const isStale = how % 9 === 8
  const route = what % 3 === 0 ? ('examination' as const) : ('simplified' as const)
  const asked = { round: roundSeen(one, how), route, reason: how % 9 === 7 ? '' : '内容が同じため', isStale }
  const grounds = isStale ? ['never'] : (shown?.grounds ?? [])
  const input = {
    applicationId: idOf(real, one.key),
    round: asked.round,
    grounds,
    route,
    reason: asked.reason,
    by: officialOf(model, real, who)
  }
  return {
    act: async (context) => answered(await chooseRoute(context, input)),
    expected: (now) => choosing(now, one.key, asked, shown),
    alone: true
  }
}
