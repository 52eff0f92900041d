import type { VNode } from 'preact'
import type { DeclarationAnswers } from '../../src/applications/application.ts'
import { findItem, type Mark } from '../../src/checklist/index.ts'
import type { Comparison, Figure } from '../../src/scoring/index.ts'
import type { CaseFile } from '../../src/screening/case-file.ts'
import { type Column, DataTable, type Row } from '../components/data-table.tsx'
import { Verdict } from '../components/verdict.tsx'

const nothing = '記入なし'

/** Remarks on how to fill in a box say nothing to those who read the answer. */
const caption = (label: string): string => label.replace(/（.*$/, '')

const columns = (first: string, second: string | null): readonly Column[] => [
  { key: 'subject', label: first, rowHeader: true },
  ...(second === null ? [] : [{ key: 'entry', label: second }]),
  { key: 'before', label: '前回' },
  { key: 'after', label: '今回' }
]

/** An item that is not claimed has no place of its own below. */
const Subject = ({ file, code }: { readonly file: CaseFile; readonly code: string }): VNode => {
  const words = `${code} ${findItem(file.edition, code)?.shortText ?? ''}`
  const isClaimed = (file.submission.content.marks[code] ?? 'unchecked') !== 'unchecked'
  return isClaimed ? <a href={`#item-${code}`}>{words}</a> : <span>{words}</span>
}

/** A table of one kind of change; nothing where there is none. */
const Changes = ({
  title,
  columns,
  rows
}: {
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}): VNode | null =>
  rows.length === 0 ? null : (
    <div class="renewal-changes">
      <DataTable caption={title} columns={columns} rows={rows} />
    </div>
  )

const passed = (is: boolean): VNode => <Verdict passed={is}>{is ? '合格' : '不合格'}</Verdict>

const flipRows = ({ flips }: Comparison): readonly Row[] =>
  flips.map(({ number, title, kind }) => ({
    key: String(number),
    cells: { subject: `${number}　${title}`, before: passed(kind === 'lost'), after: passed(kind === 'gained') }
  }))

const Figures = ({ figures }: { readonly figures: readonly Figure[] }): VNode =>
  figures.length === 0 ? (
    <span>{nothing}</span>
  ) : (
    <ul class="renewal-figures">
      {figures.map(({ year, value }, index) => (
        <li key={`${year} ${index}`}>{year === null ? value : `${year}年 ${value}`}</li>
      ))}
    </ul>
  )

const figureRows = ({ figures }: Comparison, file: CaseFile): readonly Row[] =>
  figures.map(({ itemCode, name, label, before, after }) => ({
    key: `${itemCode} ${name}`,
    cells: {
      subject: <Subject file={file} code={itemCode} />,
      entry: caption(label),
      before: <Figures figures={before} />,
      after: <Figures figures={after} />
    }
  }))

const markWords: Readonly<Record<Mark, string>> = {
  checked: 'チェックあり',
  unchecked: 'チェックなし',
  not_applicable: '「-」（対象者なし）'
}

const markRows = ({ marks }: Comparison, file: CaseFile): readonly Row[] =>
  marks.map(({ itemCode, before, after }) => ({
    key: itemCode,
    cells: {
      subject: <Subject file={file} code={itemCode} />,
      before: markWords[before],
      after: markWords[after]
    }
  }))

const Text = ({ children }: { readonly children: string | null }): VNode => (
  <div class="renewal-text">{children ?? nothing}</div>
)

const listed = (texts: readonly string[]): string =>
  texts.length === 0 ? 'なし' : texts.map((text) => `「${caption(text)}」`).join('')

const textRows = ({ texts, measures }: Comparison, file: CaseFile): readonly Row[] => [
  ...measures.map(({ itemCode, label, added, removed }) => ({
    key: `${itemCode} ${label}`,
    cells: {
      subject: <Subject file={file} code={itemCode} />,
      entry: caption(label),
      before: removed.length === 0 ? '取りやめなし' : `取りやめ：${listed(removed)}`,
      after: added.length === 0 ? '追加なし' : `追加：${listed(added)}`
    }
  })),
  ...texts.map(({ itemCode, field, label, before, after }) => ({
    key: `${itemCode} ${field}`,
    cells: {
      subject: <Subject file={file} code={itemCode} />,
      entry: caption(label),
      before: <Text>{before}</Text>,
      after: <Text>{after}</Text>
    }
  }))
]

const declared = ({ declared: is, detail }: DeclarationAnswers[string]): string =>
  `${is ? 'はい' : 'いいえ'}${detail === '' ? '' : `（${detail}）`}`

const inCity = (is: string | boolean | null): string => (is === true ? 'あり' : 'なし')

const companyRows = ({ declarations, body, organisationChanged }: Comparison, detail: string): readonly Row[] => [
  ...declarations.map(({ id, text, before, after }) => ({
    key: id,
    cells: { subject: text, before: declared(before), after: declared(after) }
  })),
  ...body.map((change) => ({
    key: change.field,
    cells:
      change.field === 'inCity'
        ? { subject: '市内の事業所', before: inCity(change.before), after: inCity(change.after) }
        : {
            subject: change.field === 'name' ? '事業者名' : '法人番号',
            before: change.before ?? 'なし',
            after: change.after ?? 'なし'
          }
  })),
  ...(organisationChanged
    ? [{ key: 'organisation', cells: { subject: '合併や分割などの組織の変更', before: '—', after: detail || 'あり' } }]
    : [])
]

/** What a renewal changes, kind by kind; said plainly where it changes nothing. */
export const RenewalChanges = ({
  comparison,
  file
}: {
  readonly comparison: Comparison
  readonly file: CaseFile
}): VNode => {
  const detail = file.submission.content.renewal?.organisationDetail ?? ''
  const [texts, marks] = [textRows(comparison, file), markRows(comparison, file)]
  const company = companyRows(comparison, detail)
  const figures = figureRows(comparison, file)
  return (
    <>
      {texts.length + marks.length + company.length === 0 ? (
        <p>
          <strong>記載内容は変更なし</strong>
          {figures.length === 0 ? '（年ごとの数値も前回と同じです）' : '（変わったのは年ごとの数値だけです）'}
        </p>
      ) : null}
      <Changes title="合否が変わった分野" columns={columns('分野', null)} rows={flipRows(comparison)} />
      <Changes title="チェックの変更" columns={columns('項目', null)} rows={marks} />
      <Changes title="記載内容の変更" columns={columns('項目', '記載欄')} rows={texts} />
      <Changes title="宣言と事業者の変更" columns={columns('内容', null)} rows={company} />
      <Changes title="年ごとの数値" columns={columns('項目', '内容')} rows={figures} />
    </>
  )
}
