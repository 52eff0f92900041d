import type { ComponentChildren, VNode } from 'preact'
import { VisuallyHidden } from './visually-hidden.tsx'

const spokenTone = { info: 'お知らせ：', success: '完了：', warning: '注意：', error: 'エラー：' } as const

/**
 * Something to know at this place. `warning` is also the finding beside an item. The tone is spoken too, since an edge's
 * colour is not. `live` reads it out when the page or a script brings it.
 */
export const Notice = ({
  tone = 'info',
  title,
  live,
  children
}: {
  readonly tone?: 'info' | 'success' | 'warning' | 'error' | undefined
  readonly title?: ComponentChildren
  readonly live?: 'status' | 'alert' | undefined
  readonly children?: ComponentChildren
}): VNode => (
  <div class={`notice notice--${tone}`} role={live}>
    <VisuallyHidden>{spokenTone[tone]}</VisuallyHidden>
    {title ? <p class="notice__title">{title}</p> : null}
    {children ? <div class="notice__body">{children}</div> : null}
  </div>
)
