import { companyForms, foldText } from './folding.ts'
import { synonyms } from './synonyms.ts'

/** Most characters and words of a search; what is beyond finds nothing more that is wanted, and is left out. */
export const longestSearch = 100
const mostWords = 8
const mostAlternatives = 16

/** A word that has to be found: any of the alternatives does. */
export type SearchWord = {
  /** As typed, for the page. */
  readonly typed: string
  /** Folded; the word itself first, then what means the same. */
  readonly alternatives: readonly string[]
}

/** What was typed into the search, read. */
export type SearchText = {
  /** What was typed, as far as it is searched for. */
  readonly typed: string
  readonly words: readonly SearchWord[]
  /** Whether something was left out for its length. */
  readonly isCut: boolean
  /** Whether something was typed in which there is nothing to search for, such as a lone middle dot. */
  readonly isEmpty: boolean
}

const groups: readonly (readonly string[])[] = synonyms.map((group) => group.map(foldText))

const sameMeaning = (word: string): readonly string[] =>
  groups.flatMap((group) =>
    group
      .filter((member) => word.includes(member))
      .flatMap((member) => group.filter((other) => other !== member).map((other) => word.replace(member, () => other)))
  )

/** A long vowel at the end is often left out: サーバー is found where サーバ is written. */
const withoutLastVowel = (word: string): readonly string[] =>
  word.length > 2 && word.endsWith('ー') ? [word, word.slice(0, -1)] : [word]

const alternativesOf = (word: string): readonly string[] =>
  [...new Set([word, ...sameMeaning(word)].flatMap(withoutLastVowel))].slice(0, mostAlternatives)

/** 株式会社みのり also stands as みのり株式会社: the form is a word of its own. */
const apart = (typed: string): readonly string[] => {
  const folded = foldText(typed)
  const form = companyForms.find((one) => folded !== one && (folded.startsWith(one) || folded.endsWith(one)))
  return form === undefined ? [typed] : [form, folded.replace(form, '')]
}

/** Reads what was typed into the search. Whatever it is, something can be done with it. */
export const readSearch = (text: string): SearchText => {
  const plain = text
    .replaceAll(/\p{Cc}/gu, ' ')
    .toWellFormed()
    .trim()
  const characters = [...plain]
  const typed = characters.slice(0, longestSearch).join('')
  const parts = typed
    .split(/\s+/)
    .flatMap(apart)
    .filter((part) => foldText(part) !== '')
  const words = [...new Map(parts.map((part) => [foldText(part), part]))].map(([folded, part]) => ({
    typed: part,
    alternatives: alternativesOf(folded)
  }))
  return {
    typed,
    words: words.slice(0, mostWords),
    isCut: characters.length > longestSearch || words.length > mostWords,
    isEmpty: typed !== '' && words.length === 0
  }
}
