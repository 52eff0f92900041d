import type { FieldProblem, RawEvidence } from './answers.ts'
import { readNumber } from './decimal.ts'
import type { ChoiceFormField, ChoicesFormField, FormField, NumberFormField, TextFormField } from './form-field.ts'

/** What form fields hold once read. What is empty or wrong is null, or left out of `chosen`. */
export type FieldValues = {
  readonly text: (name: string) => string | null
  readonly number: (name: string) => number | null
  readonly chosen: (name: string) => readonly string[]
}

type Read = { readonly value: string | number | readonly string[] | null; readonly message?: string }

const empty: Read = { value: null }

const typedIn = (raw: RawEvidence, name: string): readonly string[] => {
  const typed = Object.hasOwn(raw, name) ? raw[name] : undefined
  if (typed === undefined) return []
  return typeof typed === 'string' ? [typed] : typed
}

/** Control characters other than tab and line feed: they show nothing and break documents. */
const controls = /[^\P{Cc}\t\n]/u

const readText = (field: TextFormField, typed: string): Read => {
  const value = typed.replaceAll(/\r\n?/g, '\n').trim()
  if (value === '') return empty
  if (controls.test(value) || !value.isWellFormed())
    return { value: null, message: '画面に表示できない文字が入っています。消してから入力し直してください' }
  const length = [...value].length
  if (length > field.maxLength)
    return { value: null, message: `${field.maxLength}文字以内で入力してください（いまは${length}文字です）` }
  return { value }
}

const readFigure = (field: NumberFormField, typed: string): Read => {
  const read = readNumber(typed, field.decimals)
  if (read.kind === 'empty') return empty
  if (read.kind === 'not_a_number')
    return { value: null, message: `数字で入力してください（例：${field.decimals === 0 ? '3' : '42.5'}）` }
  if (read.kind === 'too_precise')
    return {
      value: null,
      message:
        field.decimals === 0
          ? '小数のない数で入力してください（例：3）'
          : '小数点より下は2桁までで入力してください（例：42.55）'
    }
  if (read.value < 0 || read.value > field.max)
    return { value: null, message: `0から${field.max}までの数字で入力してください` }
  return { value: read.value }
}

const readChoice = (field: ChoiceFormField, typed: string): Read => {
  const value = typed.normalize('NFKC').trim()
  if (value === '') return empty
  if (!field.options.some((option) => option.value === value)) return { value: null, message: field.wrongChoice }
  return { value: [value] }
}

const readChoices = (field: ChoicesFormField, typed: readonly string[]): Read => {
  const values = new Set(typed.map((value) => value.normalize('NFKC').trim()).filter((value) => value !== ''))
  const known = field.options.map(({ value }) => value).filter((value) => values.has(value))
  return known.length === values.size ? { value: known } : { value: known, message: field.wrongChoice }
}

const readField = (field: FormField, typed: readonly string[]): Read => {
  const first = typed[0] ?? ''
  switch (field.kind) {
    case 'text':
      return readText(field, first)
    case 'number':
      return readFigure(field, first)
    case 'choice':
      return readChoice(field, first)
    case 'choices':
      return readChoices(field, typed)
  }
}

/** Reads what was typed into these fields. Names that are not among them are passed over. */
export const readFields = (
  fields: readonly FormField[],
  raw: RawEvidence
): { readonly values: FieldValues; readonly problems: readonly FieldProblem[] } => {
  const read = new Map(fields.map((field) => [field.name, readField(field, typedIn(raw, field.name))]))
  const readValue = (name: string) => read.get(name)?.value ?? null
  const values: FieldValues = {
    text: (name) => {
      const value = readValue(name)
      return typeof value === 'string' ? value : null
    },
    number: (name) => {
      const value = readValue(name)
      return typeof value === 'number' ? value : null
    },
    chosen: (name) => {
      const value = readValue(name)
      return typeof value === 'object' && value !== null ? value : []
    }
  }
  const problems = [...read].flatMap(([field, { message }]) => (message === undefined ? [] : [{ field, message }]))
  return { values, problems }
}
