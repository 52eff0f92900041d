import { formatDate, formatNumber } from '../../views/format.ts'
import type { RenewalWindow } from './renewal-window.ts'

/** How long there is to send a renewal that is being filled in, and what its day means. */
export type Deadline = { readonly tone: 'info' | 'warning'; readonly words: string }

const howEnded = { surrendered: '辞退により終わりました', revoked: '取り消されました' } as const

const left = (days: number): string => (days === 0 ? '今日まで' : `あと${formatNumber(days)}日`)

/** What the page of a renewal says of its deadline; null where there is nothing to say. */
export const deadlineWords = (window: RenewalWindow): Deadline | null => {
  switch (window.kind) {
    case 'open':
      return {
        tone: 'info',
        words: `認定期間は${formatDate(window.until)}に終わります（${left(window.daysLeft)}）。この日までに提出すると、決定までのあいだも認定が続きます。`
      }
    case 'late':
      return {
        tone: 'warning',
        words: `認定期間が終わってから${formatNumber(window.daysSinceEnd)}日たちました。${formatDate(window.until)}までは提出できます。決定までのあいだは「有効」と表示されません。`
      }
    case 'too-late':
      return {
        tone: 'warning',
        words: `更新の申請は${formatDate(window.until)}で締め切りました。この申請は提出できません。引き続き認定を受けるには、この申請を取り下げて、新しく認定を申請してください。`
      }
    case 'ended':
      return { tone: 'warning', words: `認定は${howEnded[window.how]}。この更新の申請は提出できません。` }
    default:
      return null
  }
}
