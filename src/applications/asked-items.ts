import { type Edition, findItem } from '../checklist/index.ts'
import type { Attachment, CategoryAnswers, SubmissionContent } from './application.ts'
import { type Answers, sayTheSame } from './sections.ts'

/** An item that the secretariat asks about, as the company is led to it. */
export type AskedItem = {
  readonly itemCode: string
  readonly shortText: string
  readonly categoryNumber: number
  readonly question: string
  /** Whether mark, evidence or files of the item differ from what was sent last. */
  readonly isChanged: boolean
}

type Stands = Pick<Answers, 'marks' | 'evidence'> & {
  readonly attachments: readonly Pick<Attachment, 'id' | 'itemCode'>[]
}

const answersOf = (code: string, { marks, evidence }: Stands): CategoryAnswers => {
  const mark = marks[code] ?? 'unchecked'
  return { marks: { [code]: mark }, evidence: { [code]: mark === 'unchecked' ? {} : (evidence[code] ?? {}) } }
}

const filesOf = (code: string, { attachments }: Stands): string =>
  attachments
    .filter(({ itemCode }) => itemCode === code)
    .map(({ id }) => id)
    .toSorted()
    .join(' ')

const isChanged = (code: string, now: Stands, sent: Stands): boolean =>
  !sayTheSame(answersOf(code, now), answersOf(code, sent)) || filesOf(code, now) !== filesOf(code, sent)

/** What the secretariat asks, in the order of the paper, and what the company has changed about it since it sent it. */
export const askedItems = (
  edition: Edition,
  questions: Readonly<Record<string, string>>,
  now: Stands,
  sent: Pick<SubmissionContent, 'marks' | 'evidence' | 'attachments'>
): readonly AskedItem[] =>
  edition.categories.flatMap((category) =>
    category.items.flatMap(({ code }): AskedItem[] => {
      const question = questions[code]
      if (question === undefined) return []
      const shortText = findItem(edition, code)?.shortText ?? ''
      return [
        { itemCode: code, shortText, categoryNumber: category.number, question, isChanged: isChanged(code, now, sent) }
      ]
    })
  )
