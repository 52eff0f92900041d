import type { VNode } from 'preact'
import type { CalendarDate } from '../../src/scheme/calendar.ts'
import { DateField } from '../components/date-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { errorFor, type Problem, typedIn, type Values } from '../form-state.ts'

/** When and where a meeting is held. */
export const DayAndPlace = ({
  problems,
  values,
  earliest
}: {
  readonly problems: readonly Problem[]
  readonly values: Values
  readonly earliest: CalendarDate
}): VNode => (
  <>
    <DateField
      name="heldOn"
      label="日にち"
      hint="今日か、これからの日を入力してください"
      required
      min={earliest}
      value={typedIn(values, 'heldOn')}
      error={errorFor(problems, 'heldOn')}
    />
    <TextField
      name="place"
      label="場所"
      hint="例：市役所 5階 大会議室"
      required
      width="medium"
      value={typedIn(values, 'place')}
      error={errorFor(problems, 'place')}
    />
  </>
)
