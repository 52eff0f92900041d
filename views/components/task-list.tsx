import type { ComponentChildren, VNode } from 'preact'
import { StatusTag, type Tone } from './status-tag.tsx'

/** A part of an application: done in any order; without a link where it cannot be begun yet. */
export type Task = {
  readonly title: string
  readonly href?: string | undefined
  readonly hint?: ComponentChildren
  readonly status: { readonly label: string; readonly tone?: Tone | undefined }
}

/** What there is to do, each with its state at the end of the line. */
export const TaskList = ({ tasks }: { readonly tasks: readonly Task[] }): VNode => (
  <ul class="task-list">
    {tasks.map(({ title, href, hint, status }) => (
      <li class="task" key={title}>
        <div class="task__text">
          {href ? (
            <a class="task__title" href={href}>
              {title}
            </a>
          ) : (
            <span class="task__title">{title}</span>
          )}
          {hint ? <div class="hint">{hint}</div> : null}
        </div>
        <StatusTag tone={status.tone}>{status.label}</StatusTag>
      </li>
    ))}
  </ul>
)
