import { sql } from 'drizzle-orm'
import { findApplication } from '../../src/applications/application-store.ts'
import { decideApplication } from '../../src/decisions/decide-application.ts'
import { readDecisionCase } from '../../src/decisions/read-decision-case.ts'
import { addDays } from '../../src/scheme/calendar.ts'
import { aYearAfter, lastDayOfAll, standingOf, threeYears } from './days.ts'
import { caseFor, officialOf } from './desk-steps.ts'
import { isExamined, meetsStandard } from './judging.ts'
import { caseIn, expectMails, type Model, type ModelCase, type ModelCertification, recipientsOf } from './model.ts'
import { idOf, type Real } from './portal.ts'
import { oneOf, type Step, type StepMaker } from './step.ts'

type Request =
  | { outcome: 'certified'; startsOn: string | null; reasons: string }
  | { outcome: 'refused'; reasons: string }

/** The certification that a renewal renews. */
export const renewedBy = (model: Model, { renews }: ModelCase): ModelCertification | undefined =>
  model.certifications.find(({ periods }) => periods.some((period) => period.case === renews))

const stateProblem = (one: ModelCase, { outcome }: Request, isOutdated: boolean): string | null => {
  const isSimplified =
    outcome === 'certified' &&
    one.status === 'screening' &&
    one.route?.route === 'simplified' &&
    one.route.round === one.round
  if (one.status !== 'heard' && !isSimplified) return 'status'
  if (isSimplified && isOutdated) return 'route-outdated'
  return isExamined(one) ? null : 'not-examined'
}

const renewingProblem = ({ endedOn, periods }: ModelCertification, one: ModelCase): string | null => {
  if (endedOn !== null) return 'certification-ended'
  return periods.at(-1)?.case === one.renews ? null : 'renewed-already'
}

const startProblem = (now: Model, one: ModelCase, startsOn: string | null): string | null => {
  const from = startsOn !== null && startsOn < now.today ? startsOn : now.today
  if (standingOf(now, one.company, from) !== undefined) return 'standing-certification'
  if (startsOn === null || startsOn < (one.firstSentOn ?? '')) return 'starts-too-early'
  return startsOn > aYearAfter(now.today) ? 'starts-too-late' : null
}

const certifyingProblem = (now: Model, one: ModelCase, startsOn: string | null, reasons: string): string | null => {
  const certification = renewedBy(now, one)
  const problem = certification === undefined ? startProblem(now, one, startsOn) : renewingProblem(certification, one)
  return problem ?? (!meetsStandard(one) && reasons === '' ? 'certification-reasons' : null)
}

const certify = (now: Model, one: ModelCase, startsOn: string | null): void => {
  const certification = renewedBy(now, one)
  if (certification !== undefined) {
    certification.periods.push({ case: one.key, ...threeYears(addDays(lastDayOfAll(certification), 1)) })
    return
  }
  now.certifications.push({
    key: `certification/${one.key}`,
    company: one.company,
    number: Math.max(0, ...now.certifications.map(({ number }) => number)) + 1,
    periods: [{ case: one.key, ...threeYears(startsOn ?? now.today) }],
    endedOn: null,
    endedHow: null,
    proceedings: []
  })
}

const deciding = (now: Model, key: string, request: Request, isOutdated: boolean): string => {
  const one = caseIn(now, key)
  // A certification on paper was decided on paper.
  if (one.number !== '紙-1' && (one.status === 'certified' || one.status === 'refused')) return 'decided'
  if (one.round === 0) return 'not-found'
  const problem = stateProblem(one, request, isOutdated)
  if (problem !== null) return problem
  if (request.outcome === 'refused' && request.reasons === '') return 'refusal-reasons'
  const against =
    request.outcome === 'certified' ? certifyingProblem(now, one, request.startsOn, request.reasons) : null
  if (against !== null) return against
  if (request.outcome === 'certified') certify(now, one, request.startsOn)
  Object.assign(one, { status: request.outcome, statusOn: now.today })
  expectMails(
    now,
    request.outcome === 'certified' ? 'application-certified' : 'application-refused',
    recipientsOf(now, one.company)
  )
  return 'ok'
}

const isOutdated = async ({ context }: Real, one: ModelCase, id: string): Promise<boolean> => {
  const application = one.round === 0 || one.kind === 'initial' ? null : await findApplication(context.db, id)
  if (application === null) return false
  return (await readDecisionCase(context.db, context, application)).facts.renewal?.isRouteOutdated ?? false
}

export const takeOverCertification = async (
  { context, ids }: Real,
  { key, number }: ModelCertification
): Promise<void> => {
  if (ids.has(key)) return
  const { rows } = await context.db.execute(sql`select id::text from certifications where number = ${number}`)
  ids.set(key, String(rows[0]?.id))
}

/** Decides on a case: for it or against it, from a fitting day or not, with reasons or without. */
export const decide: StepMaker = async (model, real, [which, what, how, who]): Promise<Step | null> => {
  const simplified = model.cases.filter(({ status, route }) => status === 'screening' && route?.route === 'simplified')
  const one = which % 3 === 0 && simplified.length > 0 ? oneOf(simplified, which) : caseFor(model, which, ['heard'])
  if (one === undefined) return null
  const days = [0, 10, 0, 30, -400, 400, 0, 1]
  const reasons = how % 4 === 3 ? '' : '総合的に判断したため'
  const startsOn = addDays(model.today, oneOf(days, what) ?? 0)
  const request: Request = how % 5 === 4 ? { outcome: 'refused', reasons } : { outcome: 'certified', startsOn, reasons }
  const [applicationId, actor] = [idOf(real, one.key), officialOf(model, real, who)]
  const outdated = await isOutdated(real, one, applicationId)
  return {
    act: async (context) => {
      const result = await decideApplication(context, { applicationId, request, actor })
      if (result.ok) return 'ok'
      return result.reason === 'problem' ? result.problem.kind : result.reason
    },
    expected: (now) => deciding(now, one.key, request, outdated),
    settle: async (now) => {
      for (const certification of now.certifications) await takeOverCertification(real, certification)
    },
    alone: one.kind === 'renewal'
  }
}
