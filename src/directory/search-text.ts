import { industryName } from '../scheme/industries.ts'
import type { EntryContent } from './entry.ts'
import { bigramsOf, foldText } from './folding.ts'

/** Stands between the parts of a search text. No folded text holds it, so nothing is found across two parts. */
const between = '\n'

const partsOf = (content: EntryContent): readonly (string | null)[] => [
  content.name,
  content.nameKana,
  content.legalEntityNumber,
  `第${content.number}号`,
  industryName(content.industry),
  content.size,
  content.address,
  content.business,
  content.culture,
  content.words,
  content.headline,
  ...content.categories.flatMap(({ strength, practice, ownWords }) => [strength, practice, ...ownWords]),
  ...content.measures
]

/** By which words an entry is found: only what it tells anyway, folded as `foldText` folds what is typed. */
export const searchTextOf = (
  content: EntryContent
): { readonly searchText: string; readonly bigrams: readonly string[] } => {
  const folded = [...new Set(partsOf(content).map((part) => foldText(part ?? '')))].filter((part) => part !== '')
  return { searchText: folded.join(between), bigrams: [...new Set(folded.flatMap(bigramsOf))] }
}
