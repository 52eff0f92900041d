import { type Declared, type Edition, type Item, itemsOf } from '../checklist/index.ts'
import type { Comparable, ComparisonOptions } from './comparable.ts'
import type { BodyChange, CategoryFlip, Comparison, DeclarationChange, MarkChange } from './comparison-result.ts'
import { type EntryChanges, entryChanges } from './entry-changes.ts'
import { examinationReasons } from './examination-reasons.ts'
import { score } from './score.ts'
import type { Verdict } from './verdict.ts'

const markChange = ({ code }: Item, before: Comparable, after: Comparable): readonly MarkChange[] => {
  const [former, present] = [before.marks[code] ?? 'unchecked', after.marks[code] ?? 'unchecked']
  if (former === present) return []
  const kind = present === 'checked' ? 'added' : former === 'checked' ? 'removed' : 'other'
  return [{ itemCode: code, kind, before: former, after: present }]
}

const entriesOf = (item: Item, before: Comparable, after: Comparable): EntryChanges =>
  entryChanges(
    item,
    { raw: before.evidence[item.code] ?? {}, evaluationYear: before.evaluationYear },
    { raw: after.evidence[item.code] ?? {}, evaluationYear: after.evaluationYear }
  )

const notDeclared: Declared = { declared: false, detail: '' }

/** The detail of what is not declared says nothing. */
const declarationKind = (before: Declared, after: Declared): DeclarationChange['kind'] | null => {
  if (before.declared !== after.declared) return after.declared ? 'gained' : 'lost'
  return after.declared && before.detail.trim() !== after.detail.trim() ? 'detail' : null
}

const declarationChanges = (edition: Edition, before: Comparable, after: Comparable): readonly DeclarationChange[] =>
  edition.declarations.flatMap(({ id, text }) => {
    const [former, present] = [before.declarations[id] ?? notDeclared, after.declarations[id] ?? notDeclared]
    const kind = declarationKind(former, present)
    return kind === null ? [] : [{ id, text, kind, before: former, after: present }]
  })

const bodyChanges = ({ body: before }: Comparable, { body: after }: Comparable): readonly BodyChange[] => {
  const changes: readonly BodyChange[] = [
    { field: 'name', before: before.name, after: after.name },
    { field: 'legalEntityNumber', before: before.legalEntityNumber, after: after.legalEntityNumber },
    { field: 'inCity', before: before.inCity, after: after.inCity }
  ]
  return changes.filter((change) => change.before !== change.after)
}

const flipsBetween = (before: Verdict | null, after: Verdict): readonly CategoryFlip[] => {
  if (before === null) return []
  const passedBefore = new Set(before.passedCategoryNumbers)
  const passedAfter = new Set(after.passedCategoryNumbers)
  return after.categories
    .filter(({ number }) => passedBefore.has(number) !== passedAfter.has(number))
    .map(({ number, title }) => ({ number, title, kind: passedAfter.has(number) ? 'gained' : 'lost' }))
}

/**
 * What changed between the last certification and its renewal, and whether it must be examined anew. Both sides are of one
 * edition; a side from another is carried over first, and then `carriedOver` says that it has no verdict by this one.
 * @throws UnknownItemError, NotApplicableNotAllowedError, UnknownMarkError as `score` does
 */
export const compare = (
  edition: Edition,
  before: Comparable,
  after: Comparable,
  { reading, carriedOver = false, organisationChanged = false }: ComparisonOptions = {}
): Comparison => {
  const verdictOn = ({ marks }: Comparable): Verdict =>
    score(edition, { marks, ...(reading === undefined ? {} : { reading }) })
  const items = itemsOf(edition)
  const entries = items.map((item) => entriesOf(item, before, after))
  const verdict = { before: carriedOver ? null : verdictOn(before), after: verdictOn(after) }
  const flips = flipsBetween(verdict.before, verdict.after)
  const judged = { verdict: verdict.after, flips, organisationChanged }
  const reasons = examinationReasons(edition, before, after, judged)
  return {
    figures: entries.flatMap(({ figures }) => figures),
    texts: entries.flatMap(({ texts }) => texts),
    measures: entries.flatMap(({ measures }) => measures),
    marks: items.flatMap((item) => markChange(item, before, after)),
    declarations: declarationChanges(edition, before, after),
    body: bodyChanges(before, after),
    organisationChanged,
    flips,
    verdict,
    needsExamination: reasons.length > 0,
    reasons
  }
}

/** Whether nothing is new but figures of years (変更なし). Reasons for an examination may stand all the same. */
export const isUnchanged = (comparison: Comparison): boolean =>
  [comparison.texts, comparison.measures, comparison.marks, comparison.declarations, comparison.body].every(
    (changes) => changes.length === 0
  ) && !comparison.organisationChanged
