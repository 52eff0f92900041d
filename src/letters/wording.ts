import { type LetterKind, placeholdersOf } from './letter-kind.ts'

/** The words of a letter, with placeholders between double braces. */
export type Wording = { readonly subject: string; readonly body: string }

export const subjectLimit = 100
export const bodyLimit = 4000

const placeholder = /\{\{([^{}\n]*)\}\}/g

const namesIn = (text: string): string[] => [...text.matchAll(placeholder)].map(([, name = '']) => name.trim())

const valueIn = (values: Readonly<Record<string, string>>, name: string): string =>
  Object.hasOwn(values, name) ? (values[name] ?? '') : ''

/** A paragraph that was to say only what is not there. */
const saysNothing = (paragraph: string, values: Readonly<Record<string, string>>): boolean => {
  const names = namesIn(paragraph)
  return names.length > 0 && names.every((name) => valueIn(values, name).trim() === '')
}

/**
 * Fills a text in. A paragraph, from one empty line to the next, whose placeholders are all empty is left out with its
 * heading, so that a letter never shows an empty one. What is filled in is never read as a placeholder itself.
 */
export const render = (text: string, values: Readonly<Record<string, string>>): string =>
  text
    .replaceAll('\r\n', '\n')
    .split(/\n(?:[ \u3000\t]*\n)+/)
    .filter((paragraph) => !saysNothing(paragraph, values))
    .map((paragraph) => paragraph.replaceAll(placeholder, (_, name: string) => valueIn(values, name.trim())))
    .join('\n\n')
    .replace(/^\n+/, '')
    .trimEnd()

/** What is wrong with a wording, by field, in words that say what to do. */
export type WordingProblem = { readonly field: 'subject' | 'body'; readonly message: string }

const labels = { subject: '件名', body: '本文' } as const
const limits = { subject: subjectLimit, body: bodyLimit } as const

const bracesProblem = (field: 'subject' | 'body', text: string): WordingProblem | null => {
  const rest = text.replaceAll(placeholder, '')
  if (/\{\{|\}\}/.test(rest))
    return {
      field,
      message: `${labels[field]}に、閉じていない「{{」か「}}」があります。差し込みは「{{事業者名}}」のように書いてください`
    }
  if (/[｛｝]{2}/.test(rest))
    return { field, message: `${labels[field]}の差し込みの括弧を、半角の「{{」「}}」にしてください` }
  return null
}

const textProblems = (kind: LetterKind, field: 'subject' | 'body', text: string): WordingProblem[] => {
  const known = new Set(placeholdersOf(kind).map(({ name }) => name))
  const unknown = [...new Set(namesIn(text))].filter((name) => !known.has(name))
  const length = [...text].length
  const problem = (message: string): WordingProblem => ({ field, message })
  return [
    ...(text.trim() === '' ? [problem(`${labels[field]}を入力してください`)] : []),
    ...(length > limits[field]
      ? [problem(`${labels[field]}は${limits[field]}文字以内で入力してください（いまは${length}文字）`)]
      : []),
    ...(field === 'subject' && /\n/.test(text.trim()) ? [problem('件名は1行で入力してください')] : []),
    ...[bracesProblem(field, text)].filter((found) => found !== null),
    ...unknown.map((name) =>
      problem(`「{{${name}}}」は、この通知では使えません。使える差し込みの一覧から選んで書き直してください`)
    )
  ]
}

/** Everything that keeps a wording from being used. */
export const problemsOf = (kind: LetterKind, { subject, body }: Wording): readonly WordingProblem[] => {
  const said = new Set([...namesIn(subject), ...namesIn(body)])
  const missing = placeholdersOf(kind).filter(({ name, required }) => required && !said.has(name))
  return [
    ...textProblems(kind, 'subject', subject),
    ...textProblems(kind, 'body', body),
    ...(body.trim() === ''
      ? []
      : missing.map(({ name }) => ({
          field: 'body' as const,
          message: `本文に「{{${name}}}」を入れてください。この通知に欠かせない事項です`
        })))
  ]
}
