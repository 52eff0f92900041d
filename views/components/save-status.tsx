import type { VNode } from 'preact'

/** When the page was last saved, in words. A script may change the text: it is read out, without taking the focus. */
export const SaveStatus = ({ text }: { readonly text: string }): VNode => (
  <p class="save-status" role="status" data-save-status="">
    {text}
  </p>
)
