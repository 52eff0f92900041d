import type { VNode } from 'preact'
import { evidenceLines } from '../../src/applications/evidence-lines.ts'
import { type Item, itemText, type Mark, type RawEvidence } from '../../src/checklist/index.ts'
import { AttachedFiles, type ListedFile } from './attachment-list.tsx'

/** A mark as it is read: the word first, since a tick alone is not spoken. */
const markWords: Readonly<Record<Mark, string>> = {
  checked: '当てはまる',
  unchecked: '当てはまらない',
  not_applicable: '「-」（対象者なし）'
}

/** What stands in the 記載欄 of an item, in lines that a person reads; nothing where nothing was written. */
export const EvidenceView = ({
  item,
  raw,
  evaluationYear
}: {
  readonly item: Item
  readonly raw: RawEvidence
  readonly evaluationYear: number
}): VNode | null => {
  const lines = evidenceLines(item, raw, evaluationYear)
  return lines.length === 0 ? null : (
    <dl class="evidence-view">
      {lines.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** One item as it was answered: official wording, mark, evidence, files. */
export const AnswerView = ({
  item,
  mark,
  raw,
  evaluationYear,
  files,
  hrefOf
}: {
  readonly item: Item
  readonly mark: Mark
  readonly raw: RawEvidence
  readonly evaluationYear: number
  readonly files: readonly ListedFile[]
  /** Where this reader fetches a file. */
  readonly hrefOf: (file: ListedFile) => string
}): VNode => (
  <li class={`answer answer--${mark}`}>
    <p class="answer__text">
      <span class="item__code">{item.code}</span> {itemText(item, evaluationYear)}
    </p>
    <p class="answer__mark">
      {mark === 'checked' ? <span aria-hidden="true">✓ </span> : null}
      {markWords[mark]}
    </p>
    {mark === 'unchecked' ? null : <EvidenceView item={item} raw={raw} evaluationYear={evaluationYear} />}
    <AttachedFiles files={files} hrefOf={hrefOf} />
  </li>
)
