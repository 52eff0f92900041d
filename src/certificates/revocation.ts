import { addDays, type CalendarDate } from '../scheme/calendar.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { canEnd, type EndingFacts } from './surrender.ts'

/** How the secretariat heard an answer that it notes for the company. */
export const notedChannels = ['phone', 'mail', 'online', 'visit', 'letter'] as const

export type AnswerChannel = 'portal' | (typeof notedChannels)[number]

export const channelLabels: Readonly<Record<AnswerChannel, string>> = {
  portal: 'この画面',
  phone: '電話',
  mail: 'メール',
  online: 'オンライン',
  visit: '訪問・来庁',
  letter: '書面'
}

export type ProceedingOutcome = 'revoked' | 'dismissed'

/** The way to a revocation (取消し), from the notice to the decision. */
export type Proceeding = {
  readonly id: string
  readonly certificationId: string
  readonly grounds: string
  /** The last day on which the company may answer. */
  readonly answerBy: CalendarDate
  readonly openedAt: Date
  readonly openedByName: string
  readonly answer: {
    readonly text: string
    readonly channel: AnswerChannel
    readonly at: Date
    readonly byName: string
  } | null
  readonly decision: {
    readonly outcome: ProceedingOutcome
    readonly reason: string
    readonly at: Date
    readonly byName: string
  } | null
}

/** What a proceeding waits for on a day, or how it ended. */
export type ProceedingState = 'waiting' | 'answered' | 'unanswered' | ProceedingOutcome

type Heard = Pick<Proceeding, 'answerBy' | 'answer' | 'decision'>

/** The state of a proceeding: the company may answer to the end of the last day, in Asia/Tokyo. */
export const proceedingState = ({ answerBy, answer, decision }: Heard, on: CalendarDate): ProceedingState => {
  if (decision !== null) return decision.outcome
  if (answer !== null) return 'answered'
  return on <= answerBy ? 'waiting' : 'unanswered'
}

export const stateLabels: Readonly<Record<ProceedingState, string>> = {
  waiting: '回答待ち',
  answered: '回答あり・決定待ち',
  unanswered: '期限まで回答なし・決定待ち',
  revoked: '認定を取り消しました',
  dismissed: '取り消しません'
}

/** The longest time that can be given, so that a slip in the year does not put a case off for ever. */
const mostDays = 366

/** The days that can be set as the last one for an answer, both included. */
export const answerDays = (scheme: Pick<Scheme, 'revocationAnswerDays'>, on: CalendarDate) => ({
  first: addDays(on, scheme.revocationAnswerDays),
  last: addDays(on, mostDays)
})

/** Why no proceeding can be opened: there is nothing to revoke, or one is under way. */
export const openingProblem = (
  facts: EndingFacts,
  hasOpen: boolean,
  on: CalendarDate
): 'not-standing' | 'under-way' | null => {
  if (!canEnd(facts, on)) return 'not-standing'
  return hasOpen ? 'under-way' : null
}

/**
 * Whether an answer can be given: one, by the company to the end of the last day. What reaches the secretariat later by
 * phone or letter is still noted as long as nothing is decided: the company is better heard late than not.
 */
export const canAnswer = (proceeding: Heard, by: 'company' | 'secretariat', on: CalendarDate): boolean => {
  const state = proceedingState(proceeding, on)
  return state === 'waiting' || (by === 'secretariat' && state === 'unanswered')
}

/**
 * Why an open proceeding cannot end in this way: the company was not heard yet, or there is nothing left to revoke. A
 * dismissal takes nothing from the company and need not wait for it.
 */
export const decisionProblem = (
  proceeding: Heard,
  outcome: ProceedingOutcome,
  facts: EndingFacts,
  on: CalendarDate
): 'not-heard' | 'not-standing' | null => {
  if (outcome === 'dismissed') return null
  if (!canEnd(facts, on)) return 'not-standing'
  return proceedingState(proceeding, on) === 'waiting' ? 'not-heard' : null
}
