import type { ComponentChildren, VNode } from 'preact'
import { filesDestination } from '../../src/applications/files-destination.ts'
import { type EvidenceField, type Item, isYearly, itemText, type Mark, markName } from '../../src/checklist/index.ts'
import { paths } from '../../src/paths.ts'
import type { DatedFile, ItemStanding, RenewalItem } from '../../src/renewals/renewal-item.ts'
import { EvidenceView } from '../applications/answer-view.tsx'
import { AttachedFiles } from '../applications/attachment-list.tsx'
import { type EvidenceEntry, EvidenceFields } from '../applications/evidence-fields.tsx'
import { ItemFinding } from '../applications/item-finding.tsx'
import type { ShownFinding } from '../browser/shown-finding.ts'
import { Button } from '../components/button.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { EvidenceBlock } from '../components/evidence-block.tsx'
import { Notice } from '../components/notice.tsx'
import { RadioGroup } from '../components/radio-group.tsx'
import { StatusTag, type Tone } from '../components/status-tag.tsx'
import { VisuallyHidden } from '../components/visually-hidden.tsx'
import { formatDate } from '../format.ts'

type Props = {
  readonly one: RenewalItem
  readonly applicationId: string
  readonly errors: Readonly<Record<string, string>>
  readonly finding: ShownFinding | null
  readonly question?: string | undefined
}

const standings: Readonly<Record<ItemStanding, { readonly label: string; readonly tone: Tone } | null>> = {
  unchanged: { label: '変更なし', tone: 'neutral' },
  changed: { label: '変更あり', tone: 'info' },
  review: { label: '書き方が変わりました。確認してください', tone: 'warning' },
  new: { label: '新規項目', tone: 'success' },
  blank: null
}

const figuresOnly = { label: '数字のほかは変更なし', tone: 'neutral' } as const

const standingTag = ({ standing, asksFigures, figuresAreOptional }: RenewalItem) =>
  standing === 'unchanged' && asksFigures && !figuresAreOptional ? figuresOnly : standings[standing]

const markWords: Readonly<Record<Mark, string>> = {
  checked: '当てはまる',
  unchecked: '当てはまらない',
  not_applicable: '対象者がいない「-」'
}

const options = (item: Item) => [
  { value: 'checked', label: '当てはまる' },
  { value: 'unchecked', label: '当てはまらない' },
  ...(item.allowsNotApplicable ? [{ value: 'not_applicable', label: '対象者がいない「-」' }] : [])
]

const entryOf = ({ one, errors }: Props): EvidenceEntry => ({
  item: one.item,
  evaluationYear: one.evaluationYear,
  raw: one.raw,
  errors
})

const describes = (field: EvidenceField): boolean => !isYearly(field)

/** What stands: the mark in a word, and the entries as they are read. */
const Standing = ({ one }: Props): VNode => (
  <div class="renewal-item__standing">
    <p class="renewal-item__mark">
      {one.mark === 'checked' ? <span aria-hidden="true">✓ </span> : null}
      {markWords[one.mark ?? 'unchecked']}
    </p>
    {one.mark === 'checked' ? (
      <EvidenceView item={one.item} raw={one.described} evaluationYear={one.evaluationYear} />
    ) : null}
    {one.wasNotAccepted ? (
      <p class="hint">前回の認定では認められなかったため、「当てはまらない」にしています。前回の文章は残っています。</p>
    ) : null}
  </div>
)

const LastFigures = ({ one }: Props): VNode | null =>
  one.lastFigures.length === 0 ? null : (
    <dl class="last-figures">
      {one.lastFigures.map(({ label, value }) => (
        <div key={`${label} ${value}`}>
          <dt>前回の{label}</dt>
          <dd>
            <ul>
              {value.split('、').map((figure) => (
                <li key={figure}>{figure}</li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  )

/** The blanks of this time, with last time's figures beside them. */
const Figures = (props: Props): VNode | null =>
  props.one.asksFigures ? (
    <EvidenceBlock
      when="checked"
      title={props.one.figuresAreOptional ? '今回の数字（任意）' : '今回の数字を入力してください'}
    >
      <div class="renewal-figures-beside">
        <div>
          <EvidenceFields {...entryOf(props)} only={isYearly} />
        </div>
        <LastFigures {...props} />
      </div>
    </EvidenceBlock>
  ) : null

const noteOf = ({ cameOn, isCarried }: DatedFile): string => `${formatDate(cameOn)}に${isCarried ? '提出' : '添付'}`

const Files = ({ one, applicationId }: Props): VNode | null => {
  const notes = new Map(one.files.map((file) => [file.id, noteOf(file)]))
  return (
    <AttachedFiles
      files={one.files}
      hrefOf={({ id }) => paths.attachment(applicationId, id)}
      noteOf={({ id }) => notes.get(id) ?? ''}
    />
  )
}

const Hint = ({ item }: { readonly item: Item }): VNode => (
  <>
    {item.note === undefined || item.note.includes('✓') ? null : <p>{item.note}</p>}
    <p>{item.hint}</p>
  </>
)

/** The mark and what describes, to be changed; the figures too, as long as they have no place of their own. */
const Change = (props: Props & { readonly summary: ComponentChildren }): VNode => {
  const { one, errors, summary } = props
  const { item } = one
  const name = markName(item.code)
  return (
    <Disclosure summary={summary} open={one.isOpen}>
      <RadioGroup
        name={name}
        id={name}
        variant="pill"
        label={`${item.code}に当てはまりますか`}
        hint={<Hint item={item} />}
        error={errors[name]}
        options={options(item)}
        value={one.mark}
      />
      <EvidenceBlock when={props.one.mark !== 'checked' && hasErrors(props) ? 'always' : 'checked'}>
        <EvidenceFields {...entryOf(props)} only={one.asksFigures ? describes : undefined} />
        <Button variant="secondary" small name="destination" value={filesDestination(item.code)}>
          <VisuallyHidden>{item.code}の</VisuallyHidden>
          {one.files.length === 0 ? '保存してファイルを付ける' : '保存してファイルを付ける・削除する'}
        </Button>
      </EvidenceBlock>
    </Disclosure>
  )
}

const hasErrors = ({ one, errors }: Props): boolean =>
  Object.keys(errors).some((name) => name.startsWith(`${one.item.code}.`))

const summaryOf = ({ standing, mark }: RenewalItem): string =>
  standing === 'new' || (standing === 'blank' && mark === undefined) ? '記入する' : '変更する'

/** One item of a renewal: how it stands, the figures of this time, and everything else behind one click. */
export const RenewalItemView = (props: Props): VNode => {
  const { one, finding, question } = props
  const { code } = one.item
  const standing = standingTag(one)
  return (
    <section class="item renewal-item" id={`item-${code}`} aria-label={code}>
      <div class="renewal-item__head">
        <h3 class="item__title">
          <span class="item__code">{code}</span> {itemText(one.item, one.evaluationYear)}
        </h3>
        {standing === null ? null : <StatusTag tone={standing.tone}>{standing.label}</StatusTag>}
      </div>
      {question === undefined ? null : (
        <Notice title="事務局からの照会">
          <p class="as-written">{question}</p>
        </Notice>
      )}
      <Standing {...props} />
      <Figures {...props} />
      <ItemFinding itemCode={code} finding={one.asksFigures ? finding : null} />
      <Files {...props} />
      <Change
        {...props}
        summary={
          <>
            <VisuallyHidden>{code}を</VisuallyHidden>
            {summaryOf(one)}
          </>
        }
      />
    </section>
  )
}
