import type { ComponentProps, VNode } from 'preact'
import { historyWords } from '../../src/applications/history-words.ts'
import { channelLabels, type HearingNote } from '../../src/screening/hearing.ts'
import { historyDetail } from '../../src/screening/history-detail.ts'
import { Section } from '../components/section.tsx'
import { Timeline } from '../components/timeline.tsx'
import { formatDateTime, formatDateWithWeekday } from '../format.ts'
import { CaseViews } from './case-views.tsx'

/** A line of the history as it is stored. */
export type CaseEvent = {
  readonly at: Date
  readonly actorName: string
  readonly kind: string
  readonly details: Readonly<Record<string, unknown>>
}

/** What was said at each hearing, newest first. */
export const HearingsSection = ({ hearings }: { readonly hearings: readonly HearingNote[] }): VNode => (
  <Section title="ヒアリングの記録" id="hearings">
    {hearings.length === 0 ? (
      <p>まだありません。</p>
    ) : (
      <ul class="hearings">
        {hearings.toReversed().map(({ id, heldOn, channel, participants, note, recordedByName }) => (
          <li key={id}>
            <p>
              <strong>{formatDateWithWeekday(heldOn)}</strong>　{channelLabels[channel]}　{participants}
            </p>
            <p class="hearings__note">{note}</p>
            <p class="decision-note">記録：{recordedByName}</p>
          </li>
        ))}
      </ul>
    )}
  </Section>
)

/** Everything that happened to the case, newest first. */
export const HistorySection = ({
  events,
  views
}: {
  readonly events: readonly CaseEvent[]
  readonly views: ComponentProps<typeof CaseViews>
}): VNode => (
  <Section title="経過" id="history">
    <CaseViews {...views} />
    <Timeline
      entries={events.toReversed().map(({ at, actorName, kind, details }) => {
        const detail = historyDetail(kind, details)
        return {
          when: formatDateTime(at),
          dateTime: at.toISOString(),
          who: actorName,
          what: historyWords(kind, details),
          detail: detail === '' ? undefined : detail
        }
      })}
    />
  </Section>
)
