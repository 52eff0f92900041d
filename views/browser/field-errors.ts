import type { ItemState } from './category-state.ts'

const errorId = (field: string): string => `${field}-error`

const describedBy = (control: Element, id: string, isThere: boolean): void => {
  const others = (control.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one !== '' && one !== id)
  const ids = isThere ? [...others, id] : others
  if (ids.length === 0) control.removeAttribute('aria-describedby')
  else control.setAttribute('aria-describedby', ids.join(' '))
}

const messageFor = (control: Element, id: string): HTMLElement => {
  const paragraph = document.createElement('p')
  paragraph.className = 'field-error'
  paragraph.id = id
  const spoken = document.createElement('span')
  spoken.className = 'visually-hidden'
  spoken.textContent = 'エラー：'
  paragraph.append(spoken, document.createTextNode(''))
  control.closest('.field, .field-set')?.append(paragraph)
  return paragraph
}

const setError = (control: Element, message: string): void => {
  const id = errorId(control.id)
  const paragraph = document.getElementById(id) ?? messageFor(control, id)
  const text = paragraph.lastChild
  if (text !== null && text.textContent !== message) text.textContent = message
  control.setAttribute('aria-invalid', 'true')
  describedBy(control, id, true)
}

const clearError = (control: Element): void => {
  document.getElementById(errorId(control.id))?.remove()
  control.removeAttribute('aria-invalid')
  describedBy(control, errorId(control.id), false)
}

/** Puts the messages of a page beside their fields; `mend` only takes away those that no longer hold. */
export const showFieldErrors = (form: HTMLFormElement, items: readonly ItemState[], what: 'all' | 'mend'): void => {
  const problems = new Map(items.flatMap((item) => item.problems.map(({ field, message }) => [field, message])))
  for (const control of form.elements) {
    if (!control.matches('.input')) continue
    const message = problems.get(control.id)
    if (message === undefined) {
      if (control.hasAttribute('aria-invalid')) clearError(control)
    } else if (what === 'all') setError(control, message)
  }
}
