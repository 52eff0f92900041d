import type { Edition, Mark, Marks } from '../checklist/index.ts'
import { itemsOf } from '../checklist/items-of.ts'
import { NotApplicableNotAllowedError, UnknownItemError, UnknownMarkError } from './errors.ts'

const knownMarks: ReadonlySet<string> = new Set<Mark>(['checked', 'unchecked', 'not_applicable'])

/**
 * The mark of every item of the edition, a missing one as unchecked.
 * @throws UnknownItemError, NotApplicableNotAllowedError, UnknownMarkError
 */
export const completeMarks = (edition: Edition, marks: Marks): ReadonlyMap<string, Mark> => {
  const complete = new Map<string, Mark>()
  const items = new Map(itemsOf(edition).map((item) => [item.code, item]))
  for (const code of items.keys()) complete.set(code, 'unchecked')
  for (const [code, mark] of Object.entries(marks)) {
    const item = items.get(code)
    if (item === undefined) throw new UnknownItemError(code)
    if (!knownMarks.has(mark)) throw new UnknownMarkError(code, mark)
    if (mark === 'not_applicable' && !item.allowsNotApplicable) throw new NotApplicableNotAllowedError(code)
    complete.set(code, mark)
  }
  return complete
}
