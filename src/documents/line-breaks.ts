/**
 * How good a place in Japanese text is for a line to end. `space`: at a space or around a legal form;
 * `natural`: between two phrases; `possible`: within one; `poor`: inside a katakana word or before an ending; `never`: forbidden by kinsoku,
 * or inside a number or a Latin word.
 */
export type BreakQuality = 'space' | 'natural' | 'possible' | 'poor' | 'never'

const notAtLineStart =
  /^[、。，．・：；？！ー～〜）」』】〕］｝〉》’”々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶゝゞヽヾ゛゜,.:;?!)\]}%％‐–-]/u
const notAtLineEnd = /[（「『【〔［｛〈《‘“([{￥＄＃$#]$/u

/** Legal forms after which, or before which, the name of a body is best broken. */
const legalForm =
  /(?:株式|有限|合同|合名|合資|相互)会社|(?:一般|公益)(?:社団|財団)法人|医療法人(?:社団|財団)?|特定非営利活動法人|(?:税理士|弁護士|行政書士|司法書士|社会保険労務士|社会福祉|学校|宗教|独立行政|農事組合|NPO)法人|[^\s]{0,4}協同組合/gu

const particles = new Set('のとにはをがでへもなやて')

type Script = 'kanji' | 'hiragana' | 'katakana' | 'latin' | 'other'

const scriptOf = (grapheme: string): Script => {
  if (/^[\p{Script=Han}〆]/u.test(grapheme)) return 'kanji'
  if (/^\p{Script=Hiragana}/u.test(grapheme)) return 'hiragana'
  if (/^[\p{Script=Katakana}ー]/u.test(grapheme)) return 'katakana'
  return /^[\p{Script=Latin}\p{N}&＆.'’-]/u.test(grapheme) ? 'latin' : 'other'
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' })

/** Code points that can join their neighbours: marks, joiners, jamo, flags, skin tones, two line ends. */
const mayJoin = /[\p{M}\p{Cf}\p{Emoji_Modifier}\p{Regional_Indicator}\r\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/u

/**
 * The characters as people count them: a surrogate pair or a letter with its marks is one. Nearly all text has nothing
 * that joins, and is then divided twenty times as fast.
 */
export const graphemesOf = (text: string): string[] =>
  mayJoin.test(text) ? [...segmenter.segment(text)].map(({ segment }) => segment) : [...text]

/** A hiragana ending closes a phrase when it is a particle or long; 「働き方」 and 「取り組む」 stay whole. */
const closesPhrase = (graphemes: readonly string[], end: number): boolean => {
  const start = graphemes.findLastIndex((grapheme, index) => index < end && scriptOf(grapheme) !== 'hiragana') + 1
  return end - start >= 3 || particles.has(graphemes[end - 1] ?? '')
}

const betweenScripts = (graphemes: readonly string[], index: number): BreakQuality => {
  const before = graphemes[index - 1] ?? ''
  const [from, to] = [scriptOf(before), scriptOf(graphemes[index] ?? '')]
  if (from === 'latin' && to === 'latin') return 'never'
  if (from === 'hiragana') return to !== 'hiragana' && closesPhrase(graphemes, index) ? 'natural' : 'possible'
  if (to === 'hiragana') return 'poor'
  if (from !== to || before === '・') return 'natural'
  return from === 'katakana' ? 'poor' : 'possible'
}

const qualityAt = (graphemes: readonly string[], index: number): BreakQuality => {
  const before = graphemes[index - 1] ?? ''
  const after = graphemes[index] ?? ''
  if (/^\s/u.test(after)) return 'never'
  if (/^\s/u.test(before)) return 'space'
  return notAtLineStart.test(after) || notAtLineEnd.test(before) ? 'never' : betweenScripts(graphemes, index)
}

/** What a character is for the end of a line, found once for each. */
type LineRole = { readonly starts: boolean; readonly ends: boolean; readonly script: Script; readonly digit: boolean }

const roles = new Map<string, LineRole>()

const roleOf = (grapheme: string): LineRole => {
  const known = roles.get(grapheme)
  if (known !== undefined) return known
  const role = {
    starts: !notAtLineStart.test(grapheme) && !/^\s/u.test(grapheme),
    ends: !notAtLineEnd.test(grapheme),
    script: scriptOf(grapheme),
    digit: /^\d/.test(grapheme)
  }
  if (grapheme.length === 1) roles.set(grapheme, role)
  return role
}

/**
 * Whether a line of running text may end between two characters: not where kinsoku forbids it, nor inside a Latin word
 * or a number with its point or comma. An address of the web may end a line after a slash.
 */
export const mayEndLineBetween = (before: string, after: string): boolean => {
  if (before === '' || after === '') return true
  const [last, first] = [roleOf(before), roleOf(after)]
  if (!first.starts || !last.ends) return false
  if (first.digit && /^[,.:]$/.test(before)) return false
  return !(last.script === 'latin' && first.script === 'latin')
}

/** Where legal forms begin and end, in graphemes. */
const formEdges = (graphemes: readonly string[]): Set<number> => {
  const offsets = graphemes.map((_, index) => graphemes.slice(0, index).join('').length)
  const edges = [...graphemes.join('').matchAll(legalForm)].flatMap((match) => [
    match.index,
    match.index + match[0].length
  ])
  return new Set(edges.map((edge) => offsets.indexOf(edge)))
}

/** For each grapheme, how good a line break before it would be. The first entry is always `never`. */
export const breakQualities = (graphemes: readonly string[]): BreakQuality[] => {
  const edges = formEdges(graphemes)
  return graphemes.map((_, index) => {
    if (index === 0) return 'never'
    const quality = qualityAt(graphemes, index)
    return edges.has(index) && quality !== 'never' ? 'space' : quality
  })
}

/** Text in the pieces that reading keeps together: 「長時間労働の抑制」 → 長時間労働の, 抑制. */
export const phrasesOf = (text: string): string[] => {
  const graphemes = graphemesOf(text)
  const phrases: string[] = []
  for (const [index, quality] of breakQualities(graphemes).entries()) {
    const grapheme = graphemes[index] ?? ''
    if (index === 0 || quality === 'natural' || quality === 'space') phrases.push(grapheme)
    else phrases.push(`${phrases.pop() ?? ''}${grapheme}`)
  }
  return phrases
}
