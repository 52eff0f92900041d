import type { VNode } from 'preact'
import { decisionFields } from '../../src/screening/decisions-form-fields.ts'
import type { ReturnedItem } from '../../src/screening/returned-decisions.ts'
import { decisionLabels, type ItemState } from '../../src/screening/screening.ts'
import { DecisionReason } from '../components/decision-reason.tsx'
import { FieldError } from '../components/field-error.tsx'
import { RadioGroup } from '../components/radio-group.tsx'
import { StatusTag, type Tone } from '../components/status-tag.tsx'
import { TextArea } from '../components/text-area.tsx'

const tones = { accepted: 'success', not_accepted: 'error', queried: 'warning' } as const satisfies Record<string, Tone>

const Notes = ({ state, round }: { readonly state: ItemState; readonly round: number }): VNode => (
  <>
    {state.decision !== null && state.decision.round < round ? (
      <p class="decision-note">前回の判定を引き継いでいます</p>
    ) : null}
    {state.earlier === null ? null : (
      <p class="decision-note">
        前回：{decisionLabels[state.earlier.decision]}
        {state.earlier.reason === '' ? '' : `「${state.earlier.reason}」`}
      </p>
    )}
  </>
)

/** The decision on an item as pills; a reason or question is asked for only under the pill that needs it. */
export const ItemDecisionFields = ({
  code,
  state,
  round,
  posted
}: {
  readonly code: string
  readonly state: ItemState
  readonly round: number
  /** What came back with an error; null where the page shows what is stored. */
  readonly posted: ReturnedItem | null
}): VNode => {
  const names = decisionFields(code)
  const { decision } = state
  const stored = (kind: 'not_accepted' | 'queried') => (decision?.decision === kind ? decision.reason : '')
  const chosen = posted === null ? decision?.decision : posted.decision
  const errorFor = (kind: string) => (posted?.decision === kind ? (posted.error ?? undefined) : undefined)
  return (
    <>
      <RadioGroup
        name={names.decision}
        label={`${code} の判定`}
        labelHidden
        variant="decision"
        value={chosen}
        options={(['accepted', 'not_accepted', 'queried'] as const).map((kind) => ({
          value: kind,
          label: kind === 'queried' && decision?.decision === 'queried' ? '照会中' : decisionLabels[kind],
          tone: tones[kind]
        }))}
      />
      <input type="hidden" name={names.seen} value={decision?.id ?? ''} />
      <FieldError
        id={`${names.decision}-conflict`}
        message={
          posted?.isConflict
            ? `ほかの職員が先に「${decision === null ? '未判定' : decisionLabels[decision.decision]}」と判定しました。${decision?.reason ?? ''}`
            : undefined
        }
      />
      <DecisionReason when={['not_accepted']}>
        <TextArea
          name={names.reason}
          label="認めない理由"
          rows={2}
          value={posted?.reason ?? stored('not_accepted')}
          error={errorFor('not_accepted')}
        />
      </DecisionReason>
      <DecisionReason when={['queried']}>
        <TextArea
          name={names.question}
          label="事業者への質問"
          rows={3}
          value={posted?.question ?? stored('queried')}
          error={errorFor('queried')}
        />
      </DecisionReason>
      <Notes state={state} round={round} />
    </>
  )
}

/** The decision as it stands, where it can no longer be changed. */
export const ItemDecisionShown = ({ state }: { readonly state: ItemState }): VNode => {
  const { decision } = state
  if (decision === null) return <StatusTag>未判定</StatusTag>
  return (
    <>
      <StatusTag tone={tones[decision.decision]}>
        {decision.decision === 'queried' ? '照会中' : decisionLabels[decision.decision]}
      </StatusTag>
      {decision.reason === '' ? null : <p class="decision-note">{decision.reason}</p>}
    </>
  )
}
