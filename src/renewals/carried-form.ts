import type { Attachment } from '../applications/application.ts'
import { type AnsweredSheet, type CarriedOver, carryOver, type EditionId, editions } from '../checklist/index.ts'
import type { Baseline } from '../screening/read-baseline.ts'

const noSheet = { marks: {}, evidence: {}, declarations: {} }

/**
 * The sheet that the certification rested on: what the company had claimed and the city confirmed. An item that was not
 * accepted stands unchecked with its text, so that it can be put forward again without being typed again. Where the paper
 * was never entered everything is empty.
 */
const lastSheet = ({ application, content, confirmedMarks }: Baseline): AnsweredSheet => ({
  edition: editions[application.edition],
  evaluationYear: application.evaluationYear,
  ...(content === null
    ? noSheet
    : { marks: confirmedMarks, evidence: content.evidence, declarations: content.declarations })
})

const notDeclared = { declared: false, detail: '' }

/** What the form of a renewal begins with: every declaration of its sheet, made or not, as the form will send it. */
export const carriedForm = (
  baseline: Baseline,
  { edition, evaluationYear }: { readonly edition: EditionId; readonly evaluationYear: number }
): CarriedOver => {
  const carried = carryOver(lastSheet(baseline), editions[edition], evaluationYear)
  const none = Object.fromEntries(editions[edition].declarations.map(({ id }) => [id, notDeclared]))
  return { ...carried, declarations: { ...none, ...carried.declarations } }
}

/**
 * Where the files of the last certification stand on the new sheet: beside the item that comes from theirs. Files beside an
 * item that the new sheet does not ask for any more stay behind.
 */
export const carriedFiles = (
  files: readonly Pick<Attachment, 'id' | 'itemCode'>[],
  { items }: CarriedOver
): readonly { readonly id: string; readonly itemCode: string }[] =>
  files.flatMap(({ id, itemCode }) => {
    const heir = Object.entries(items).find(([, { from }]) => from.includes(itemCode))
    return heir === undefined ? [] : [{ id, itemCode: heir[0] }]
  })
