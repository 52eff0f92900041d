import { keptCharacter } from './kanji-variants.ts'

/** Abbreviations of company forms, as they stand after compatibility normalisation (㈱ becomes (株)). */
const abbreviations: readonly (readonly [short: string, long: string])[] = [
  ['(株)', '株式会社'],
  ['(有)', '有限会社'],
  ['(同)', '合同会社'],
  ['(資)', '合資会社'],
  ['(名)', '合名会社'],
  ['(福)', '社会福祉法人'],
  ['(医)', '医療法人'],
  ['(学)', '学校法人'],
  ['(一社)', '一般社団法人'],
  ['(一財)', '一般財団法人'],
  ['(公社)', '公益社団法人'],
  ['(公財)', '公益財団法人'],
  ['(特非)', '特定非営利活動法人']
]

/** Words that say what kind of company it is: typed before or after the name, whichever comes to mind. */
export const companyForms: readonly string[] = abbreviations.map(([, long]) => long)

/** Set inside words, or not, as one likes: spaces, middle dots, brackets, quotation marks, commas, controls. */
const ornaments = /[\s\p{Cc}\p{Cf}\p{Ps}\p{Pe}\p{Pi}\p{Pf}・･、。，．,.‘’'"“”`´]/u

/** Every dash that stands for a long vowel on some keyboard, and the long vowel itself. */
const dashes = /[-‐‑‒–—―−─ー〜~]/u

const foldCharacter = (character: string): string => {
  if (ornaments.test(character)) return ''
  if (dashes.test(character)) return 'ー'
  const katakana = /[ぁ-ゖゝゞ]/.test(character)
    ? String.fromCodePoint((character.codePointAt(0) ?? 0) + 0x60)
    : character.toLowerCase()
  return keptCharacter.get(katakana) ?? katakana
}

/**
 * A text as the search compares it, the same for what is typed and for what is searched: width, kana, case, dashes, old
 * and new kanji and ornaments make no difference. Each character is folded by itself, so that what is found in a text is
 * found in the folded text.
 */
export const foldText = (text: string): string => {
  let plain = text.toWellFormed().normalize('NFKC')
  for (const [short, long] of abbreviations) plain = plain.replaceAll(short, long)
  return [...plain].map(foldCharacter).join('')
}

/** All pairs of neighbouring characters of a folded text, each once; of a text shorter than two there are none. */
export const bigramsOf = (folded: string): readonly string[] => {
  const characters = [...folded]
  return [...new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))]
}
