import type { StatementOutcome } from '../../src/publicity/statement.ts'
import type { Tone } from '../components/status-tag.tsx'

/** What became of a statement, in one word. */
export const outcomeTags: Readonly<
  Record<StatementOutcome | 'waiting', { readonly tone: Tone; readonly label: string }>
> = {
  waiting: { tone: 'info', label: '確認待ち' },
  approved: { tone: 'success', label: '公開' },
  returned: { tone: 'warning', label: '差し戻し' },
  withdrawn: { tone: 'neutral', label: '取り下げ' }
}
