import type { VNode } from 'preact'
import { Button, ButtonLink } from './button.tsx'
import { ButtonRow } from './button-row.tsx'
import { Checkbox } from './checkbox.tsx'
import { CheckboxGroup } from './checkbox-group.tsx'
import { DateField } from './date-field.tsx'
import { ErrorSummary } from './error-summary.tsx'
import type { FieldProps } from './field.tsx'
import { Fields } from './fields.tsx'
import { FigureGrid } from './figure-grid.tsx'
import { FileField } from './file-field.tsx'
import { FilterBar } from './filter-bar.tsx'
import { NumberField } from './number-field.tsx'
import { RadioGroup } from './radio-group.tsx'
import { SelectField } from './select-field.tsx'
import { TextArea } from './text-area.tsx'
import { TextField } from './text-field.tsx'

/** A component in one state. */
export type Preview = { readonly name: string; readonly vnode: VNode }

/** What somebody may type to break a page. */
export const hostile = '<script>alert(1)</script>'

/** A word that a line cannot break by itself. */
export const unbroken = 'W'.repeat(200)

type State = { readonly state: string; readonly field: Omit<FieldProps, 'name'>; readonly value: string }

const states: readonly State[] = [
  { state: '空', field: { label: '見出し' }, value: '' },
  { state: '説明つき', field: { label: '見出し', hint: '何を書けばよいかの説明', required: true }, value: '30' },
  { state: '誤り', field: { label: '見出し', hint: '説明', error: '入力してください', required: false }, value: 'x' },
  { state: '悪意のある文字', field: { label: hostile, hint: hostile, error: hostile }, value: hostile },
  { state: '長い語', field: { label: unbroken, hint: unbroken, error: unbroken }, value: unbroken }
]

const optionsOf = (value: string) => [
  { value: 'first', label: '当てはまる', hint: '45時間ちょうどは「超えた」に当たりません。' },
  { value, label: value || 'いいえ' },
  { value: 'third', label: '選べない', disabled: true }
]

const kinds: readonly (readonly [string, (name: string, state: State) => VNode])[] = [
  ['text-field', (name, { field, value }) => <TextField name={name} {...field} value={value} />],
  ['text-area', (name, { field, value }) => <TextArea name={name} {...field} value={value} limit={100} />],
  ['number-field', (name, { field, value }) => <NumberField name={name} {...field} value={value} unit="時間／月" />],
  [
    'select-field',
    (name, { field, value }) => <SelectField name={name} {...field} value={value} options={optionsOf(value)} />
  ],
  ['date-field', (name, { field }) => <DateField name={name} {...field} value="2026-11-09" min="2026-04-01" />],
  ['file-field', (name, { field }) => <FileField name={name} {...field} accept=".pdf,.jpg" multiple />],
  ['checkbox', (name, { field, state }) => <Checkbox name={name} {...field} checked={state === '空'} />],
  [
    'checkbox-group',
    (name, { field, value }) => <CheckboxGroup name={name} {...field} options={optionsOf(value)} values={['first']} />
  ],
  [
    'radio-list',
    (name, { field, value }) => <RadioGroup name={name} {...field} options={optionsOf(value)} value={value} />
  ],
  [
    'radio-pill',
    (name, { field, value }) => (
      <RadioGroup name={name} {...field} variant="pill" options={optionsOf(value)} value="first" />
    )
  ]
]

const decisions = [
  { value: 'accepted', label: '認める', tone: 'success' },
  { value: 'not_accepted', label: '認めない', tone: 'error' },
  { value: 'queried', label: '照会', tone: 'warning' }
] as const

const single: readonly Preview[] = [
  ...['accepted', 'not_accepted', 'queried', undefined].map((value) => ({
    name: `radio-decision ${value ?? 'まだ'}`,
    vnode: (
      <RadioGroup
        name={`decision-${value ?? 'none'}`}
        label="2-1 の判断"
        labelHidden
        variant="decision"
        options={decisions}
        value={value}
      />
    )
  })),
  {
    name: 'text-field 幅',
    vnode: (
      <Fields>
        <TextField
          name="code"
          label="確認コード"
          width="code"
          inputmode="numeric"
          autocomplete="one-time-code"
          value="123456"
        />
        <TextField name="phone" label="電話番号" type="tel" width="short" />
        <TextField name="email" label="メールアドレス" type="email" width="medium" autocomplete="email" />
        <TextField name="number" label="申請番号" readonly value="R8-012" width="short" />
      </Fields>
    )
  },
  {
    name: 'figure-grid',
    vnode: (
      <FigureGrid
        id="hours"
        label="最も時間外労働が多かった従業員の実績"
        rows={[2023, 2024, 2025].map((year) => ({
          label: `${year}年（令和${year - 2018}年）`,
          fields: [
            { name: `month-${year}`, label: `${year}年の1か月の最多時間`, unit: '時間／月', value: '42.0' },
            {
              name: `year-${year}`,
              label: `${year}年の年間時間`,
              unit: '時間／年',
              value: '312',
              error: year === 2024 ? '半角数字で入力してください' : undefined
            }
          ]
        }))}
      />
    )
  },
  {
    name: 'error-summary',
    vnode: (
      <ErrorSummary
        errors={[
          { fieldId: 'code', message: '確認コードを入力してください' },
          { fieldId: 'phone', message: `${hostile}は電話番号ではありません` },
          { message: unbroken }
        ]}
      />
    )
  },
  {
    name: 'button',
    vnode: (
      <ButtonRow>
        <Button>保存して次の項目へ</Button>
        <ButtonLink href="#main" variant="secondary">
          一覧へ戻る
        </ButtonLink>
        <Button variant="danger">申請を取り下げる</Button>
        <Button variant="text">削除する</Button>
        <Button small variant="secondary">
          小さいボタン
        </Button>
        <Button disabled>押せない</Button>
      </ButtonRow>
    )
  },
  {
    name: 'filter-bar',
    vnode: (
      <FilterBar>
        <TextField name="q" label="名称・番号" type="search" />
        <SelectField name="industry" label="業種" options={[{ value: 'E', label: '製造業' }]} />
        <Button variant="secondary">検索する</Button>
      </FilterBar>
    )
  }
]

/** Every form component in its states, with names that are unique on one page. */
export const fieldPreviews = (): readonly Preview[] => [
  ...kinds.flatMap(([kind, make]) =>
    states.map((state, index) => ({ name: `${kind} ${state.state}`, vnode: make(`${kind}-${index}`, state) }))
  ),
  ...single
]
