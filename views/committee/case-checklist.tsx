import type { VNode } from 'preact'
import { evidenceLines } from '../../src/applications/evidence-lines.ts'
import { type Category, type Item, itemText } from '../../src/checklist/index.ts'
import { type Verdict as CaseVerdict, type Finding, findingLabels } from '../../src/scoring/index.ts'
import type { CaseFile } from '../../src/screening/case-file.ts'
import { answerOf } from '../../src/screening/changes.ts'
import { decisionLabels } from '../../src/screening/screening.ts'
import { CaseCategory, CaseItem } from '../components/case-category.tsx'
import { FindingLine } from '../components/finding-line.tsx'
import { StatusTag } from '../components/status-tag.tsx'
import { SubmittedAnswer } from '../components/submitted-answer.tsx'
import { Verdict } from '../components/verdict.tsx'

/** Where an attachment is fetched from. */
export type AttachmentUrl = (attachmentId: string) => string

const decisionTones = { accepted: 'success', not_accepted: 'error', queried: 'warning' } as const

const findingTones = {
  borne_out: 'success',
  not_borne_out: 'warning',
  needs_check: 'warning',
  incomplete: 'neutral'
} as const

type Part = { readonly file: CaseFile; readonly item: Item; readonly attachmentUrl: AttachmentUrl }

const Answer = ({ file, item, attachmentUrl }: Part): VNode => {
  const { mark, evidence, attachments } = answerOf(file.submission.content, item.code)
  return (
    <>
      {mark === 'not_applicable' ? <p class="item-mark">「-」（対象者なし）</p> : null}
      <SubmittedAnswer
        lines={evidenceLines(item, evidence, file.application.evaluationYear)}
        attachments={attachments}
        attachmentUrl={attachmentUrl}
        heading={`${item.code} の添付資料`}
      />
    </>
  )
}

const Findings = ({ findings }: { readonly findings: readonly Finding[] }): VNode => (
  <>
    {findings.map(({ verdict, title, detail, source }) => (
      <FindingLine key={title} tone={findingTones[verdict]} label={findingLabels[verdict]} source={source}>
        {detail === '' ? title : `${title}　${detail}`}
      </FindingLine>
    ))}
  </>
)

const Decision = ({ file, item }: Pick<Part, 'file' | 'item'>): VNode => {
  const decision = file.decisions[item.code]
  if (decision === undefined) return <StatusTag>未判定</StatusTag>
  return (
    <>
      <StatusTag tone={decisionTones[decision.decision]}>{decisionLabels[decision.decision]}</StatusTag>
      {decision.reason === '' ? null : <p class="decision-note">{decision.reason}</p>}
    </>
  )
}

const CategorySummary = ({ verdict, number }: { readonly verdict: CaseVerdict; readonly number: number }): VNode => {
  const tally = verdict.categories.find((category) => category.number === number)
  if (tally === undefined) return <>―</>
  return (
    <>
      {`認める ${tally.checked} ／ ${tally.counted}　`}
      {tally.passed === null ? null : <Verdict passed={tally.passed}>{tally.passed ? '合格' : '不合格'}</Verdict>}
    </>
  )
}

/** What the company does not claim has no evidence and no decision: a line each is enough to see what is left. */
const Unclaimed = ({ items }: { readonly items: readonly Item[] }): VNode | null =>
  items.length === 0 ? null : (
    <div class="unclaimed">
      <p>申請なし</p>
      <ul class="unclaimed__items">
        {items.map(({ code, shortText }) => (
          <li key={code}>
            <span class="item__code">{code}</span> {shortText}
          </li>
        ))}
      </ul>
    </div>
  )

const CategoryPart = ({
  file,
  category,
  attachmentUrl
}: Omit<Part, 'item'> & { readonly category: Category }): VNode => {
  const isClaimed = ({ code }: Item): boolean => answerOf(file.submission.content, code).mark !== 'unchecked'
  return (
    <CaseCategory
      number={category.number}
      title={category.title}
      summary={<CategorySummary verdict={file.verdict} number={category.number} />}
    >
      {category.items.filter(isClaimed).map((item) => (
        <CaseItem
          key={item.code}
          code={item.code}
          text={itemText(item, file.application.evaluationYear)}
          answer={<Answer file={file} item={item} attachmentUrl={attachmentUrl} />}
          finding={<Findings findings={file.findings.filter(({ itemCode }) => itemCode === item.code)} />}
          decision={<Decision file={file} item={item} />}
        />
      ))}
      <Unclaimed items={category.items.filter((item) => !isClaimed(item))} />
    </CaseCategory>
  )
}

/** The whole checklist as it was sent, with the findings and what the secretariat decided about each item. */
export const CaseChecklist = ({ file, attachmentUrl }: Omit<Part, 'item'>): VNode => (
  <>
    {file.edition.categories.map((category) => (
      <CategoryPart key={category.number} file={file} category={category} attachmentUrl={attachmentUrl} />
    ))}
  </>
)
