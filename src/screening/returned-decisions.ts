import { type FieldProblem, type FormValues, textOf } from '../platform/form.ts'
import { decisionFields } from './decisions-form-fields.ts'

/** What was typed at an item and comes back to the page. */
export type ReturnedItem = {
  readonly decision: string
  readonly reason: string
  readonly question: string
  readonly error: string | null
  readonly isConflict: boolean
}

/** Puts back what was posted at every item, with what is wrong about it. */
export const returnedDecisions = (
  itemCodes: readonly string[],
  values: FormValues,
  {
    problems = [],
    conflicts = [],
    reopened = []
  }: {
    readonly problems?: readonly FieldProblem[]
    readonly conflicts?: readonly string[]
    /** Items that are to be decided anew: the texts are kept, the choice is not made for anybody. */
    readonly reopened?: readonly string[]
  }
): ReadonlyMap<string, ReturnedItem> =>
  new Map(
    itemCodes.map((code) => {
      const names = decisionFields(code)
      const problem = problems.find(({ field }) => field === names.reason || field === names.question)
      return [
        code,
        {
          decision: reopened.includes(code) ? '' : textOf(values, names.decision),
          reason: textOf(values, names.reason),
          question: textOf(values, names.question),
          error: problem?.message ?? null,
          isConflict: conflicts.includes(code)
        }
      ]
    })
  )

/** The reasons and questions that were posted, in words, for a page that no longer has fields for them. */
export const unsavedTexts = (itemCodes: readonly string[], values: FormValues): readonly string[] =>
  itemCodes.flatMap((code) => {
    const names = decisionFields(code)
    const chosen = textOf(values, names.decision)
    const field = chosen === 'not_accepted' ? names.reason : chosen === 'queried' ? names.question : undefined
    const typed = field === undefined ? '' : textOf(values, field).trim()
    return typed === '' ? [] : [`保存していない入力　${code}：${typed}`]
  })
