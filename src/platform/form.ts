import { z } from 'zod'

/** What is wrong with a field, in words that say what to do. `field` is the field's name and, on the page, its id. */
export type FieldProblem = { readonly field: string; readonly message: string }

/** What was typed, by field name, as it is put back into the page. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>

export type FormResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly FieldProblem[]; readonly values: FormValues }

// Line feed, carriage return and tab are the control characters that people type.
const controlCharacters = /[\p{Cc}--[\n\r\t]]/v

const characters = (text: string): number => [...text].length

const bounded = (label: string, max: number) =>
  z
    .string({ error: `${label}を入力してください` })
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .refine((text) => !controlCharacters.test(text), {
      error: `${label}に使えない文字（制御文字）が含まれています。貼り付けた文字を入力し直してください`
    })
    .refine((text) => characters(text) <= max, {
      error: (issue) =>
        `${label}は${max.toLocaleString('ja-JP')}文字以内で入力してください（いまは${characters(String(issue.input)).toLocaleString('ja-JP')}文字）`
    })

/** Text that must be there. `label` is the field's name as the page shows it, `max` its length in characters. */
export const requiredText = (label: string, max: number) =>
  bounded(label, max).refine((text) => text !== '', { error: `${label}を入力してください` })

/** Text that may be empty. */
export const optionalText = (label: string, max: number) => z.preprocess((value) => value ?? '', bounded(label, max))

/** A whole number in either width of digits, commas allowed. */
export const wholeNumber = (label: string, min: number, max: number) =>
  requiredText(label, 20)
    .transform((text) => text.normalize('NFKC').replaceAll(',', ''))
    .refine((text) => /^[0-9]+$/.test(text), { error: `${label}は数字で入力してください（例：48）`, abort: true })
    .transform(Number)
    .refine((value) => value >= min && value <= max, {
      error: `${label}は${min}から${max.toLocaleString('ja-JP')}までの数で入力してください`
    })

const isRealDate = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** A calendar date `YYYY-MM-DD`, as a date field sends it. */
export const calendarDate = (label: string) =>
  requiredText(label, 20)
    .transform((text) => text.normalize('NFKC'))
    .refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isRealDate(text), {
      error: `${label}を正しい日付で入力してください（例：2026-12-08）`
    })

/** An e-mail address in either width, as half-width lower case. What counts is its length then: one letter may become three. */
export const emailAddress = (label: string) =>
  z
    .preprocess(
      (value) => (typeof value === 'string' ? value.normalize('NFKC').toLowerCase() : value),
      requiredText(label, 254)
    )
    .refine((text) => z.email().safeParse(text).success, {
      error: `${label}を正しい形式で入力してください（例：soumu@example.jp）`
    })

/** The body of a form as text by field name; anything else that was sent is left out. */
export const formValues = (body: unknown): FormValues => {
  if (typeof body !== 'object' || body === null) return {}
  const entries = Object.entries(body).map(([name, value]) => {
    if (typeof value === 'string') return [[name, value] as const]
    if (Array.isArray(value)) return [[name, value.filter((part) => typeof part === 'string')] as const]
    return []
  })
  return Object.fromEntries(entries.flat())
}

/** The text of one posted field; empty where none came, or a list. Names may come from outside, so inherited ones count as absent. */
export const textOf = (values: FormValues, name: string): string => {
  const value = Object.hasOwn(values, name) ? values[name] : undefined
  return typeof value === 'string' ? value : ''
}

/** Reads a posted form by its schema; on failure the first problem of each field, and what was typed. */
export const parseForm = <T>(schema: z.ZodType<T>, body: unknown): FormResult<T> => {
  const values = formValues(body)
  const parsed = schema.safeParse(values)
  if (parsed.success) return { ok: true, value: parsed.data }
  const problems = new Map<string, string>()
  for (const issue of parsed.error.issues) {
    const field = issue.path.join('.')
    if (!problems.has(field)) problems.set(field, issue.message)
  }
  return { ok: false, problems: [...problems].map(([field, message]) => ({ field, message })), values }
}
