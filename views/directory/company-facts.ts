import type { EntryContent } from '../../src/directory/entry.ts'
import { industryName } from '../../src/scheme/industries.ts'
import { formatDate } from '../format.ts'

/** Since when a company is certified, as far as it is known here: 令和6年1月16日から, or 令和6年1月16日以前から. */
export const sinceWords = ({ certifiedSince, certifiedBefore }: EntryContent): string =>
  `${formatDate(certifiedSince)}${certifiedBefore ? '以前' : ''}から`

/** 製造業, and the size where it is shown. */
export const kindWords = ({ industry, size }: EntryContent): string =>
  [industryName(industry), size].filter((part) => part !== null).join('・')

/** A company that never renewed is told nothing of renewals. */
export const renewalWords = ({ renewals }: EntryContent): string | null => (renewals === 0 ? null : `${renewals}回更新`)
