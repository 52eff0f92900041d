import type { VNode } from 'preact'
import type { Stage } from '../../src/applications/stages.ts'
import { VisuallyHidden } from '../components/visually-hidden.tsx'
import { formatDateWithWeekday } from '../format.ts'

const spoken = { done: '済み：', current: 'いまここ：', upcoming: 'これから：' } as const

/** The way from receipt to decision, with dates: side by side where there is room, below one another on a phone. */
export const StageList = ({ stages }: { readonly stages: readonly Stage[] }): VNode => (
  <ol class="stages">
    {stages.map(({ label, state, date }) => (
      <li class={`stage stage--${state}`} key={label} aria-current={state === 'current' ? 'step' : undefined}>
        <span class="stage__label">
          <VisuallyHidden>{spoken[state]}</VisuallyHidden>
          {label}
        </span>
        <span class="stage__date">{date === null ? '' : formatDateWithWeekday(date)}</span>
      </li>
    ))}
  </ol>
)
