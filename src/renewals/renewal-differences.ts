import { categoryDifferences, type Difference, declarationDifferences } from '../applications/differences.ts'
import type { Answers } from '../applications/sections.ts'
import type { Edition } from '../checklist/index.ts'
import { unchangedBody } from './renewal-sections.ts'

const bodyDifferences = (typed: Answers, stored: Answers): readonly Difference[] => {
  const [one, other] = [typed.renewal ?? unchangedBody, stored.renewal ?? unchangedBody]
  const said = (changed: boolean): string => (changed ? 'はい' : 'いいえ')
  return [
    {
      field: 'organisationChanged',
      label: '組織の変更',
      typed: said(one.organisationChanged),
      stored: said(other.organisationChanged)
    },
    {
      field: 'organisationDetail',
      label: '変更の内容と時期',
      typed: one.organisationDetail,
      stored: other.organisationDetail
    }
  ].filter((difference) => difference.typed !== difference.stored)
}

/** Where a typed renewal says something else than the stored one, in the order of the page. */
export const renewalDifferences = (
  edition: Edition,
  evaluationYear: number,
  typed: Answers,
  stored: Answers
): readonly Difference[] => [
  ...bodyDifferences(typed, stored),
  ...declarationDifferences(edition.declarations, typed.declarations, stored.declarations),
  ...edition.categories.flatMap((category) => categoryDifferences(category, typed, stored, evaluationYear))
]
