import { sql } from 'drizzle-orm'
import { decideProceeding } from '../../src/certificates/decide-proceeding.ts'
import { openProceeding } from '../../src/certificates/open-proceeding.ts'
import { recordAnswer } from '../../src/certificates/record-answer.ts'
import { recordSurrender } from '../../src/certificates/record-surrender.ts'
import { beginRenewal as beginRenewalOf } from '../../src/renewals/begin-renewal.ts'
import { addDays, type CalendarDate } from '../../src/scheme/calendar.ts'
import { keptUntil, lastDayOfAll } from './days.ts'
import { renewedBy } from './decision-steps.ts'
import { officialOf } from './desk-steps.ts'
import { actorFor, addCase } from './draft-steps.ts'
import {
  certificationIn,
  expectMails,
  type Model,
  type ModelCertification,
  type ModelProceeding,
  openCaseOf,
  recipientsOf
} from './model.ts'
import { idOf, type Real } from './portal.ts'
import { answered, oneOf, type Step, type StepMaker } from './step.ts'
import { takeOverDraft } from './take-over.ts'

/** What a company would renew now: its last period. */
const lastPeriodOf = (model: Model, company: string) =>
  model.certifications
    .filter((one) => one.company === company)
    .flatMap((certification) => certification.periods.map((period) => ({ certification, ...period })))
    .toSorted(
      (one, other) => other.endsOn.localeCompare(one.endsOn) || other.certification.number - one.certification.number
    )[0]

const renewing = (now: Model, company: string): string => {
  const open = openCaseOf(now, company)
  if (open !== undefined) return open.kind === 'renewal' ? 'ok' : 'other-application'
  const last = lastPeriodOf(now, company)
  if (last === undefined) return 'no-certification'
  if (last.certification.endedOn !== null) return 'ended'
  if (now.today < addDays(last.endsOn, -180)) return 'not-yet'
  if (now.today > addDays(last.endsOn, 90)) return 'too-late'
  addCase(now, company, 'renewal', last.case)
  return 'ok'
}

export const beginRenewal: StepMaker = (model, real, [which, , , who]): Step | null => {
  const certified = model.certifications.map(({ company }) => company)
  const company = oneOf(
    certified.length > 0 && which % 6 !== 0 ? certified : model.companies.map(({ key }) => key),
    which
  )
  if (company === undefined) return null
  const input = { companyId: idOf(real, company), actor: actorFor(model, real, company, who) }
  return {
    act: async (context) => {
      const result = await beginRenewalOf(context, input)
      return result.ok ? 'ok' : result.reason.kind
    },
    expected: (now) => renewing(now, company),
    settle: (now) => takeOverDraft(now, real, company)
  }
}

const openProceedingOf = ({ proceedings }: ModelCertification): ModelProceeding | undefined =>
  proceedings.find(({ outcome }) => outcome === null)

/** Whether there is anything left to end. */
const canEnd = (now: Model, one: ModelCertification): boolean => {
  const kept = keptUntil(now, one)
  return one.endedOn === null && (now.today <= lastDayOfAll(one) || (kept !== null && now.today <= kept))
}

const withdrawRenewal = (now: Model, one: ModelCertification): void => {
  const open = openCaseOf(now, one.company)
  if (open !== undefined && renewedBy(now, open) === one)
    Object.assign(open, { status: 'withdrawn', statusOn: now.today })
}

const surrendering = (now: Model, key: string, on: CalendarDate): string => {
  const one = certificationIn(now, key)
  if (!canEnd(now, one)) return 'not-standing'
  const proceeding = openProceedingOf(one)
  const last = proceeding !== undefined || now.today > lastDayOfAll(one) ? now.today : lastDayOfAll(one)
  if (on < now.today || on > last) return 'day'
  withdrawRenewal(now, one)
  if (proceeding !== undefined) proceeding.outcome = 'dismissed'
  Object.assign(one, { endedOn: on, endedHow: 'surrendered' })
  expectMails(now, 'surrender-confirmation', recipientsOf(now, one.company))
  expectMails(now, 'surrender-notice', now.secretariat.length)
  return 'ok'
}

export const surrender: StepMaker = (model, real, [which, what, , who]): Step | null => {
  const one = oneOf(model.certifications, which)
  if (one === undefined) return null
  const on = addDays(model.today, oneOf([0, 0, 5, -1, 2000], what) ?? 0)
  const input = {
    certificationId: idOf(real, one.key),
    on,
    reason: '事業を縮小するため',
    actor: actorFor(model, real, one.company, who)
  }
  return {
    act: async (context) => answered(await recordSurrender(context, input)),
    expected: (now) => surrendering(now, one.key, on)
  }
}

const takeOverProceedings = async ({ context, ids }: Real, one: ModelCertification, id: string): Promise<void> => {
  const { rows } = await context.db.execute(
    sql`select id::text from revocation_proceedings where certification_id = ${id} order by opened_at, id`
  )
  for (const [index, row] of rows.entries()) ids.set(`${one.key}/proceeding/${index}`, String(row.id))
}

export const accuse: StepMaker = (model, real, [which, what, , who]): Step | null => {
  const one = oneOf(model.certifications, which)
  if (one === undefined) return null
  const answerBy = addDays(model.today, oneOf([14, 20, 14, 13, 400], what) ?? 14)
  const input = {
    certificationId: idOf(real, one.key),
    grounds: '記載が事実と異なるため',
    answerBy,
    actor: officialOf(model, real, who)
  }
  return {
    act: async (context) => answered(await openProceeding(context, input)),
    expected: (now) => {
      const found = certificationIn(now, one.key)
      if (!canEnd(now, found)) return 'not-standing'
      if (openProceedingOf(found) !== undefined) return 'under-way'
      if (answerBy < addDays(now.today, 14) || answerBy > addDays(now.today, 366)) return 'day'
      const key = `${one.key}/proceeding/${found.proceedings.length}`
      found.proceedings.push({ key, answerBy, answered: false, outcome: null })
      expectMails(now, 'revocation-notice', recipientsOf(now, one.company))
      return 'ok'
    },
    settle: (now) => takeOverProceedings(real, certificationIn(now, one.key), input.certificationId)
  }
}

/** The last proceeding of a certification that has one. */
const proceedingFor = (model: Model, which: number) => {
  const one = oneOf(
    model.certifications.filter(({ proceedings }) => proceedings.length > 0),
    which
  )
  const proceeding = one?.proceedings.at(-1)
  return one === undefined || proceeding === undefined ? null : { one, proceeding }
}

const found = (now: Model, one: ModelCertification, key: string): ModelProceeding => {
  const proceeding = certificationIn(now, one.key).proceedings.find((known) => known.key === key)
  if (proceeding === undefined) throw new Error(`the model knows no ${key}`)
  return proceeding
}

const answering = (now: Model, one: ModelCertification, key: string, byCompany: boolean): string => {
  const proceeding = found(now, one, key)
  if (proceeding.outcome !== null || proceeding.answered) return 'state'
  if (byCompany && now.today > proceeding.answerBy) return 'state'
  proceeding.answered = true
  expectMails(now, 'revocation-answer', recipientsOf(now, one.company))
  if (byCompany) expectMails(now, 'revocation-answer-notice', now.secretariat.length)
  return 'ok'
}

export const answer: StepMaker = (model, real, [which, what, , who]): Step | null => {
  const chosen = proceedingFor(model, which)
  if (chosen === null) return null
  const { one, proceeding } = chosen
  const byCompany = what % 3 !== 0
  const actor = byCompany ? actorFor(model, real, one.company, who) : officialOf(model, real, who)
  const channel = byCompany ? ('portal' as const) : ('phone' as const)
  const input = {
    certificationId: idOf(real, one.key),
    proceedingId: idOf(real, proceeding.key),
    text: '事実と相違ありません。',
    channel,
    actor
  }
  return {
    act: async (context) => answered(await recordAnswer(context, input)),
    expected: (now) => answering(now, one, proceeding.key, byCompany)
  }
}

const concluding = (now: Model, one: ModelCertification, key: string, outcome: 'revoked' | 'dismissed'): string => {
  const proceeding = found(now, one, key)
  const certification = certificationIn(now, one.key)
  if (proceeding.outcome !== null) return 'decided'
  if (outcome === 'revoked') {
    if (!canEnd(now, certification)) return 'not-standing'
    if (!proceeding.answered && now.today <= proceeding.answerBy) return 'not-heard'
    withdrawRenewal(now, certification)
    Object.assign(certification, { endedOn: now.today, endedHow: 'revoked' })
  }
  proceeding.outcome = outcome
  expectMails(
    now,
    outcome === 'revoked' ? 'proceeding-revoked' : 'proceeding-dismissed',
    recipientsOf(now, one.company)
  )
  return 'ok'
}

export const conclude: StepMaker = (model, real, [which, what, , who]): Step | null => {
  const chosen = proceedingFor(model, which)
  if (chosen === null) return null
  const { one, proceeding } = chosen
  const outcome = what % 3 === 0 ? ('dismissed' as const) : ('revoked' as const)
  const input = {
    certificationId: idOf(real, one.key),
    proceedingId: idOf(real, proceeding.key),
    outcome,
    reason: '確かめた結果',
    actor: officialOf(model, real, who)
  }
  return {
    act: async (context) => answered(await decideProceeding(context, input)),
    expected: (now) => concluding(now, one, proceeding.key, outcome)
  }
}
