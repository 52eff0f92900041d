import { daysBetween, formatDate, formatNumber } from '../../views/format.ts'
import { noTerms, type RenewalTerms } from '../applications/renewal-outlook.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { deadlineWords } from './deadline-words.ts'
import { type RenewalFacts, renewalWindow, type WindowSettings } from './renewal-window.ts'

const noteOf = ({ endsOn }: RenewalFacts['period'], sentOn: CalendarDate): string => {
  const days = daysBetween(endsOn, sentOn)
  if (days <= 0)
    return `認定期間は${formatDate(endsOn)}までです。この日までの提出なので、決定までのあいだも認定が続きます。`
  return `認定期間の終わり（${formatDate(endsOn)}）から${formatNumber(days)}日後の提出です。決定までのあいだは「有効」と表示されません。`
}

/**
 * What the time means for a renewal. Its first submission keeps the deadline: a correction that was asked for later is
 * never too late, but a certification that ended meanwhile cannot be renewed by it.
 * @param sentOn the day of the first submission, or null before it
 */
export const renewalTerms = (
  last: Pick<RenewalFacts, 'period' | 'endedOn' | 'endedHow'>,
  settings: WindowSettings,
  { on, sentOn }: { readonly on: CalendarDate; readonly sentOn: CalendarDate | null }
): RenewalTerms => {
  const window = renewalWindow({ ...last, renewal: 'none' }, settings, on)
  const isBarred = window.kind === 'ended' || (window.kind === 'too-late' && sentOn === null)
  if (isBarred) return { ...noTerms, barred: deadlineWords(window)?.words ?? null }
  return { barred: null, note: noteOf(last.period, sentOn ?? on) }
}
