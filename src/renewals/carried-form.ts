import type { Attachment, CategoryAnswers, SectionData, SectionName } from '../applications/application.ts'
import { categorySection } from '../applications/sections.ts'
import {
  type AnsweredSheet,
  type CarriedOver,
  carryOver,
  type Edition,
  type EditionId,
  editions
} from '../checklist/index.ts'
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

/** What the form of a renewal begins with. */
export const carriedForm = (
  baseline: Baseline,
  { edition, evaluationYear }: { readonly edition: EditionId; readonly evaluationYear: number }
): CarriedOver => carryOver(lastSheet(baseline), editions[edition], evaluationYear)

const ofItems = <T>(values: Readonly<Record<string, T>>, codes: readonly string[]): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(values).filter(([code]) => codes.includes(code)))

const categoryData = ({ marks, evidence }: CarriedOver, codes: readonly string[]): CategoryAnswers => ({
  marks: ofItems(marks, codes),
  evidence: ofItems(evidence, codes)
})

/** The sections of a renewal as it begins. Nobody has said yet that the body changed. */
export const renewalSections = (
  edition: Edition,
  carried: CarriedOver
): readonly { readonly name: SectionName; readonly data: SectionData }[] => [
  { name: 'declarations', data: carried.declarations },
  { name: 'renewal', data: { organisationChanged: false, organisationDetail: '' } },
  ...edition.categories.map(({ number, items }) => ({
    name: categorySection(number),
    data: categoryData(
      carried,
      items.map(({ code }) => code)
    )
  }))
]

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
