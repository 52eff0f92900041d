import { type Edition, itemsOf, type Marks } from '../checklist/index.ts'
import { BadRequestError } from '../platform/errors.ts'
import { type FieldProblem, type FormValues, formValues, requiredText, textOf } from '../platform/form.ts'
import { decisionFields } from './decisions-form-fields.ts'
import type { PostedDecision } from './new-decisions.ts'
import { type ItemDecisionKind, itemDecisionKinds } from './screening.ts'

const maxReasonLength = 1000

const textFields = {
  not_accepted: { name: 'reason', schema: requiredText('認めない理由', maxReasonLength) },
  queried: { name: 'question', schema: requiredText('事業者への質問', maxReasonLength) }
} as const

/** The decisions of a case as they were posted. */
export type DecisionsForm = {
  /** The round that the page showed. */
  readonly round: number
  readonly acceptBorneOut: boolean
  readonly decisions: readonly PostedDecision[]
}

export type DecisionsFormResult =
  | { readonly ok: true; readonly value: DecisionsForm }
  | { readonly ok: false; readonly problems: readonly FieldProblem[]; readonly values: FormValues }

const kindOf = (word: string): ItemDecisionKind => {
  const kind = itemDecisionKinds.find((known) => known === word)
  if (kind === undefined) throw new BadRequestError('unknown decision')
  return kind
}

/** Items that the company claimed: only these have a decision on the page. */
const claimedItems = (edition: Edition, marks: Marks): readonly string[] =>
  itemsOf(edition)
    .map(({ code }) => code)
    .filter((code) => (marks[code] ?? 'unchecked') !== 'unchecked')

const refuseUnknown = (values: FormValues, claimed: readonly string[]): void => {
  const known = new Set<string>(claimed.map((code) => decisionFields(code).decision))
  const unknown = Object.keys(values).find((name) => name.startsWith('decision-') && !known.has(name))
  if (unknown !== undefined) throw new BadRequestError('a decision on an item that is not claimed')
}

const readItem = (values: FormValues, itemCode: string): PostedDecision | FieldProblem | null => {
  const names = decisionFields(itemCode)
  const word = textOf(values, names.decision)
  if (word === '') return null
  const decision = kindOf(word)
  const seenId = textOf(values, names.seen) || null
  if (decision === 'accepted') return { itemCode, decision, reason: '', seenId }
  const { name, schema } = textFields[decision]
  const text = schema.safeParse(textOf(values, names[name]))
  return text.success
    ? { itemCode, decision, reason: text.data, seenId }
    : { field: names[name], message: `${itemCode}　${text.error.issues[0]?.message ?? ''}` }
}

/**
 * The round of the page that was posted.
 * @throws BadRequestError where there is none
 */
export const readRound = (body: unknown): number => {
  const round = Number(textOf(formValues(body), 'round'))
  if (!Number.isInteger(round) || round < 1) throw new BadRequestError('a form without its round')
  return round
}

/**
 * Reads the decisions of the case page. Items without a chosen decision are left out.
 * @throws BadRequestError for a decision that does not exist, or on an item that the company did not claim
 */
export const readDecisionsForm = (edition: Edition, marks: Marks, body: unknown): DecisionsFormResult => {
  const values = formValues(body)
  const claimed = claimedItems(edition, marks)
  refuseUnknown(values, claimed)
  const round = readRound(body)
  const read = claimed.map((code) => readItem(values, code)).filter((one) => one !== null)
  const problems = read.filter((one) => 'field' in one)
  if (problems.length > 0) return { ok: false, problems, values }
  const decisions = read.filter((one) => 'itemCode' in one)
  return { ok: true, value: { round, acceptBorneOut: textOf(values, 'action') === 'accept-borne-out', decisions } }
}
