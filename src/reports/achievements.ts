import {
  type Category,
  type Edition,
  type Item,
  type Marks,
  type RawEvidence,
  readEvidence
} from '../checklist/index.ts'
import { categoryPhrases, type ItemPhrase, itemPhrases } from './achievement-phrases.ts'

/** What a company was certified for: the marks that were confirmed, and what it wrote beside them. */
export type AchievementSource = {
  readonly edition: Edition
  readonly evaluationYear: number
  readonly confirmedMarks: Marks
  readonly passedCategories: readonly number[]
  readonly evidence: Readonly<Record<string, RawEvidence>>
}

/** What a company does in one category, fit to be published. */
export type CategoryAchievements = {
  readonly number: number
  readonly title: string
  /** 「〇〇に力を入れています。」, where the category passed. */
  readonly strength: string | null
  /** Noun phrases of what was confirmed, such as ノー残業デーの実施, in the order of the sheet; each once. */
  readonly practices: readonly string[]
  /** The same as one sentence, 「〇〇、〇〇に取り組んでいます。」; null where nothing was confirmed. */
  readonly practice: string | null
  /** What the company says of it in its own words; nothing that counts people. */
  readonly ownWords: readonly string[]
}

/** A number in front of people, in any digits: 3人, ２名, 十人, 数名. */
const countsPeople = /[0-9０-９〇一二三四五六七八九十百千数]\s*[人名]|ひとり|ふたり/

/** 一人ひとり is everybody, and counts nobody. */
const everybody = /(一人|ひとり)(一人|ひとり)/g

const published = (text: string | null): readonly string[] => {
  const plain = text?.replaceAll(/\s+/g, ' ').trim() ?? ''
  return plain === '' || countsPeople.test(plain.replaceAll(everybody, '')) ? [] : [plain]
}

type Told = { readonly practices: readonly string[]; readonly ownWords: readonly string[] }

const tellItem = (item: Item, phrase: ItemPhrase, raw: RawEvidence, evaluationYear: number): Told => {
  const practices: string[] = []
  const ownWords: string[] = []
  for (const evidence of readEvidence(item, raw, evaluationYear).evidence) {
    if (evidence.kind === 'measures') {
      practices.push(...evidence.ticked.flatMap((id) => phrase.measures?.[id] ?? []))
      if (evidence.otherTicked) ownWords.push(...published(evidence.other))
    }
    if (evidence.kind === 'text' && evidence.name === phrase.ownWords) ownWords.push(...published(evidence.value))
    if (evidence.kind === 'sdgs' && phrase.ownWords === 'description') ownWords.push(...published(evidence.description))
  }
  return { practices: practices.length === 0 ? [phrase.phrase] : practices, ownWords }
}

const tellCategory = (category: Category, source: AchievementSource): CategoryAchievements => {
  const { edition, confirmedMarks, passedCategories, evidence, evaluationYear } = source
  const told = category.items.flatMap((item) => {
    const phrase = itemPhrases[edition.id][item.code]
    if (phrase === undefined || confirmedMarks[item.code] !== 'checked') return []
    return [tellItem(item, phrase, evidence[item.code] ?? {}, evaluationYear)]
  })
  const practices = [...new Set(told.flatMap((one) => one.practices))]
  const strength = passedCategories.includes(category.number) ? categoryPhrases[edition.id][category.number] : undefined
  return {
    number: category.number,
    title: category.title,
    strength: strength === undefined ? null : `${strength}に力を入れています。`,
    practices,
    practice: practices.length === 0 ? null : `${practices.join('、')}に取り組んでいます。`,
    ownWords: told.flatMap((one) => one.ownWords)
  }
}

/**
 * What a certified company does, category by category, in sentences that can be published: from what was confirmed and
 * from the measures it ticked. Never told are people who took leave, contact persons and files: small numbers point at
 * persons, so whatever counts people is left out. Categories without anything to tell are left out too.
 */
export const achievementsOf = (source: AchievementSource): readonly CategoryAchievements[] =>
  source.edition.categories
    .map((category) => tellCategory(category, source))
    .filter(({ strength, practices }) => strength !== null || practices.length > 0)
