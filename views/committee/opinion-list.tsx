import type { VNode } from 'preact'
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
  silent
}: {
  /** Oldest first, those that were changed included. */
  readonly opinions: readonly Opinion[]
  /** Null for a reader who may not know all. */
  readonly summary: OpinionSummary | null
  /** Names of the members who said nothing. */
  readonly silent: readonly string[]
}): VNode => {
  const latest = latestOpinions(opinions)
  const earlier = opinions.filter((opinion) => !latest.includes(opinion))
  return (
    <>
      {summary === null ? null : <p>{describeSummary(summary)}</p>}
      {latest.length === 0 ? null : <Timeline entries={entries(latest)} />}
      {silent.length === 0 ? null : <p>回答なし：{silent.join('、')}</p>}
      {earlier.length === 0 ? null : (
        <Disclosure summary={`変更される前の意見（${earlier.length}件）`}>
          <Timeline entries={entries(earlier)} />
        </Disclosure>
      )}
    </>
  )
}
