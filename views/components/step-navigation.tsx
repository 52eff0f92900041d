import type { VNode } from 'preact'
import { VisuallyHidden } from './visually-hidden.tsx'

/** One step: `done` shows a tick, the current one is filled; the status is always said in words too. */
export type Step = {
  readonly href: string
  readonly number: number
  readonly title: string
  readonly statusText: string
  readonly done?: boolean | undefined
  readonly current?: boolean | undefined
}

const Tick = (): VNode => (
  <svg class="step__tick" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d="M3 8.5l3.2 3.2L13 5" fill="none" stroke="currentColor" stroke-width="2" />
  </svg>
)

/** Where I am among the categories. On a phone only the numbers are seen, in one row; the titles stay for screen readers. */
export const StepNavigation = ({
  label,
  steps
}: {
  readonly label: string
  readonly steps: readonly Step[]
}): VNode => (
  <nav class="steps" aria-label={label}>
    <ol class="steps__list">
      {steps.map(({ href, number, title, statusText, done, current }) => (
        <li class="step" key={href} data-done={done ? 'true' : undefined}>
          <a class="step__link" href={href} aria-current={current ? 'step' : undefined}>
            <span class="step__number">
              {done && !current ? (
                <>
                  <Tick />
                  <VisuallyHidden>{number}</VisuallyHidden>
                </>
              ) : (
                number
              )}
            </span>
            <span class="step__text">
              <span class="step__title">{title}</span>
              <span class="step__status">{statusText}</span>
            </span>
          </a>
        </li>
      ))}
    </ol>
  </nav>
)
