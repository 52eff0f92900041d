import type { VNode } from 'preact'
import type { AgendaItem } from '../../src/committee/agenda.ts'
import { onPapersOf } from '../../src/committee/meeting-case.ts'
import {
  describeSummary,
  latestOpinions,
  type Opinion,
  type OpinionSummary,
  opinionLabels
} from '../../src/committee/opinion.ts'
import { Disclosure } from '../components/disclosure.tsx'
import { Timeline } from '../components/timeline.tsx'
import { formatDateTime } from '../format.ts'

const entries = (opinions: readonly Opinion[]) =>
  opinions.map(({ givenAt, memberName, opinion, comment }) => ({
    when: formatDateTime(givenAt),
    dateTime: givenAt.toISOString(),
    who: memberName,
    what: opinionLabels[opinion],
    detail: comment === '' ? undefined : comment
  }))

/** What the members said: what counts in full, what was said before and changed folded away. */
export const OpinionList = ({
  opinions,
  summary,
  silent,
  item
}: {
  readonly item: Pick<AgendaItem, 'addedAt'>
  /** Oldest first, those that were changed included. */
  readonly opinions: readonly Opinion[]
  /** Null for a reader who may not know all. */
  readonly summary: OpinionSummary | null
  /** Names of the members who said nothing. */
  readonly silent: readonly string[]
}): VNode => {
  const counting = onPapersOf(opinions, item)
  const latest = latestOpinions(counting)
  const changed = counting.filter((opinion) => !latest.includes(opinion))
  const outdated = opinions.filter((opinion) => !counting.includes(opinion))
  return (
    <>
      {summary === null ? null : <p>{describeSummary(summary)}</p>}
      {latest.length === 0 ? null : <Timeline entries={entries(latest)} />}
      {silent.length === 0 ? null : <p>回答なし：{silent.join('、')}</p>}
      {changed.length === 0 ? null : (
        <Disclosure summary={`変更される前の意見（${changed.length}件）`}>
          <Timeline entries={entries(changed)} />
        </Disclosure>
      )}
      {outdated.length === 0 ? null : (
        <Disclosure summary={`資料が更新される前の意見（${outdated.length}件、意見の数に入りません）`}>
          <Timeline entries={entries(outdated)} />
        </Disclosure>
      )}
    </>
  )
}
