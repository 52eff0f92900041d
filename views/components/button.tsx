import type { ComponentChildren, VNode } from 'preact'

type Look = {
  readonly variant?: 'primary' | 'secondary' | 'text' | 'danger' | undefined
  /** Less tall, for a row in a list; the target stays 44 px. */
  readonly small?: boolean | undefined
  readonly children: ComponentChildren
}

const classOf = ({ variant = 'primary', small = false }: Omit<Look, 'children'>): string =>
  `button button--${variant}${small ? ' button--small' : ''}`

/** A button that does something. Its text is a verb; several submit buttons of a form differ by name and value. */
export const Button = ({
  variant,
  small,
  children,
  type = 'submit',
  ...rest
}: Look & {
  readonly type?: 'submit' | 'button' | undefined
  readonly id?: string | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  /** The id of a form elsewhere on the page. */
  readonly form?: string | undefined
  readonly formaction?: string | undefined
  readonly formenctype?: string | undefined
  /** Opens the answer in another tab; the button's text says so. */
  readonly formtarget?: '_blank' | undefined
  readonly formnovalidate?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly 'aria-describedby'?: string | undefined
}): VNode => (
  <button class={classOf({ variant, small })} type={type} {...rest}>
    {children}
  </button>
)

/** A link that looks like a button, for the one next step that only leads to a page. */
export const ButtonLink = ({
  href,
  variant,
  small,
  download,
  children
}: Look & { readonly href: string; readonly download?: boolean | string | undefined }): VNode => (
  <a class={classOf({ variant, small })} href={href} download={download}>
    {children}
  </a>
)
