import type { VNode } from 'preact'
import type { Category, Item } from '../../src/checklist/index.ts'
import { type Finding, findingLabels } from '../../src/scoring/index.ts'
import type { CaseFile } from '../../src/screening/case-file.ts'
import { answerOf } from '../../src/screening/changes.ts'
import type { ReturnedItem } from '../../src/screening/returned-decisions.ts'
import type { ItemState } from '../../src/screening/screening.ts'
import { CaseCategory, CaseItem } from '../components/case-category.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { FindingLine } from '../components/finding-line.tsx'
import { StatusTag } from '../components/status-tag.tsx'
import { Verdict } from '../components/verdict.tsx'
import { CaseItemAnswer } from './item-answer.tsx'
import { ItemDecisionFields, ItemDecisionShown } from './item-decision.tsx'

const untouched: ItemState = { decision: null, earlier: null, changed: false }

/** What a row of the case needs to know besides its item. */
type RowProps = {
  readonly file: CaseFile
  /** Whether decisions can be made now. */
  readonly editable: boolean
  /** What came back with an error, by item code; null where the page shows what is stored. */
  readonly posted: ReadonlyMap<string, ReturnedItem> | null
}

const FindingCell = ({
  finding,
  isBlank
}: {
  readonly finding: Finding | undefined
  readonly isBlank: boolean
}): VNode | null => {
  if (finding === undefined)
    return isBlank ? (
      <FindingLine tone="neutral" label="確認のみ">
        利用実績の記入はありません。
      </FindingLine>
    ) : null
  return (
    <FindingLine
      tone={finding.verdict === 'borne_out' ? 'success' : 'warning'}
      label={findingLabels[finding.verdict]}
      source={finding.source === undefined ? undefined : `出典：${finding.source}`}
    >
      {finding.title}
      {finding.detail === '' || finding.title.endsWith('。') ? '' : '：'}
      {finding.detail}
    </FindingLine>
  )
}

const Row = ({ item, file, editable, posted }: RowProps & { readonly item: Item }): VNode => {
  const { code } = item
  const state = file.states.get(code) ?? untouched
  const change = file.changes?.items.find(({ itemCode }) => itemCode === code)
  const answer = answerOf(file.submission.content, code)
  return (
    <CaseItem
      code={code}
      text={
        <>
          {item.shortText}
          {state.changed ? (
            <>
              {' '}
              <StatusTag tone="info">再提出で変更</StatusTag>
            </>
          ) : null}
        </>
      }
      answer={
        <CaseItemAnswer
          applicationId={file.application.id}
          item={item}
          answer={answer}
          before={change?.before ?? null}
          evaluationYear={file.application.evaluationYear}
        />
      }
      finding={
        <FindingCell
          finding={file.findings.find(({ itemCode }) => itemCode === code)}
          isBlank={answer.mark === 'not_applicable'}
        />
      }
      decision={
        editable ? (
          <ItemDecisionFields
            code={code}
            state={state}
            round={file.submission.round}
            posted={posted?.get(code) ?? null}
          />
        ) : (
          <ItemDecisionShown state={state} />
        )
      }
    />
  )
}

/** Items that the company did not claim: nothing to decide, but still to be seen. */
const Unclaimed = ({ items, file }: { readonly items: readonly Item[]; readonly file: CaseFile }): VNode | null =>
  items.length === 0 ? null : (
    <div class="unclaimed">
      <Disclosure
        open={file.changes?.items.some(({ itemCode }) => items.some(({ code }) => code === itemCode)) ?? false}
        summary={`申請なし ${items.length}項目（${items.map(({ code }) => code).join('・')}）`}
      >
        <ul class="unclaimed__items">
          {items.map((item) => {
            const change = file.changes?.items.find(({ itemCode }) => itemCode === item.code)
            return (
              <li key={item.code}>
                <span class="item__code">{item.code}</span> {item.shortText}
                {change === undefined ? null : <StatusTag tone="info">再提出で変更</StatusTag>}
                {change === undefined ? null : (
                  <CaseItemAnswer
                    applicationId={file.application.id}
                    item={item}
                    answer={change.after}
                    before={change.before}
                    evaluationYear={file.application.evaluationYear}
                  />
                )}
              </li>
            )
          })}
        </ul>
      </Disclosure>
    </div>
  )

const Summary = ({ file, number }: { readonly file: CaseFile; readonly number: number }): VNode | null => {
  const category = file.verdict.categories.find((one) => one.number === number)
  if (category === undefined) return null
  return (
    <>
      認める {category.checked} ／ {category.counted}
      {category.passed === null ? '' : '　'}
      {category.passed === null ? null : (
        <Verdict passed={category.passed}>{category.passed ? '合格' : `あと${category.missing}項目`}</Verdict>
      )}
    </>
  )
}

/** One category of the case: its verdict, what was claimed row by row, and what was not. */
export const CaseCategorySection = ({ category, ...row }: RowProps & { readonly category: Category }): VNode => {
  const { marks } = row.file.submission.content
  const isClaimed = ({ code }: Item) => (marks[code] ?? 'unchecked') !== 'unchecked'
  return (
    <CaseCategory
      number={category.number}
      title={category.title}
      summary={<Summary file={row.file} number={category.number} />}
    >
      {category.items.filter(isClaimed).map((item) => (
        <Row key={item.code} item={item} {...row} />
      ))}
      <Unclaimed items={category.items.filter((item) => !isClaimed(item))} file={row.file} />
    </CaseCategory>
  )
}
