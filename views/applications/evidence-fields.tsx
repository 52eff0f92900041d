import type { ComponentProps, VNode } from 'preact'
import {
  type EvidenceField,
  evaluationYears,
  type FormField,
  fieldName,
  fieldNames,
  type Item,
  type NumberFormField,
  type RawEvidence
} from '../../src/checklist/index.ts'
import { CheckboxGroup } from '../components/checkbox-group.tsx'
import { FigureGrid } from '../components/figure-grid.tsx'
import type { NumberField } from '../components/number-field.tsx'
import { RadioGroup } from '../components/radio-group.tsx'
import { TextArea } from '../components/text-area.tsx'
import { formatYear } from '../format.ts'
import { ShareOfWomen } from './share-of-women.tsx'
import { UsageRows } from './usage-rows.tsx'

/** One item's evidence as it is typed and what is wrong with it; the messages go by the names of the form. */
export type EvidenceEntry = {
  readonly item: Item
  readonly evaluationYear: number
  readonly raw: RawEvidence
  readonly errors: Readonly<Record<string, string>>
}

type Entry = EvidenceEntry & { readonly fields: readonly FormField[] }

type Props<Kind extends EvidenceField['kind']> = {
  readonly field: Extract<EvidenceField, { readonly kind: Kind }>
  readonly entry: Entry
}

/** Characters from which on the page counts them: most answers are two lines long. */
const countedFrom = 1500

const textOf = (raw: RawEvidence, name: string): string => [raw[name] ?? ''].flat()[0] ?? ''
const listOf = (raw: RawEvidence, name: string): readonly string[] => [raw[name] ?? []].flat()

const named = ({ item, errors }: EvidenceEntry, name: string) => {
  const formName = fieldName(item.code, name)
  return { name: formName, error: errors[formName] }
}

const isNumber = (field: FormField): field is NumberFormField => field.kind === 'number'

const figure = (entry: Entry, field: NumberFormField): ComponentProps<typeof NumberField> => ({
  ...named(entry, field.name),
  label: `${entry.item.code} ${field.label}`,
  unit: field.unit,
  integer: field.decimals === 0,
  value: textOf(entry.raw, field.name)
})

const choicesOf = (entry: Entry, name: string) =>
  entry.fields.flatMap((field) =>
    field.name === name && 'options' in field ? field.options.map(({ value, text }) => ({ value, label: text })) : []
  )

const Text = ({
  entry,
  name,
  label,
  rows = 3
}: {
  entry: Entry
  name: string
  label: string
  rows?: number
}): VNode => {
  const value = textOf(entry.raw, name)
  const limit = entry.fields.find((field) => field.name === name && field.kind === 'text')
  return (
    <TextArea
      {...named(entry, name)}
      label={label}
      rows={rows}
      value={value}
      limit={value.length >= countedFrom && limit !== undefined && 'maxLength' in limit ? limit.maxLength : undefined}
    />
  )
}

/** The description is in sight while its box is ticked; a browser that cannot do so shows it always. */
const Measures = ({ field, entry }: Props<'measures'>): VNode => (
  <div class="measures">
    <CheckboxGroup
      {...named(entry, 'measures')}
      label={field.label}
      options={choicesOf(entry, 'measures').map((option) =>
        option.value === 'other' ? { ...option, label: '上記以外の取組' } : option
      )}
      values={listOf(entry.raw, 'measures')}
    />
    <div class="measures__other">
      <Text entry={entry} name="other" label="具体的な取組内容" rows={2} />
    </div>
  </div>
)

/** One row a year, the year in both counts. */
const YearGrid = ({ entry, label, hint }: { entry: Entry; label: string; hint?: string }): VNode => {
  const figures = entry.fields.filter(isNumber)
  const years = evaluationYears(entry.evaluationYear)
  return (
    <FigureGrid
      id={`${entry.item.code}.figures`}
      label={label}
      hint={hint}
      rows={years.map((year) => ({
        label: formatYear(year),
        fields: figures.filter(({ name }) => name.startsWith(`${year}.`)).map((field) => figure(entry, field))
      }))}
    />
  )
}

const Overtime = ({ field, entry }: Props<'overtime'>): VNode => (
  <>
    {field.bases.length > 1 ? (
      <RadioGroup
        {...named(entry, 'basis')}
        label="どちらの時間を記入しますか"
        options={choicesOf(entry, 'basis')}
        value={textOf(entry.raw, 'basis')}
      />
    ) : null}
    <YearGrid entry={entry} label="時間外労働の時間" />
  </>
)

const TakeUp = ({ field, entry }: Props<'take_up'>): VNode => (
  <>
    <RadioGroup
      {...named(entry, 'everyone')}
      label={field.everyoneQuestion}
      options={choicesOf(entry, 'everyone')}
      value={textOf(entry.raw, 'everyone')}
    />
    <YearGrid entry={entry} label={field.label} hint="2年分の記入で判定できます。" />
  </>
)

const HeadCounts = ({ field, entry }: Props<'head_counts'>): VNode => (
  <>
    <FigureGrid
      id={`${entry.item.code}.figures`}
      label={field.label}
      rows={entry.fields.filter(isNumber).map((count) => ({ label: count.label, fields: [figure(entry, count)] }))}
    />
    <ShareOfWomen
      itemCode={entry.item.code}
      label={field.shareLabel}
      men={textOf(entry.raw, 'men')}
      women={textOf(entry.raw, 'women')}
    />
  </>
)

const Usage = ({ field, entry }: Props<'usage'>): VNode => (
  <UsageRows
    label={field.label}
    id={`${entry.item.code}.usage`}
    rows={[0, 1].map((row) => ({
      label: `${row + 1}件目`,
      year: {
        ...named(entry, `rows.${row}.year`),
        label: `${entry.item.code} ${row + 1}件目の年`,
        value: textOf(entry.raw, `rows.${row}.year`),
        options: choicesOf(entry, `rows.${row}.year`).map(({ value }) => ({ value, label: formatYear(Number(value)) }))
      },
      counts: entry.fields
        .filter(isNumber)
        .filter(({ name }) => name.startsWith(`rows.${row}.`))
        .map((count) => ({ ...figure(entry, count), unit: count.unit, caption: count.label.replace(/^\d件目 /, '') }))
    }))}
  />
)

const Sdgs = ({ field, entry }: Props<'sdgs'>): VNode => (
  <>
    <div class="goals">
      <CheckboxGroup
        {...named(entry, 'goals')}
        label={`SDGsの${field.goalsLabel}`}
        options={choicesOf(entry, 'goals')}
        values={listOf(entry.raw, 'goals')}
      />
    </div>
    <Text entry={entry} name="description" label={field.descriptionLabel} />
    <Text entry={entry} name="published" label={field.publishedLabel} rows={2} />
  </>
)

const Evidence = ({ field, entry }: { field: EvidenceField; entry: Entry }): VNode => {
  switch (field.kind) {
    case 'text':
      return <Text entry={entry} name={field.name} label={field.label} />
    case 'measures':
      return <Measures field={field} entry={entry} />
    case 'overtime':
      return <Overtime field={field} entry={entry} />
    case 'take_up':
      return <TakeUp field={field} entry={entry} />
    case 'usage':
      return <Usage field={field} entry={entry} />
    case 'head_counts':
      return <HeadCounts field={field} entry={entry} />
    case 'sdgs':
      return <Sdgs field={field} entry={entry} />
    case 'yearly':
      return <YearGrid entry={entry} label={field.label} />
  }
}

/** Every box beside an item (記載欄), in the order of the paper, or those of them that `only` names. */
export const EvidenceFields = ({
  only = () => true,
  ...entry
}: EvidenceEntry & { readonly only?: ((field: EvidenceField) => boolean) | undefined }): VNode => (
  <>
    {entry.item.evidence.filter(only).map((field, index) => (
      <div class="evidence__field" key={index}>
        {index > 0 && entry.item.evidenceNeeded === 'any' ? <p class="evidence__or">または</p> : null}
        <Evidence field={field} entry={{ ...entry, fields: fieldNames(entry.item, entry.evaluationYear) }} />
      </div>
    ))}
  </>
)
