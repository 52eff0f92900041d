import { industryName } from '../scheme/industries.ts'
import { directoryCategories } from './directory-query.ts'
import type { Condition } from './listing.ts'
import { findMeasure } from './measures.ts'
import { findSizeBand } from './size-band.ts'

/** What a condition of a search is called on the page. */
export const conditionWords = ({ kind, value }: Pick<Condition, 'kind' | 'value'>): string => {
  switch (kind) {
    case 'word':
      return `「${value}」`
    case 'industry':
      return industryName(value) ?? value
    case 'size':
      return findSizeBand(value)?.label ?? value
    case 'category':
      return `${directoryCategories.find(({ number }) => String(number) === value)?.shortTitle ?? value}に合格`
    case 'measure':
      return findMeasure(value)?.label ?? value
  }
}
