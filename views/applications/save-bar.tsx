import type { ComponentChildren, VNode } from 'preact'
import { ButtonRow } from '../components/button-row.tsx'
import { SaveStatus } from '../components/save-status.tsx'

/**
 * The end of a form that saves as one goes: its buttons, when it was saved last, and why it could not be. The last stays
 * in sight wherever in the form one is, so it is a child of the form itself.
 */
export const SaveBar = ({
  savedText,
  children
}: {
  readonly savedText: string
  readonly children: ComponentChildren
}): VNode => (
  <>
    <div class="save-bar">
      <ButtonRow>{children}</ButtonRow>
      <SaveStatus text={savedText} />
    </div>
    <div class="save-alert" role="alert" data-save-alert />
  </>
)
