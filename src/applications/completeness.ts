import { type Edition, editions, fieldName, type Item, missingEvidence, readEvidence } from '../checklist/index.ts'
import type { Attachment, SectionName } from './application.ts'
import type { Draft } from './draft.ts'
import { type Answers, categorySection } from './sections.ts'

/** Something that keeps an application from being submitted: where it is, and what to do. */
export type MissingPart = {
  readonly section: SectionName
  /** Id of the field on the section's page. */
  readonly field: string
  readonly message: string
}

const declarationsMissing = (edition: Edition, { declarations }: Answers): readonly MissingPart[] =>
  edition.declarations
    .filter(({ id, required }) => required && declarations[id]?.declared !== true)
    .map(({ id, text }) => ({
      section: 'declarations',
      field: id,
      message: `申請には「${text}」の宣言が必要です。当てはまる場合は、チェックを付けてください`
    }))

const itemMissing = (
  item: Item,
  section: SectionName,
  answers: Answers,
  evaluationYear: number
): readonly MissingPart[] => {
  if (answers.marks[item.code] !== 'checked') return []
  const raw = answers.evidence[item.code] ?? {}
  const { problems } = readEvidence(item, raw, evaluationYear)
  const missing = missingEvidence(item, 'checked', raw, evaluationYear)
  return [...problems, ...missing].map(({ field, message }) => ({
    section,
    field: fieldName(item.code, field),
    message: `${item.code} ${message}`
  }))
}

const nothingChecked: MissingPart = {
  section: 'category-1',
  field: 'main',
  message: 'チェックシートで「当てはまる」を選んだ項目がまだありません。1つ以上選んでください'
}

const bodyMissing = ({ renewal }: Answers): readonly MissingPart[] =>
  renewal?.organisationChanged === true && renewal.organisationDetail === ''
    ? [{ section: 'renewal', field: 'organisationDetail', message: '合併などの変更の内容と時期を入力してください' }]
    : []

/**
 * What an application still needs before it can be submitted: the declaration of legal compliance, at least one checked
 * item, and for every checked item its evidence, whole and readable. Whether the evidence bears out the mark, and whether
 * the standard is met, refuses nothing. A renewal without the declaration can be sent: it is examined anew.
 */
export const missingParts = (edition: Edition, answers: Answers, evaluationYear: number): readonly MissingPart[] => {
  const isEmpty = !Object.values(answers.marks).includes('checked')
  return [
    ...(answers.renewal === undefined ? declarationsMissing(edition, answers) : bodyMissing(answers)),
    ...(isEmpty ? [nothingChecked] : []),
    ...edition.categories.flatMap(({ number, items }) =>
      items.flatMap((item) => itemMissing(item, categorySection(number), answers, evaluationYear))
    )
  ]
}

const infectedPart = (edition: Edition, { itemCode, fileName }: Attachment): MissingPart => {
  const category = edition.categories.find(({ items }) => items.some(({ code }) => code === itemCode))
  return {
    section: category === undefined ? 'declarations' : categorySection(category.number),
    field: `item-${itemCode}`,
    message: `${itemCode} 添付ファイル「${fileName}」からウイルスが見つかりました。削除して、安全なファイルを添付し直してください`
  }
}

/** Everything that keeps a draft from being sent. A file that still waits for its scan does not. */
export const obstaclesIn = ({ application, answers, infected }: Draft): readonly MissingPart[] => {
  const edition = editions[application.edition]
  return [
    ...missingParts(edition, answers, application.evaluationYear),
    ...infected.map((file) => infectedPart(edition, file))
  ]
}
