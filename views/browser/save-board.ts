import { failureWords, type SaveAnswer } from './save-answer.ts'

const find = (selector: string): HTMLElement | null => document.querySelector<HTMLElement>(selector)

const signInLink = (href: string): HTMLElement => {
  const link = document.createElement('a')
  link.href = href
  link.target = '_blank'
  link.rel = 'noopener'
  link.textContent = '別のタブでログインする'
  return link
}

/** Where the page says when it was saved, and at once why it could not be. */
export const saveBoard = (signInUrl: string) => {
  const [status, alert] = [find('[data-save-status]'), find('[data-save-alert]')]
  let shown = ''
  return {
    say: (words: string): void => {
      if (status !== null) status.textContent = words
    },
    /** The same failure is read out once, not at every try. */
    fail: (answer: Exclude<SaveAnswer, { readonly kind: 'saved' }>): void => {
      const words = failureWords(answer)
      if (status !== null) status.textContent = 'まだ保存していない入力があります'
      if (words === shown) return
      shown = words
      const paragraph = document.createElement('p')
      paragraph.textContent = words
      const links = answer.kind === 'signed-out' ? [signInLink(signInUrl)] : []
      alert?.replaceChildren(paragraph, ...links)
    },
    clear: (): void => {
      shown = ''
      alert?.replaceChildren()
    }
  }
}
