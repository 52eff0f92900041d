import { evidenceLines } from '../applications/evidence-lines.ts'
import type { Category, Item } from '../checklist/index.ts'
import type { Block } from '../documents/document.ts'
import { findingLabels } from '../scoring/index.ts'
import type { CaseFile } from '../screening/case-file.ts'
import { answerOf } from '../screening/changes.ts'
import { decisionLabels } from '../screening/screening.ts'

const isClaimed =
  ({ submission }: CaseFile) =>
  ({ code }: Item): boolean =>
    answerOf(submission.content, code).mark !== 'unchecked'

/** The category with what counts, and what the company does not claim: it has no evidence to read. */
const categoryRow = (file: CaseFile, { number, title, items }: Category): readonly string[] => {
  const tally = file.verdict.categories.find((category) => category.number === number)
  const unclaimed = items.filter((item) => !isClaimed(file)(item)).map(({ code }) => code)
  const left = unclaimed.length === 0 ? '' : `\n申請なし：${unclaimed.join('、')}`
  if (tally === undefined) return [`【${number}】`, `【${title}】${left}`, '', '']
  const passed = tally.passed === null ? '' : tally.passed ? '合格' : '不合格'
  return [`【${number}】`, `【${title}】${left}`, `認める ${tally.checked} ／ ${tally.counted}`, passed]
}

const answerText = (file: CaseFile, item: Item): string => {
  const { mark, evidence, attachments } = answerOf(file.submission.content, item.code)
  const lines = evidenceLines(item, evidence, file.application.evaluationYear)
  return [
    item.shortText,
    ...(mark === 'not_applicable' ? ['「-」（対象者なし）'] : []),
    ...lines.map(({ label, value }) => `${label}：${value}`),
    ...(attachments.length === 0 ? [] : [`添付資料 ${attachments.length}点`])
  ].join('\n')
}

const findingText = (file: CaseFile, { code }: Item): string =>
  file.findings
    .filter(({ itemCode }) => itemCode === code)
    .map(({ verdict, title, detail }) => `${findingLabels[verdict]}：${title}${detail === '' ? '' : `\n${detail}`}`)
    .join('\n')

const decisionText = (file: CaseFile, { code }: Item): string => {
  const decision = file.decisions[code]
  if (decision === undefined) return '未判定'
  return [decisionLabels[decision.decision], decision.reason].filter((text) => text !== '').join('\n')
}

const categoryRows = (file: CaseFile, category: Category): readonly (readonly string[])[] => [
  categoryRow(file, category),
  ...category.items
    .filter(isClaimed(file))
    .map((item) => [item.code, answerText(file, item), findingText(file, item), decisionText(file, item)])
]

/** The whole checklist: what is claimed with its evidence, what the portal found, what the secretariat decided. */
export const checklistBlock = (file: CaseFile): Block => ({
  type: 'table',
  size: 7.5,
  rowHeadings: true,
  columns: [
    { title: '項目', width: 8 },
    { title: '申請の内容', width: 47 },
    { title: '記載から分かること', width: 26 },
    { title: '事務局の判定', width: 19 }
  ],
  rows: file.edition.categories.flatMap((category) => categoryRows(file, category))
})
