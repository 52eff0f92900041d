import { currentEditionId, type EditionId, editions } from '../checklist/index.ts'
import { type CalendarDate, fiscalYearOf } from '../scheme/calendar.ts'
import type { Scheme } from '../scheme/scheme.ts'

/**
 * The sheet on which a renewal begun on a day is filled in: the current one, or for `oldEditionYears` fiscal years from its
 * introduction still the one of the last certification.
 */
export const renewalEdition = (
  last: EditionId,
  begunOn: CalendarDate,
  { oldEditionYears }: Pick<Scheme, 'oldEditionYears'>
): EditionId => {
  const firstWithout = editions[currentEditionId].introducedInFiscalYear + oldEditionYears
  return fiscalYearOf(begunOn) < firstWithout ? last : currentEditionId
}
