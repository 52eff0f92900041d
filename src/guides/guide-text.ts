import { hasStrayBraces, namesIn } from './guide-placeholder.ts'

/** Most characters of a guide. The longest standard text has less than half. */
export const bodyLimit = 20_000

/** Marks of lists and quotations at the beginning of a line, more than anybody means: reading them would fill the stack. */
const tooManyMarks = /^(?:[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])[ \t])){20}/

/** A line across the page, drawn with spaces between its marks. */
const rule = /^[ \t]*([*_-])(?:[ \t]*\1)*[ \t]*$/

const isTooDeep = (body: string): boolean =>
  body.split('\n').some((line) => tooManyMarks.test(line) && !rule.test(line))

/** What keeps a text from being used as a guide, in words that say what to do; null for a text that may be used. */
export const guideProblem = (body: string, known: readonly string[]): string | null => {
  if (isTooDeep(body)) return '箇条書きや引用の入れ子が深すぎる行があります。行の先頭の記号を減らしてください'
  if (hasStrayBraces(body)) return '閉じていない「{{」か「}}」があります。差し込みは「{{市名}}」のように書いてください'
  if (/[｛｝]{2}/.test(body)) return '差し込みの括弧を、半角の「{{」「}}」にしてください'
  const unknown = namesIn(body).find((name) => !known.includes(name))
  return unknown === undefined
    ? null
    : `「{{${unknown}}}」は使えません。使える差し込みの一覧から選んで書き直してください`
}
