// Voicing marks that stand alone are typed by keyboards without composed kana; joined to the kana before them they compose.
const joinVoicingMarks = (text: string): string => text.replaceAll('゛', '\u3099').replaceAll('゜', '\u309a')

const toKatakana = (text: string): string =>
  text.replaceAll(/[ぁ-ゖゝゞ]/g, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) + 0x60))

// Hyphens and dashes behind a kana are how a long vowel is typed without a Japanese keyboard.
const toLongVowels = (text: string): string => text.replaceAll(/(?<=[ァ-ヺー])[-‐‑‒–—―−─]/g, 'ー')

/**
 * A reading as the portal keeps it: half-width kana and hiragana become full-width katakana, every run of spaces one
 * space. What has no kana form (kanji, letters, digits) stays, so that `isKatakana` can refuse it.
 */
export const toFullWidthKatakana = (text: string): string =>
  toLongVowels(toKatakana(joinVoicingMarks(text).normalize('NFKC')))
    .replaceAll(/\s+/g, ' ')
    .trim()

/** Whether a text consists of full-width katakana, long vowels, middle dots and spaces, and begins with a kana. */
export const isKatakana = (text: string): boolean => /^[ァ-ヺ][ァ-ヺーヽヾ・ ]*$/.test(text)
