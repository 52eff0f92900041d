import type { DeclarationAnswers, RenewalStatement } from '../applications/application.ts'
import { evidenceLines } from '../applications/evidence-lines.ts'
import { type EditionId, editions, itemText, type Mark, type RawEvidence } from '../checklist/index.ts'

/** What a company answered, at one time. */
export type ExportedAnswers = {
  readonly declarations: DeclarationAnswers
  readonly marks: Readonly<Record<string, Mark>>
  readonly evidence: Readonly<Record<string, RawEvidence>>
  readonly renewal?: RenewalStatement | undefined
}

export const answerHeadings = ['分野', '番号', '項目（公式の文言）', 'チェック', '記載'] as const

const marks: Readonly<Record<Mark, string>> = {
  checked: 'チェックあり',
  unchecked: 'チェックなし',
  not_applicable: '「-」（対象者なし）'
}

const declared = ({ declarations }: ExportedAnswers, id: string): readonly [string, string] => {
  const answer = declarations[id]
  return [answer?.declared ? 'はい' : 'いいえ', answer?.detail ?? '']
}

const renewalRows = ({ renewal }: ExportedAnswers) =>
  renewal === undefined
    ? []
    : [
        [
          '更新',
          '',
          '合併、分割、事業の譲渡による変更がある',
          renewal.organisationChanged ? 'はい' : 'いいえ',
          renewal.organisationDetail
        ]
      ]

/** Every item of the sheet in its official wording with what was answered, what was left empty included. */
export const answerRows = (
  edition: EditionId,
  evaluationYear: number,
  answers: ExportedAnswers
): readonly (readonly string[])[] => [
  ...editions[edition].declarations.map(({ id, text }) => ['宣言', '', text, ...declared(answers, id)]),
  ...renewalRows(answers),
  ...editions[edition].categories.flatMap(({ number, title, items }) =>
    items.map((item) => {
      const mark = answers.marks[item.code]
      return [
        `${number} ${title}`,
        item.code,
        itemText(item, evaluationYear),
        mark === undefined ? '未記入' : marks[mark],
        evidenceLines(item, answers.evidence[item.code] ?? {}, evaluationYear)
          .map(({ label, value }) => `${label}：${value}`)
          .join('\n')
      ]
    })
  )
]
