import { formatDate, formatDateWithWeekday } from '../../views/format.ts'
import type { LetterDraft } from '../letters/letter.ts'
import { paths } from '../paths.ts'
import { dateOf } from '../platform/clock.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import type { CaseFile } from './case-file.ts'
import { type Question, queriedQuestions } from './correction.ts'

const questionLines = (questions: readonly Question[]): string =>
  questions.map(({ itemCode, shortText, question }) => `■ ${itemCode}　${shortText}\n${question}`).join('\n')

/** Asks a company to correct its application: what is asked, the deadline, where to answer. */
export const correctionDraft = (
  baseUrl: string,
  file: CaseFile,
  { message, deadline }: { readonly message: string; readonly deadline: CalendarDate }
): LetterDraft<'correction'> => {
  const { id, number, submittedAt } = file.application
  return {
    kind: 'correction',
    addressee: file.submission.content.profile.name,
    values: {
      appliedOn: submittedAt === null ? '' : formatDate(dateOf(submittedAt)),
      receiptNumber: number ?? '',
      message,
      questions: questionLines(queriedQuestions(file)),
      deadline: formatDateWithWeekday(deadline),
      url: `${baseUrl}${paths.application(id)}`
    }
  }
}
