import type { VNode } from 'preact'
import { channelLabels, type Proceeding, proceedingState, stateLabels } from '../../src/certificates/revocation.ts'
import type { CalendarDate } from '../../src/scheme/calendar.ts'
import { DefinitionList } from '../components/definition-list.tsx'
import { StatusTag, type Tone } from '../components/status-tag.tsx'
import { formatDateTime, formatDateWithWeekday } from '../format.ts'

const tones: Readonly<Record<ReturnType<typeof proceedingState>, Tone>> = {
  waiting: 'info',
  answered: 'warning',
  unanswered: 'warning',
  revoked: 'error',
  dismissed: 'neutral'
}

const Typed = ({ children }: { readonly children: string }): VNode => <p class="typed-text">{children}</p>

/** A way to a revocation from its notice to its decision. `named`: with the people of the city, whom only it sees. */
export const ProceedingFacts = ({
  proceeding,
  on,
  named
}: {
  readonly proceeding: Proceeding
  readonly on: CalendarDate
  readonly named: boolean
}): VNode => {
  const { grounds, answerBy, openedAt, openedByName, answer, decision } = proceeding
  const state = proceedingState(proceeding, on)
  const by = (name: string): string => (named && name !== '' ? `（${name}）` : '')
  const method = (channel: keyof typeof channelLabels): string =>
    channel === 'portal' ? '' : `　方法：${channelLabels[channel]}`
  return (
    <DefinitionList
      entries={[
        { term: '状況', description: <StatusTag tone={tones[state]}>{stateLabels[state]}</StatusTag> },
        { term: '通知した日', description: `${formatDateTime(openedAt)}${by(openedByName)}` },
        { term: '取消しを検討する理由', description: <Typed>{grounds}</Typed> },
        { term: '回答の期限', description: `${formatDateWithWeekday(answerBy)}まで` },
        ...(answer === null
          ? []
          : [
              {
                term: '事業者の回答',
                description: (
                  <>
                    <Typed>{answer.text}</Typed>
                    <p class="decision-note">
                      {formatDateTime(answer.at)}
                      {method(answer.channel)}
                      {by(answer.byName)}
                    </p>
                  </>
                )
              }
            ]),
        ...(decision === null
          ? []
          : [
              {
                term: '決定の理由',
                description: (
                  <>
                    <Typed>{decision.reason}</Typed>
                    <p class="decision-note">
                      {formatDateTime(decision.at)}
                      {by(decision.byName)}
                    </p>
                  </>
                )
              }
            ])
      ]}
    />
  )
}
