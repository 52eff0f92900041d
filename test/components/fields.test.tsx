import { render } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { CheckboxGroup } from '../../views/components/checkbox-group.tsx'
import { ErrorSummary } from '../../views/components/error-summary.tsx'
import { FileField } from '../../views/components/file-field.tsx'
import { NumberField } from '../../views/components/number-field.tsx'
import { RadioGroup } from '../../views/components/radio-group.tsx'
import { SelectField } from '../../views/components/select-field.tsx'
import { TextArea } from '../../views/components/text-area.tsx'
import { TextField } from '../../views/components/text-field.tsx'

const options = [
  { value: 'a', label: 'あ', hint: 'あの説明' },
  { value: 'b', label: 'い' }
]

it('ties the label, the hint and the error to the control', () => {
  const html = render(
    <TextField id="company-name" name="name" label="名称" hint="正式な名称" error="名称を入力してください" />
  )
  expect(html).toContain('<label class="field__label" for="company-name">')
  expect(html).toMatch(/<input[^>]* id="company-name"/)
  expect(html).toMatch(/<input[^>]* aria-describedby="company-name-hint company-name-error"/)
  expect(html).toMatch(/<input[^>]* aria-invalid="true"/)
  expect(html).toContain('id="company-name-hint"')
  expect(html).toContain('id="company-name-error"')
})

it('leaves the wiring away where there is neither hint nor error', () => {
  const html = render(<TextField name="name" label="名称" />)
  expect(html).not.toContain('aria-')
  expect(html).not.toContain('-hint')
})

it.each([
  [true, '※必須'],
  [false, '任意']
])('says in the label whether an answer is required: %s', (required, mark) => {
  expect(render(<TextField name="name" label="名称" required={required} />)).toMatch(
    new RegExp(`${mark}</span></label>`)
  )
})

it('speaks the word for error before the message', () => {
  expect(render(<TextField name="name" label="名称" error="入力してください" />)).toContain(
    'エラー：</span>入力してください'
  )
})

it.each([
  ['', 10, '10字まで（あと10字）'],
  ['あいう', 10, '10字まで（あと7字）'],
  ['𠮷野家', 3, '3字まで（あと0字）'],
  ['一行\r\n二行', 5, '5字まで（あと0字）'],
  ['あいう', 2, '2字まで（1字超えています）']
])('tells of %j with a limit of %i how much is left', (value, limit, text) => {
  const html = render(<TextArea name="text" label="内容" value={value} limit={limit} />)
  expect(html).toContain(text)
  expect(html).toMatch(/aria-describedby="text-count"/)
  expect(html).not.toContain('maxlength')
})

it('keeps a leading empty line, which HTML would drop', () => {
  expect(render(<TextArea name="text" label="内容" value={'\n二行目'} />)).toMatch(/<textarea[^>]*>\n\n二行目</)
})

it('keeps hostile text as text', () => {
  const html = render(<TextArea name="text" label="内容" value={'</textarea><script>alert(1)</script>'} />)
  expect(html).toContain('&lt;/textarea>&lt;script>')
  expect(html).not.toContain('<script>')
})

it('reads the unit with the figure', () => {
  const html = render(<NumberField name="hours" label="時間" unit="時間／月" value="42.0" />)
  expect(html).toMatch(/<input[^>]*aria-describedby="hours-unit"[^>]*inputmode="decimal"/)
  expect(html).toMatch(/id="hours-unit">時間／月</)
})

it('asks for whole numbers with the digits only', () => {
  expect(render(<NumberField name="people" label="人数" integer />)).toContain('inputmode="numeric"')
})

it('selects the stored choice, and the empty one where there is none', () => {
  expect(render(<SelectField name="c" label="業種" options={options} value="b" />)).toMatch(
    /<option value="b" selected>/
  )
  expect(render(<SelectField name="c" label="業種" options={options} />)).toMatch(/<option value selected>/)
})

it('takes several files where allowed', () => {
  expect(render(<FileField name="files" label="資料" multiple accept=".pdf" />)).toMatch(/accept=".pdf" multiple/)
})

it('puts the question of radios into the legend and the error into the description of the group', () => {
  const html = render(<RadioGroup id="m" name="mark" label="2-1" options={options} value="b" error="選んでください" />)
  expect(html).toMatch(/<fieldset[^>]*aria-describedby="m-error"/)
  expect(html).toContain('<legend class="field__label">2-1</legend>')
  expect(html).toMatch(/id="m-2" name="mark" value="b" checked/)
  expect(html).not.toMatch(/value="a" checked/)
})

it('gives the first choice the id of the group, which the error summary links to', () => {
  expect(render(<RadioGroup id="m" name="mark" label="2-1" options={options} />)).toMatch(
    /<input[^>]*id="m" name="mark" value="a"/
  )
  expect(render(<CheckboxGroup id="k" name="kinds" label="種類" options={options} />)).toMatch(
    /<input[^>]*id="k" name="kinds"/
  )
})

it('describes a choice by its own hint', () => {
  const html = render(<RadioGroup name="mark" label="2-1" options={options} />)
  expect(html).toContain('aria-describedby="mark-about"')
  expect(html).toContain('id="mark-about">あの説明')
})

it('checks every stored value of a group of checkboxes', () => {
  const html = render(<CheckboxGroup name="kinds" label="種類" options={options} values={['a', 'b']} />)
  expect(html.match(/ checked/g)).toHaveLength(2)
})

it('lists the errors as links to their fields, read out at once', () => {
  const html = render(
    <ErrorSummary errors={[{ fieldId: 'name', message: '名称を入力してください' }, { message: '保存できません' }]} />
  )
  expect(html).toContain('role="alert"')
  expect(html).toContain('tabindex="-1"')
  expect(html).toContain('<a href="#name">名称を入力してください</a>')
  expect(html).toContain('<li>保存できません</li>')
})

it('shows no summary without errors', () => {
  expect(render(<ErrorSummary errors={[]} />)).toBe('')
})
