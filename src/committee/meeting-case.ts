import type { Verdict } from '../scoring/index.ts'
import type { AgendaItem } from './agenda.ts'
import type { Opinion, OpinionSummary } from './opinion.ts'

/** A case of a meeting with how it is judged and what the members said, as far as the reader may know. */
export type MeetingCase = AgendaItem & {
  /** Null where the content of the case was erased at the end of its time. */
  readonly verdict: Verdict | null
  /** In numbers; null for a member before the meeting is closed. */
  readonly summary: OpinionSummary | null
  /** How many members have spoken on the papers as they are now. */
  readonly given: number
  /** Whether anybody ever spoke, also on earlier papers: then the case stays on its agenda. */
  readonly wasSpokenOn: boolean
  /** What the reader said last; null for the secretariat and for a member who said nothing. */
  readonly own: Opinion | null
}

/** Whether what a member said is older than the papers: the case was taken back and put before the meeting anew since. */
export const isOutdated = (opinion: Pick<Opinion, 'givenAt'>, { addedAt }: Pick<AgendaItem, 'addedAt'>): boolean =>
  opinion.givenAt < addedAt

/** What was said on the papers as they are now: the opinions that count. */
export const onPapersOf = <T extends Pick<Opinion, 'givenAt'>>(
  opinions: readonly T[],
  item: Pick<AgendaItem, 'addedAt'>
): readonly T[] => opinions.filter((opinion) => !isOutdated(opinion, item))

/** Whether the standard is met, and by how many categories: 満たす（3分野が合格）. */
export const describeVerdict = (verdict: Verdict | null): string => {
  if (verdict === null) return '保存期間が過ぎたため消去'
  if (verdict.rule === 'points') return '判定なし（点数の版）'
  const passed = `${verdict.passedCategories}分野が合格`
  return verdict.meetsStandard ? `満たす（${passed}）` : `満たさない（${passed}）`
}
