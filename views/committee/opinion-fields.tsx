import type { VNode } from 'preact'
import { opinionKinds, opinionLabels } from '../../src/committee/opinion.ts'
import { Button } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { PostForm } from '../components/post-form.tsx'
import { RadioGroup } from '../components/radio-group.tsx'
import { TextArea } from '../components/text-area.tsx'
import { errorFor, type Problem, typedIn, type Values } from '../form-state.ts'

const hints = {
  no_objection: undefined,
  comment: undefined,
  abstained: 'ご自身やご家族が関わっている事業者など、利害関係があるとき'
} as const

/** A member's opinion, which can be changed until the meeting is closed. */
export const OpinionFields = ({
  action,
  problems,
  values,
  hasSpoken,
  commentLimit
}: {
  readonly action: string
  readonly problems: readonly Problem[]
  readonly values: Values
  /** The member changes an opinion instead of giving the first. */
  readonly hasSpoken: boolean
  readonly commentLimit: number
}): VNode => (
  <PostForm action={action} novalidate class="opinion-form">
    <RadioGroup
      name="opinion"
      label="あなたの意見"
      required
      options={opinionKinds.map((kind) => ({ value: kind, label: opinionLabels[kind], hint: hints[kind] }))}
      value={typedIn(values, 'opinion')}
      error={errorFor(problems, 'opinion')}
    />
    <TextArea
      name="comment"
      label="意見の内容"
      hint="「意見あり」のときは必ず入力してください。ほかのときも、伝えたいことがあれば入力できます"
      rows={5}
      limit={commentLimit}
      value={typedIn(values, 'comment')}
      error={errorFor(problems, 'comment')}
    />
    <ButtonRow>
      <Button>{hasSpoken ? '意見を変更する' : '意見を保存する'}</Button>
    </ButtonRow>
  </PostForm>
)
