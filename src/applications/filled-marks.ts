import { currentEditionId, type Edition, itemsOf, type Mark, type Marks } from '../checklist/index.ts'
import type { Application, CategoryAnswers, SectionName } from './application.ts'
import { categoryAnswers, categorySection, type Section } from './sections.ts'

/** What marks from elsewhere would change in a draft. Nothing that stands is changed. */
export type FilledMarks = {
  /** Items without a mark so far that are given one. */
  readonly filled: readonly string[]
  /** Items that have the same mark already. */
  readonly same: readonly string[]
  /** Items that have another mark, and keep it. */
  readonly kept: readonly { readonly code: string; readonly stands: Mark; readonly offered: Mark }[]
  /** The sections with their new marks, and the version that each has now. */
  readonly sections: readonly { readonly name: SectionName; readonly version: number; readonly data: CategoryAnswers }[]
}

/**
 * Whether marks of the current edition may be filled in: only before the first submission, never into a renewal, which
 * begins with what was certified.
 */
export const takesMarks = ({ kind, status, edition }: Pick<Application, 'kind' | 'status' | 'edition'>): boolean =>
  kind === 'initial' && status === 'draft' && edition === currentEditionId

/** Lays marks beside what is answered: they count only where nothing is answered yet. */
export const fillMarks = (edition: Edition, sections: readonly Section[], offered: Marks): FilledMarks => {
  const standing: Marks = Object.assign({}, ...sections.map((section) => categoryAnswers(section).marks))
  const compared = itemsOf(edition).flatMap(({ code }) => {
    const mark = offered[code]
    return mark === undefined ? [] : [{ code, offered: mark, stands: standing[code] }]
  })
  const filled = compared.filter(({ stands }) => stands === undefined).map(({ code }) => code)
  return {
    filled,
    same: compared.filter(({ offered, stands }) => offered === stands).map(({ code }) => code),
    kept: compared.flatMap(({ code, offered, stands }) =>
      stands === undefined || stands === offered ? [] : [{ code, stands, offered }]
    ),
    sections: edition.categories.flatMap(({ number, items }) => {
      const name = categorySection(number)
      const section = sections.find((one) => one.name === name)
      const added = Object.entries(offered).filter(
        ([code]) => filled.includes(code) && items.some((item) => item.code === code)
      )
      if (section === undefined || added.length === 0) return []
      const { marks, evidence } = categoryAnswers(section)
      const data = { marks: { ...marks, ...Object.fromEntries(added) }, evidence }
      return [{ name, version: section.version, data }]
    })
  }
}
