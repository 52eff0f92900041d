import type { VNode } from 'preact'
import { evidenceLines } from '../../src/applications/evidence-lines.ts'
import { type Item, itemText, type Mark } from '../../src/checklist/index.ts'
import { paths } from '../../src/paths.ts'
import type { ItemAnswer } from '../../src/screening/changes.ts'
import { Disclosure } from '../components/disclosure.tsx'
import { SubmittedAnswer } from '../components/submitted-answer.tsx'

const markWords: Readonly<Record<Mark, string>> = {
  checked: 'チェックあり',
  unchecked: 'チェックなし',
  not_applicable: '「-」（対象者なし）'
}

/** What a company wrote beside an item, with its files. */
const Answer = ({
  applicationId,
  item,
  answer,
  evaluationYear
}: {
  readonly applicationId: string
  readonly item: Item
  readonly answer: ItemAnswer
  readonly evaluationYear: number
}): VNode => {
  return (
    <SubmittedAnswer
      lines={evidenceLines(item, answer.evidence, evaluationYear)}
      attachments={answer.attachments}
      attachmentUrl={(id) => paths.caseAttachment(applicationId, id)}
      heading={`${item.code} の添付資料`}
    />
  )
}

/** The item in short, its full wording at hand, the company's answer, and the answer before where it changed. */
export const CaseItemAnswer = ({
  applicationId,
  item,
  answer,
  before,
  evaluationYear
}: {
  readonly applicationId: string
  readonly item: Item
  readonly answer: ItemAnswer
  /** The answer of the round before; null where it did not change. */
  readonly before: ItemAnswer | null
  readonly evaluationYear: number
}): VNode => (
  <>
    {answer.mark === 'checked' ? null : <p class="item-mark">{markWords[answer.mark]}</p>}
    <Answer applicationId={applicationId} item={item} answer={answer} evaluationYear={evaluationYear} />
    {before === null ? null : (
      <div class="answer-before">
        <p class="answer-before__title">前回の回答：{markWords[before.mark]}</p>
        <Answer applicationId={applicationId} item={item} answer={before} evaluationYear={evaluationYear} />
      </div>
    )}
    <Disclosure summary="項目の全文">
      <p>{itemText(item, evaluationYear)}</p>
      {item.note ? <p>{item.note}</p> : null}
    </Disclosure>
  </>
)
