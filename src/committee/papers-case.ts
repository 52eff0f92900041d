import { formatDate, formatNumber } from '../../views/format.ts'
import type { Block } from '../documents/document.ts'
import { industryName } from '../scheme/industries.ts'
import type { CaseFile } from '../screening/case-file.ts'
import { channelLabels } from '../screening/hearing.ts'
import { type AgendaItem, examinedKindLabels } from './agenda.ts'
import { checklistBlock } from './papers-checklist.ts'
import { verdictBlocks } from './papers-verdict.ts'

/** What a renewal changes, as its paper says it. */
export type PaperChanges = {
  /** One line each; empty where nothing but yearly figures is new. */
  readonly lines: readonly string[]
  /** Why it is before the committee. */
  readonly reasons: readonly string[]
}

/** A case as the papers show it. */
export type PaperCase = {
  readonly item: AgendaItem
  readonly file: CaseFile
  /** Null for an initial application. */
  readonly changes: PaperChanges | null
}

const size = 9

const section = (text: string): Block => ({ type: 'heading', level: 3, text, outline: false })

const changesBlocks = (changes: PaperChanges | null): readonly Block[] =>
  changes === null
    ? []
    : [
        section('前回の認定からの変更'),
        ...(changes.reasons.length === 0
          ? []
          : [{ type: 'bullets', size, items: changes.reasons.map((reason) => `審査の理由：${reason}`) } as const]),
        changes.lines.length === 0
          ? { type: 'paragraph', size, text: '変更なし' }
          : { type: 'bullets', size, items: changes.lines }
      ]

const companyBlocks = ({ submission }: CaseFile): readonly Block[] => {
  const { profile } = submission.content
  const industry = industryName(profile.industry) ?? '業種不明'
  return [
    section('会社の概要'),
    {
      type: 'definitions',
      size,
      entries: [
        { label: '所在地', value: `〒${profile.postalCode}　${profile.address}` },
        { label: '代表者', value: `${profile.representativeTitle}　${profile.representativeName}`.trim() },
        { label: '業種・従業員数', value: `${industry}・${formatNumber(profile.employees)}人` },
        { label: '事業の内容', value: profile.business || '記入なし' }
      ]
    },
    section('風土（社風・職場の雰囲気）'),
    { type: 'paragraph', size, text: profile.culture || '記入なし' }
  ]
}

const declarationBlocks = ({ edition, submission }: CaseFile): readonly Block[] => {
  const { declarations } = submission.content
  const items = edition.declarations
    .filter(({ id }) => declarations[id]?.declared)
    .map(({ id, text }) => {
      const detail = declarations[id]?.detail ?? ''
      return detail === '' ? text : `${text}（${detail}）`
    })
  return [
    section('申請者の宣言'),
    { type: 'bullets', size, items: items.length === 0 ? ['宣言はありません。'] : items }
  ]
}

const hearingBlocks = ({ hearings }: CaseFile): readonly Block[] => [
  section('ヒアリングの記録'),
  hearings.length === 0
    ? { type: 'paragraph', size, text: 'ヒアリングの記録はありません。' }
    : {
        type: 'definitions',
        size,
        entries: hearings.map(({ heldOn, channel, participants, note }) => ({
          label: `${formatDate(heldOn)}\n${channelLabels[channel]}`,
          value: `${participants}\n${note}`
        }))
      }
]

/** The paper on one case: about two pages. */
export const caseBlocks = ({ item, file, changes }: PaperCase, place: number): readonly Block[] => [
  { type: 'heading', level: 2, text: `${place}　${item.companyName}` },
  {
    type: 'paragraph',
    size,
    soft: true,
    align: 'left',
    text: `${examinedKindLabels[item.kind]}　受付番号 ${item.number}　受付 ${formatDate(file.submission.submittedOn)}`
  },
  ...verdictBlocks(file),
  ...changesBlocks(changes),
  ...companyBlocks(file),
  ...declarationBlocks(file),
  ...hearingBlocks(file),
  section('チェックシート'),
  checklistBlock(file)
]
