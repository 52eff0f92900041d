import type { Declaration } from '../checklist/index.ts'
import { type Category, fieldName, fieldNames, type Item, markName } from '../checklist/index.ts'
import type { CategoryAnswers, DeclarationAnswers } from './application.ts'

/** A field about which two people say different things. */
export type Difference = {
  /** Name of the form field, and its id on the page. */
  readonly field: string
  readonly label: string
  readonly typed: string
  readonly stored: string
}

const markWords: Readonly<Record<string, string>> = {
  checked: '当てはまる',
  unchecked: '当てはまらない',
  not_applicable: '対象者がいない「-」'
}

const wordsFor = (options: readonly { readonly value: string; readonly text: string }[], value: string): string =>
  options.find((option) => option.value === value)?.text ?? value

const itemDifferences = (
  item: Item,
  typed: CategoryAnswers,
  stored: CategoryAnswers,
  evaluationYear: number
): readonly Difference[] => {
  const mark = (answers: CategoryAnswers) => markWords[answers.marks[item.code] ?? ''] ?? ''
  const fields = fieldNames(item, evaluationYear).map((field) => {
    const words = (answers: CategoryAnswers): string => {
      const values = [answers.evidence[item.code]?.[field.name] ?? []].flat()
      return values.map((value) => ('options' in field ? wordsFor(field.options, value) : value)).join('、')
    }
    return {
      field: fieldName(item.code, field.name),
      label: `${item.code} ${field.label}`,
      typed: words(typed),
      stored: words(stored)
    }
  })
  const answer = {
    field: markName(item.code),
    label: `${item.code} 当てはまるか`,
    typed: mark(typed),
    stored: mark(stored)
  }
  return [answer, ...fields].filter((difference) => difference.typed !== difference.stored)
}

/** Where a typed category says something else than the stored one, in the order of the page. */
export const categoryDifferences = (
  category: Category,
  typed: CategoryAnswers,
  stored: CategoryAnswers,
  evaluationYear: number
): readonly Difference[] => category.items.flatMap((item) => itemDifferences(item, typed, stored, evaluationYear))

/** Where typed declarations say something else than the stored ones. */
export const declarationDifferences = (
  declarations: readonly Declaration[],
  typed: DeclarationAnswers,
  stored: DeclarationAnswers
): readonly Difference[] =>
  declarations
    .flatMap(({ id, text, detailLabel }) => {
      const declared = (answers: DeclarationAnswers) => (answers[id]?.declared ? 'はい' : 'いいえ')
      const detail = (answers: DeclarationAnswers) => answers[id]?.detail ?? ''
      return [
        { field: id, label: text, typed: declared(typed), stored: declared(stored) },
        {
          field: `${id}.detail`,
          label: `${text}（${detailLabel ?? ''}）`,
          typed: detail(typed),
          stored: detail(stored)
        }
      ]
    })
    .filter((difference) => difference.typed !== difference.stored)
