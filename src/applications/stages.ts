import type { CalendarDate } from '../scheme/calendar.ts'
import { type ApplicationStatus, statusLabels } from './application-status.ts'

/** A stage on the way to the decision, as the company follows it. */
export type Stage = {
  readonly label: string
  readonly state: 'done' | 'current' | 'upcoming'
  /** When it was entered, or, for a meeting, when it takes place; null while nobody knows. */
  readonly date: CalendarDate | null
}

/** What the stages follow from: the present state, and on which day each state was entered last. */
export type StageFacts = {
  readonly status: ApplicationStatus
  readonly submittedOn: CalendarDate | null
  readonly enteredOn: Readonly<Partial<Record<ApplicationStatus, CalendarDate>>>
  /** The committee's meeting that hears the case, once it is on an agenda. */
  readonly meetingOn: CalendarDate | null
  readonly kind: 'initial' | 'renewal'
}

/** How far each state has come: the number of the stage that is current. */
const positions: Readonly<Record<ApplicationStatus, number>> = {
  draft: -1,
  submitted: 1,
  screening: 1,
  returned: 2,
  awaiting_committee: 3,
  heard: 4,
  certified: 5,
  refused: 5,
  withdrawn: -1
}

const stateAt = (position: number, current: number): Stage['state'] => {
  if (position < current) return 'done'
  return position === current ? 'current' : 'upcoming'
}

const decisionStage = ({ status, enteredOn }: StageFacts, current: number): Stage => {
  const decided = status === 'certified' || status === 'refused'
  return {
    label: decided ? `決定（${statusLabels[status]}）` : '決定',
    state: stateAt(4, current),
    date: enteredOn.certified ?? enteredOn.refused ?? null
  }
}

const withdrawnStages = ({ submittedOn, enteredOn }: StageFacts): readonly Stage[] => [
  ...(submittedOn === null ? [] : [{ label: '受付', state: 'done', date: submittedOn } as const]),
  { label: '取下げ', state: 'current', date: enteredOn.withdrawn ?? null }
]

/** 受付 → 確認中 → (照会中) → 委員会 → 決定, with their dates. Being asked for a correction is shown once it has happened. */
export const stagesOf = (facts: StageFacts): readonly Stage[] => {
  const { status, submittedOn, enteredOn, meetingOn, kind } = facts
  if (status === 'withdrawn') return withdrawnStages(facts)
  const current = positions[status]
  const wasReturned = status === 'returned' || enteredOn.returned !== undefined
  const goesToCommittee = kind === 'initial' || enteredOn.awaiting_committee !== undefined
  return [
    { label: '受付', state: stateAt(0, current), date: submittedOn },
    { label: '確認中', state: stateAt(1, current), date: enteredOn.screening ?? null },
    ...(wasReturned
      ? [
          {
            label: '照会中',
            state: status === 'returned' ? 'current' : 'done',
            date: enteredOn.returned ?? null
          } as const
        ]
      : []),
    ...(goesToCommittee
      ? [{ label: '委員会', state: stateAt(3, current), date: meetingOn ?? enteredOn.heard ?? null }]
      : []),
    decisionStage(facts, current)
  ]
}
